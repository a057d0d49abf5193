"""The registers of risks and training."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.sheets.sheet import Definition, Line, columns, yes_no
from auditloop.render.views.context import Context


def _risks(ctx: Context) -> Iterable[Line]:
    t = ctx.words.t
    for r in ctx.results.risks.risks:
        happened = (r.incidents.since_assessed, r.incidents.year) if r.incidents else (None, None)
        cells = (
            *(r.id, ctx.plain(ctx.workspace.risks[r.id].name), ctx.team_name(r.team), ctx.person_name(r.owner)),
            *(t(f"cause.{r.category}"), t(f"risk.{r.level}"), r.likelihood, r.impact, r.assessed),
            *(t(f"risks.trend.{r.trend}") if r.trend else None, yes_no(ctx, r.has_plan), r.review),
            *(r.days_review_overdue, r.last_drill, t(f"risks.drill.{r.drill_result}") if r.drill_result else None),
            *(r.next_drill, *happened, " ".join(r.actions) or None, r.closed),
        )
        yield Line(r.team, ctx.href.page(ctx.path.risks, r.id), cells)


def _training(ctx: Context) -> Iterable[Line]:
    t = ctx.words.t
    for s in ctx.results.training.sessions:
        skill = ctx.workspace.skills.get(s.skill) if s.skill else None
        scores = (s.scores.before, s.scores.after, s.scores.difference) if s.scores else (None,) * 3
        effect = (s.effect.before, s.effect.after, s.effect.change) if s.effect else (None,) * 3
        cells = (
            *(s.id, ctx.plain(ctx.workspace.sessions[s.id].name), ctx.team_name(s.team)),
            *(ctx.plain(skill.name) if skill else s.skill, t(f"training.status.{s.status}"), s.planned, s.held),
            *(s.expected, s.attended, s.coverage, s.passed, s.pass_rate, *scores),
            *(ctx.kpi_name(s.kpi) if s.kpi else None, *effect),
            *(ctx.person_name(s.mentor) if s.mentor else None, s.newcomers),
        )
        yield Line(s.team, ctx.href.page(ctx.path.training, s.id), cells)


SHEETS = (
    Definition(
        "risks",
        columns(
            "id:id risk_name:text team:word owner:word category:word risk:word likelihood:count impact:count "
            "assessed:day trend:word has_plan:word review:day days_overdue:count last_drill:day drill_result:word "
            "next_drill:day incidents_since:count incidents_year:count actions:id closed:day"
        ),
        _risks,
    ),
    Definition(
        "training",
        columns(
            "id:id training:text team:word skill:word status:word planned:day held:day expected:count attended:count "
            "attendance:share passed_n:count pass_rate:share score_before:points score_after:points gain:change "
            "kpi:word before:value after:value effect:share mentor:word newcomers:count"
        ),
        _training,
    ),
)
