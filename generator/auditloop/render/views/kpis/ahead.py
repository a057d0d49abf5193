"""What comes next if nothing changes: the forecast of a series in sentences and as a table."""

from __future__ import annotations

from auditloop.assess.results import ForecastPoint, KpiResult, Series
from auditloop.render.views import judged
from auditloop.render.views.common import Cell, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.kpis import reading


def words(ctx: Context, kpi: KpiResult, series: Series) -> str:
    """The next period, the last one, and the target beside them; or why there is no forecast."""
    t, found = ctx.words.t, series.forecast
    if found is None:
        rare = ctx.workspace.kpis[kpi.id].kind_of_data == "rare-event"
        return t("spc.ahead.rare" if rare else "spc.ahead.none")
    first, last = found.points[0], found.points[-1]
    near = ctx.words.n(
        "spc.ahead.steady",
        found.n,
        kpi=ctx.kpi_name(kpi.id),
        period=ctx.formats.period(first.period),
        low=reading.limit(ctx, kpi, first.low),
        high=reading.limit_text(ctx, kpi, first.high),
    )
    far = t(
        "spc.ahead.further",
        period=ctx.formats.period(last.period),
        low=reading.limit(ctx, kpi, last.low),
        high=reading.limit_text(ctx, kpi, last.high),
    )
    return ctx.words.sentences([near, far, _target(ctx, kpi, series, first), t("spc.ahead.note")])


def _target(ctx: Context, kpi: KpiResult, series: Series, point: ForecastPoint) -> str:
    if series.target is None or kpi.better == "neither":
        return ""
    lower_is_better = kpi.better == "lower"
    if point.low <= series.target <= point.high:
        key = "inside"
    else:
        key = "better" if (point.high < series.target) == lower_is_better else "worse"
    return ctx.words.t(f"spc.ahead.target_{key}", target=judged.target_text(ctx, judged.of_series(ctx, kpi, series)))


def table(ctx: Context, kpi: KpiResult, series: Series, anchor: str) -> Table | None:
    if series.forecast is None:
        return None
    t = ctx.words.t
    rows = [
        Row(
            (
                Cell(ctx.formats.short_period(p.period), p.period),
                Cell(reading.limit_text(ctx, kpi, p.value)),
                Cell(reading.between(ctx, kpi, p.low, p.high)),
            )
        )
        for p in series.forecast.points
    ]
    columns = (
        Column(t("column.period"), "al-nowrap"),
        Column(t("spc.ahead.expected"), "al-num"),
        Column(t("spc.ahead.interval"), "al-num"),
    )
    return Table(t("spc.ahead.caption"), columns, tuple(rows), css="al-table--compact", id=anchor)
