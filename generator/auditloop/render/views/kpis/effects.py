"""Actions aimed at an indicator: before, after, what the data say and what people verified."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import ActionMark, ActionResult, KpiResult
from auditloop.model import Kpi
from auditloop.render.views import effects, say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, small, spaced
from auditloop.render.views.context import Context


def action_table(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    """Done ones first, by day; then the others."""
    t = ctx.words.t
    rows = [Row(_cells(ctx, result, mark)) for mark in result.actions] if result else []
    columns = (
        Column(t("column.action"), "al-main al-wide"),
        Column(t("column.status")),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("effect.difference")),
        Column(t("effect.by_data")),
        Column(t("column.verdict")),
    )
    return Table(t("kpi.actions_caption"), columns, tuple(rows), t("empty.no_kpi_actions"), id="action-table")


def _cells(ctx: Context, kpi: KpiResult, mark: ActionMark) -> tuple[Cell, ...]:
    action = ctx.actions[mark.action]
    title = anchored(ctx.action_href(mark.action), ctx.text(mark.title))
    done = small(muted(ctx.formats.day(mark.date))) if mark.date else ""
    head = (
        Cell(lines(title, small(say.team_link(ctx, mark.team)))),
        Cell(lines(say.action_status(ctx, action), done), mark.date.isoformat() if mark.date else ""),
    )
    written = say.verdict(ctx, action.verdict)
    effect = mark.effect
    if effect is None:
        nothing = Cell(say.no_value(ctx, "empty.no_effect"), "")
        return (*head, nothing, nothing, nothing, nothing, Cell(written, action.verdict or ""))
    return (
        *head,
        Cell(effects.window(ctx, kpi, effect.before_window, effect.before)),
        Cell(effects.window(ctx, kpi, effect.after_window, effect.after)),
        Cell(effects.difference(ctx, kpi, effect), "" if effect.change is None else f"{effect.change:.6g}"),
        Cell(effects.data_verdict(ctx, kpi, effect), effect.verdict or ""),
        Cell(lines(written, effects.contradiction(ctx, effect)), action.verdict or ""),
    )


def effect_change(ctx: Context, action: ActionResult) -> Markup:
    """The improvement rate, with whether it went the right way."""
    effect = action.effect
    if effect is None or effect.change is None:
        return say.no_value(ctx, "empty.no_effect_yet")
    tone = None if effect.better is None else "good" if effect.better else "bad"
    word = "changed" if effect.better is None else "better" if effect.better else "worse"
    number = ctx.formats.signed_percent(effect.change, 1)
    return spaced(say.arrow(number, effect.change * 100, 1, tone), small(ctx.words.t(f"change.{word}")))
