"""Actions aimed at an indicator: before, after, what the data say and what people verified."""

from __future__ import annotations

from auditloop.assess.results import ActionMark, KpiResult
from auditloop.model import Kpi
from auditloop.render.views import effects, say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, small, spaced
from auditloop.render.views.context import Context


def action_table(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    """Done ones first, by day; then the others."""
    t = ctx.words.t
    rows = [Row(_cells(ctx, result, mark)) for mark in result.actions] if result else []
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("effect.before_after")),
        Column(t("effect.difference")),
        Column(t("effect.by_data")),
        Column(t("column.verdict")),
    )
    return Table(
        t("kpi.actions_caption"),
        columns,
        tuple(rows),
        t("empty.no_kpi_actions"),
        id="action-table",
        css="al-table--effects",
    )


def _cells(ctx: Context, kpi: KpiResult, mark: ActionMark) -> tuple[Cell, ...]:
    action = ctx.actions[mark.action]
    title = anchored(ctx.action_href(mark.action), ctx.text(mark.title))
    done = muted(ctx.words.t("effect.done", date=ctx.formats.day(mark.date))) if mark.date else ""
    head = Cell(
        lines(title, small(spaced(say.team_link(ctx, mark.team), done))), mark.date.isoformat() if mark.date else ""
    )
    written = say.verdict(ctx, action.verdict) if action.verdict else say.action_status(ctx, action)
    effect = mark.effect
    if effect is None:
        nothing = Cell(say.no_value(ctx, "empty.no_effect"), "")
        return (head, nothing, nothing, nothing, Cell(written, action.verdict or ""))
    windows = (
        effects.window(ctx, kpi, effect.before_window, effect.before),
        effects.window(ctx, kpi, effect.after_window, effect.after),
    )
    return (
        head,
        Cell(lines(*windows)),
        Cell(effects.difference(ctx, kpi, effect), "" if effect.change is None else f"{effect.change:.6g}"),
        Cell(
            lines(
                effects.data_verdict(ctx, kpi, effect),
                muted(ctx.words.t("effect.signal")) if effect.signal and effect.better else "",
            ),
            effect.verdict or "",
        ),
        Cell(lines(written, effects.contradiction(ctx, effect)), action.verdict or ""),
    )
