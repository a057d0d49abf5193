"""The days to come, as a table: when, what, who."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.reports import Dates
from auditloop.assess.reports.facts import Ahead
from auditloop.render.views import registers
from auditloop.render.views.common import Cell, Column, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.plans.words import record_link


def dates_table(ctx: Context, dates: Dates, most: int | None = None) -> Table:
    t = ctx.words.t
    rows = [
        Row((Cell(ctx.formats.day(each.date), each.date.isoformat()), *_cells(ctx, each)))
        for each in dates.ahead[:most]
    ]
    columns = (
        Column(t("column.date"), "al-nowrap"),
        Column(t("column.what"), "al-main al-wide"),
        Column(t("column.owner")),
    )
    return Table(
        t("reports.dates.caption"), columns, tuple(rows), t("empty.no_dates"), id="date-table", css="al-table--dates"
    )


def _cells(ctx: Context, each: Ahead) -> tuple[Cell, Cell]:
    if each.kind == "action":
        action = ctx.actions[each.id]
        return _pair(ctx, "action", registers.action_link(ctx, action), ctx.person_name(action.owner))
    if each.kind == "milestone":
        return _pair(ctx, "milestone", record_link(ctx, each.id), _owner(ctx, ctx.milestones[each.id].owner))
    if each.kind == "review":
        risk = ctx.workspace.risks[each.id]
        link = anchored(ctx.href.page(ctx.path.risks, each.id), ctx.text(risk.name))
        return _pair(ctx, "review", link, ctx.person_name(risk.owner))
    if each.kind == "acceptance":
        finding = ctx.findings[each.id]
        return _pair(ctx, "acceptance", registers.finding_link(ctx, finding), ctx.team_name(finding.team))
    record, position = each.id.rsplit("/", 1)
    holder = ctx.spoken(record)
    if each.kind == "decision":
        decision = holder.decisions[int(position)]
        return _pair(ctx, "decision", ctx.text(decision.text), _owner(ctx, decision.owner))
    return Cell(ctx.text(holder.next_dates[int(position)].what)), Cell("")


def _owner(ctx: Context, owner: str | None) -> str:
    return ctx.person_name(owner) if owner else ""


def _pair(ctx: Context, kind: str, what: Markup, who: str) -> tuple[Cell, Cell]:
    return Cell(ctx.words.html(f"reports.dates.{kind}", what=what)), Cell(who)
