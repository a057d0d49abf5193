"""The list of teams: latest score, targets met, what is open and overdue."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import TeamResult
from auditloop.model import Team
from auditloop.render.views import say
from auditloop.render.views.common import BLANK, Cell, Column, PageView, Row, Table, anchored, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame


@dataclass(frozen=True, slots=True)
class TeamsIndex:
    table: Table


def index(ctx: Context) -> PageView:
    t = ctx.words.t
    rows = []
    for team in ctx.organisation.teams:
        result = ctx.team_results.get(team.id)
        latest = max(result.latest, key=lambda m: m.date) if result and result.latest else None
        actions, findings = ctx.action_summaries.get(team.id), ctx.finding_summaries.get(team.id)
        rows.append(
            Row(
                (
                    Cell(lines(say.team_link(ctx, team.id), muted(_place(ctx, team)))),
                    Cell(
                        anchored(ctx.href.audit(latest.audit), say.score(ctx, latest.score))
                        if latest
                        else say.no_value(ctx, "empty.no_audits")
                    ),
                    Cell(say.grade(ctx, latest.grade) if latest else say.no_value(ctx, "empty.no_audits")),
                    Cell(ctx.formats.day(latest.date) if latest else say.no_value(ctx, "empty.no_audits")),
                    Cell(_met_of(ctx, result)),
                    Cell(ctx.formats.number(findings.open) if findings else BLANK),
                    Cell(ctx.formats.number(actions.overdue) if actions else BLANK),
                )
            )
        )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.latest_score"), "al-num"),
        Column(t("column.grade")),
        Column(t("column.audited")),
        Column(t("column.kpis_met"), "al-num"),
        Column(t("column.open_findings"), "al-num"),
        Column(t("column.overdue"), "al-num"),
    )
    lead = ctx.words.n("teams.lead", len(rows), organisation=ctx.organisation_name, sites=len(ctx.organisation.sites))
    return PageView(
        "teams",
        frame(
            ctx,
            path="teams/index.md",
            kind="teams",
            title=t("nav.teams"),
            lead=lead,
            edit=("organisation", ctx.organisation.id),
        ),
        TeamsIndex(
            Table(
                t("teams.caption"), columns, tuple(rows), t("empty.no_teams"), id="team-table", filterable=len(rows) > 8
            )
        ),
    )


def _place(ctx: Context, team: Team) -> str:
    site = next((ctx.plain(s.name) for s in ctx.organisation.sites if s.id == team.site), "")
    return " · ".join(part for part in (site, ctx.plain(team.department)) if part)


def _met_of(ctx: Context, result: TeamResult | None) -> Markup | str:
    if result is None or not result.kpis_with_target:
        return say.no_value(ctx, "empty.no_target")
    return ctx.words.t("teams.met_of", met=result.kpis_met, all=result.kpis_with_target)
