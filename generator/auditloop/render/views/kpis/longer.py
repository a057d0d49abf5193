"""A series in quarters and years, with how they were made."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import Coarse, CoarsePoint, KpiResult, Series
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table, muted, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.kpis.measured import sample_words, with_unit_head


@dataclass(frozen=True, slots=True)
class Longer:
    how: str
    tables: tuple[Table, ...]


def longer(ctx: Context, kpi: KpiResult, series: Series, suffix: str = "") -> Longer | None:
    """None where its kind of data cannot be pooled, or it moves in years already."""
    if not series.coarse:
        return None
    return Longer(
        ctx.words.t(f"longer.how_{series.coarse[0].how}"),
        tuple(_table(ctx, kpi, coarse, suffix) for coarse in series.coarse),
    )


def _table(ctx: Context, kpi: KpiResult, coarse: Coarse, suffix: str) -> Table:
    t = ctx.words.t
    sampled = any(p.n is not None for p in coarse.points)
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(p.period), p.period),
                Cell(_value(ctx, kpi, p), "" if p.value is None else f"{p.value:.10g}"),
                *([Cell(sample_words(ctx, p) or say.no_value(ctx, "empty.no_sample"))] if sampled else []),
                Cell(_parts(ctx, p), f"{p.parts}"),
            )
        )
        for p in reversed(coarse.points)
    ]
    columns = (
        Column(t("column.period"), "al-nowrap"),
        Column(with_unit_head(t("column.value"), say.unit_word(ctx, kpi.unit)), "al-num"),
        *([Column(t("column.sample"), "al-num")] if sampled else []),
        Column(t("spc.column.parts"), "al-num"),
    )
    return Table(
        t(f"longer.caption_{coarse.step}"),
        columns,
        tuple(rows),
        css="al-table--compact",
        visible_caption=True,
        id=f"by-{coarse.step}{suffix}",
    )


def _value(ctx: Context, kpi: KpiResult, point: CoarsePoint) -> Markup | str:
    if point.value is None:
        return say.no_value(ctx, "longer.lacking")
    return ctx.formats.number(point.value, kpi.decimals)


def _parts(ctx: Context, point: CoarsePoint) -> Markup | str:
    words = ctx.words.t("longer.parts", parts=point.parts, expected=point.expected)
    return spaced(words, muted(ctx.words.t("longer.partial"))) if point.partial else words
