"""What actions did to an indicator: before, after, improvement rate, verdict."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import ActionResult, KpiResult
from auditloop.model import Kpi
from auditloop.render.views import registers, say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, lines, muted, small, spaced
from auditloop.render.views.context import Context


def action_table(ctx: Context, kpi: Kpi, result: KpiResult | None) -> Table:
    t = ctx.words.t
    rows = []
    for action in ctx.actions_by_kpi.get(kpi.id, []):
        effect = action.effect if action.effect and action.effect.kpi == kpi.id else None
        cells = [
            Cell(registers.action_link(ctx, action)),
            Cell(say.team_link(ctx, action.team)),
            Cell(say.action_status(ctx, action)),
            Cell(
                lines(
                    _window(ctx, result, effect.before_window, effect.before),
                )
                if effect and result
                else BLANK
            ),
            Cell(_window(ctx, result, effect.after_window, effect.after) if effect and result else BLANK),
            Cell(effect_change(ctx, action) if effect else say.no_value(ctx, "empty.no_effect")),
            Cell(say.verdict(ctx, action.verdict)),
        ]
        rows.append(Row(tuple(cells)))
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.team")),
        Column(t("column.status")),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.effect"), "al-nowrap"),
        Column(t("column.verdict")),
    )
    return Table(t("kpi.actions_caption"), columns, tuple(rows), t("empty.no_kpi_actions"), id="action-table")


def _window(ctx: Context, kpi: KpiResult | None, window: str, value: float | None) -> Markup:
    if kpi is None:
        return BLANK
    return lines(say.kpi_value_html(ctx, kpi, value), muted(ctx.formats.window(window)))


def effect_change(ctx: Context, action: ActionResult) -> Markup:
    """The improvement rate, with whether it went the right way."""
    effect = action.effect
    if effect is None or effect.change is None:
        return say.no_value(ctx, "empty.no_effect_yet")
    tone = None if effect.better is None else "good" if effect.better else "bad"
    word = "changed" if effect.better is None else "better" if effect.better else "worse"
    number = ctx.formats.signed_percent(effect.change, 1)
    return spaced(say.arrow(number, effect.change * 100, 1, tone), small(ctx.words.t(f"change.{word}")))
