"""Tables of risks: the register, and a team's most serious ones."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import RiskResult
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, span
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM
from auditloop.render.views.risks.words import incidents, level, plan, review, trend

_MOST_OF_TEAM = 5


def risk_link(ctx: Context, risk: str) -> Markup:
    return anchored(ctx.href.page(ctx.path.risks, risk), ctx.text(ctx.workspace.risks[risk].name))


def risk_table(
    ctx: Context, risks: Sequence[RiskResult], caption: str, *, anchor: str, empty: str, team_column: bool = True
) -> Table:
    t = ctx.words.t
    rows = []
    for risk in risks:
        cells = [
            Cell(lines(risk_link(ctx, risk.id), span("al-muted al-small", risk.id)), risk.id),
            *([Cell(say.whose(ctx, risk.team), ctx.team_name(risk.team))] if team_column else []),
            Cell(level(ctx, risk), say.RISK_ORDER[risk.level]),
            Cell(trend(ctx, risk), risk.trend or ""),
            Cell(plan(ctx, risk), risk.drill_result or ""),
            Cell(review(ctx, risk), risk.review.isoformat() if risk.review else ""),
            Cell(incidents(ctx, risk), str(risk.incidents.year) if risk.incidents else ""),
        ]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(t("column.risk_name"), "al-main al-wide"),
        *([Column(t("column.team"), choose=t("choose.team"))] if team_column else []),
        Column(t("risks.level"), choose=t("choose.risk")),
        Column(t("risks.trend_heading")),
        Column(t("risks.plan_heading")),
        Column(t("risks.review")),
        Column(t("risks.incidents")),
    ]
    filterable = len(rows) > FILTER_FROM
    return Table(caption, tuple(columns), tuple(rows), empty, id=anchor, filterable=filterable, css="al-table--alerts")


def team_risks(ctx: Context, team: str) -> Table | None:
    """The most serious of a team's; None of a team without any."""
    found = [risk for risk in ctx.results.risks.risks if risk.team == team and risk.closed is None]
    if not found:
        return None
    caption = ctx.words.t("risks.team_caption")
    return risk_table(ctx, found[:_MOST_OF_TEAM], caption, anchor="risk-table", empty="", team_column=False)
