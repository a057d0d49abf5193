"""Every value of an indicator, period by period, with a link to where it was written."""

from __future__ import annotations

from markupsafe import Markup
from markupsafe import escape as html_escape

from auditloop.assess.results import KpiResult, Point, Series
from auditloop.render.views import figures, judged, say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.kpis.measured import with_unit_head

VALUE_COLUMNS = 6
"""Teams per table of values: seven columns with the period."""


def value_tables(ctx: Context, result: KpiResult | None) -> tuple[Table, ...]:
    """Every value, newest first; more than six columns of teams go into further tables."""
    if result is None:
        return ()
    t = ctx.words.t
    label = with_unit_head(ctx.kpi_name(result.id), say.unit_word(ctx, result.unit))
    tables = []
    for start in range(0, len(result.series), VALUE_COLUMNS):
        some = result.series[start : start + VALUE_COLUMNS]
        points = [{p.period: p for p in s.points} for s in some]
        periods = sorted({p for found in points for p in found}, key=figures.first_day, reverse=True)
        rows = [
            Row(
                (
                    Cell(ctx.formats.short_period(period), period),
                    *(_value_cell(ctx, result, s, found.get(period)) for s, found in zip(some, points, strict=True)),
                )
            )
            for period in periods
        ]
        columns = (Column(t("column.period"), "al-nowrap"), *(Column(ctx.team_name(s.team), "al-num") for s in some))
        tables.append(Table(t("kpi.values_caption", measure=label), columns, tuple(rows), css="al-table--compact"))
    return tuple(tables)


def _value_cell(ctx: Context, kpi: KpiResult, series: Series, point: Point | None) -> Cell:
    if point is None or point.value is None:
        return Cell(say.no_value(ctx, "empty.no_value"), "")
    shown = judged.value(ctx, judged.of_point(ctx, kpi, point))
    number: Markup | str = shown
    origin = (
        ctx.workspace.origins.get(("observation", f"{kpi.id}/{series.team}/{point.period}")) if series.team else None
    )
    href = ctx.repository.view(*origin) if origin and ctx.repository else None
    if href:
        number = anchored(href, number)
    if point.excluded:
        number, shown = Markup(f"({html_escape(number)})"), ""
    # A page has thousands of these: what sorts by its own text needs no second number.
    return Cell(number, None if shown.replace(".", "", 1).isdigit() else f"{point.value:.10g}")
