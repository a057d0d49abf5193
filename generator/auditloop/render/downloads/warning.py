"""Early warnings and recognition."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, line
from auditloop.render.views.alerts.ended import ended_by
from auditloop.render.views.alerts.facts import helps, subject, told, why
from auditloop.render.views.context import Context


def _alerts(ctx: Context) -> Iterable[str]:
    for a in ctx.results.alerts:
        yield line(
            *(a.id, a.rule, a.severity, a.team, ctx.team_name(a.team), a.since.isoformat(), a.link.kind, a.link.id),
            *(subject(ctx, a), why(ctx, a), ctx.words.listed(told(ctx, a)), helps(ctx, a.rule)),
        )


def _alerts_ended(ctx: Context) -> Iterable[str]:
    for e in ctx.results.alerts_ended:
        a = e.alert
        yield line(
            *(a.id, a.rule, a.severity, a.team, ctx.team_name(a.team), a.since.isoformat(), e.until.isoformat()),
            *(a.link.kind, a.link.id, subject(ctx, a), e.by, e.period, e.value, ended_by(ctx, e)),
        )


def _recognition(ctx: Context) -> Iterable[str]:
    year = ctx.results.recognition.year
    for team in ctx.results.recognition.teams:
        zero, stars = " ".join(team.zero_complaint_months), " ".join(team.stars)
        again = " ".join(problem.finding for problem in team.problems_again)
        yield line(
            *(year, team.team, ctx.team_name(team.team), team.months, zero, stars, again, team.points_lost),
            *(" ".join(team.innovations), " ".join(team.innovations_failed)),
        )


TABLES = (
    Definition(
        "alerts",
        "id rule severity team team_name since about about_id about_name why told what_helps",
        _alerts,
    ),
    Definition(
        "alerts-ended",
        "id rule severity team team_name since until about about_id about_name by period value ended_by",
        _alerts_ended,
    ),
    Definition(
        "recognition",
        "year team team_name months zero_complaint_months stars problems_again points_lost innovations "
        "innovations_failed",
        _recognition,
    ),
)
