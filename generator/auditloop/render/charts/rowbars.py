"""Charts made of rows, a name at the left and a mark at the right: Pareto and domain dots."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette, rows
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ROW, extent, numbers


def pareto() -> dict[str, Any]:
    """What accounts for most: sorted bars with their number; the cumulative share is text, not a second axis."""
    import altair as alt

    x, y = rows.x("value", room=78), rows.y()
    bars = base.on("bars").mark_bar(color=palette.COMMON, tooltip=base.tips()).encode(x=x, x2=alt.X2Datum(0), y=y)
    words = (
        base.on("bars").mark_text(align="left", dx=6, color=palette.INK, text=base.expr("datum.label")).encode(x=x, y=y)
    )
    shares = (
        base.on("bars")
        .mark_text(align="right", color=palette.INK_3, x=base.expr("width"), text=base.expr("datum.cumulative"))
        .encode(y=y)
    )
    header = base.on("head").mark_text(
        align="right", color=palette.INK_3, x=base.expr("width"), y=-11, text=base.expr("words.cumulative"), limit=150
    )
    return base.finish(alt.layer(base.heading(), bars, words, shares, header, rows.names("bars"), rows.hits("bars")))


def pareto_layout(chart: Chart) -> dict[str, Any]:
    bars = [
        base.clean(r, "order", "value", clips={"name": 40, "label": 12, "cumulative": 10}) for r in chart.rows("bars")
    ]
    high = max([*numbers(bars, "value"), 1e-9])
    return rows.fill(chart, {"bars": bars}, len(bars), 0, high * 1.08, bottom=6)


def domain_dots() -> dict[str, Any]:
    """A team's domains: its own score as a dot against the median of the teams as a tick."""
    import altair as alt

    x, y = rows.x("value", axis=base.value_axis(gridColor=palette.LINE)), rows.y()
    tracks = base.on("rows").mark_rule(color=palette.LINE, x=base.expr("names"), x2=base.expr("width")).encode(y=y)
    gaps = (
        base.on("rows")
        .transform_filter("isValid(datum.median) && isValid(datum.value)")
        .mark_rule(color=palette.LINE_2, strokeWidth=1.5)
        .encode(x=x, x2="median:Q", y=y)
    )
    medians = (
        base.on("rows")
        .mark_tick(color=palette.INK_2, thickness=2, size=16, orient="vertical", tooltip=base.tips())
        .encode(x=alt.X("median:Q", scale=rows.scale()), y=y)
    )
    dots = (
        base.on("rows")
        .mark_point(filled=True, opacity=1, size=110, tooltip=base.tips())
        .encode(x=x, y=y, color=base.signal_colour(), shape=base.signal_shape())
    )
    words = (
        base.on("rows")
        .mark_text(dy=-13, fontSize=11, color=palette.INK, text=base.expr("datum.label"))
        .encode(x=x, y=y)
    )
    layers = [tracks, gaps, medians, dots, words, rows.names("rows"), rows.hits("rows"), *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def domain_dots_layout(chart: Chart) -> dict[str, Any]:
    dots = [
        base.clean(r, "order", "value", "median", clips={"name": 40, "label": 10})
        | {"signal": r.get("signal", "common")}
        for r in chart.rows("rows")
    ]
    low, high = extent(numbers(dots, "value", "median"), chart.low, chart.high)
    entries = [
        (chart.words.get("own", ""), "circle", palette.COMMON, palette.COMMON),
        (chart.words.get("median", ""), "M0,-1.5L0,1.5", "transparent", palette.INK_2),
    ]
    return rows.fill(chart, {"rows": dots}, len(dots), low, high, bottom=26, row=ROW + 10, key=entries)
