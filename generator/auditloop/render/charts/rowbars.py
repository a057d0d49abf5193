"""Charts made of rows, a name at the left and a mark at the right: waterfall, Pareto and domain dots."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ROW, extent, numbers, ticks

_NAMES = base.Computed("min(230, width * (narrow ? 0.4 : 0.34))")


def waterfall() -> dict[str, Any]:
    """What moved an index: bars to both sides of zero with their sign."""
    import altair as alt

    x, y = _x("points"), _y()
    zero = base.on("zero").mark_rule(color=palette.LINE_2).encode(x=x)
    bars = base.on("bars").mark_bar(tooltip=base.tips()).encode(x=x, x2=alt.X2Datum(0), y=y, color=base.signal_colour())
    words = (
        base.on("bars")
        .mark_text(
            align=base.expr("datum.points < 0 ? 'right' : 'left'"),
            dx=base.expr("datum.points < 0 ? -6 : 6"),
            color=palette.INK,
            text=base.expr("datum.label"),
        )
        .encode(x=x, y=y)
    )
    return base.finish(alt.layer(base.heading(), zero, bars, words, _names("bars"), _hits("bars")))


def waterfall_layout(chart: Chart) -> dict[str, Any]:
    bars = [
        base.clean(r, "order", "points", clips={"name": 40, "label": 12}) | {"signal": r.get("signal", "common")}
        for r in chart.rows("bars")
    ]
    values = [0.0, *numbers(bars, "points")]
    air = max(max(values) - min(values), 1e-9) * 0.2
    low = min(values) - (air if min(values) < 0 else 0)
    high = max(values) + (air if max(values) > 0 else 0)
    return _fill(
        chart, {"bars": bars, "zero": [{"points": 0}]}, len(bars), low, high if high > low else low + 1, bottom=6
    )


def pareto() -> dict[str, Any]:
    """What accounts for most: sorted bars with their number; the cumulative share is text, not a second axis."""
    import altair as alt

    x, y = _x("value", room=78), _y()
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
    return base.finish(alt.layer(base.heading(), bars, words, shares, header, _names("bars"), _hits("bars")))


def pareto_layout(chart: Chart) -> dict[str, Any]:
    bars = [
        base.clean(r, "order", "value", clips={"name": 40, "label": 12, "cumulative": 10}) for r in chart.rows("bars")
    ]
    high = max([*numbers(bars, "value"), 1e-9])
    return _fill(chart, {"bars": bars}, len(bars), 0, high * 1.08, bottom=6)


def domain_dots() -> dict[str, Any]:
    """A team's domains: its own score as a dot against the median of the teams as a tick."""
    import altair as alt

    x, y = _x("value", axis=base.value_axis(gridColor=palette.LINE)), _y()
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
        .encode(x=alt.X("median:Q", scale=_scale()), y=y)
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
    layers = [tracks, gaps, medians, dots, words, _names("rows"), _hits("rows"), *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def domain_dots_layout(chart: Chart) -> dict[str, Any]:
    rows = [
        base.clean(r, "order", "value", "median", clips={"name": 40, "label": 10})
        | {"signal": r.get("signal", "common")}
        for r in chart.rows("rows")
    ]
    low, high = extent(numbers(rows, "value", "median"), chart.low, chart.high)
    entries = [
        (chart.words.get("own", ""), "circle", palette.COMMON, palette.COMMON),
        (chart.words.get("median", ""), "M0,-1.5L0,1.5", "transparent", palette.INK_2),
    ]
    return _fill(chart, {"rows": rows}, len(rows), low, high, bottom=26, row=ROW + 10, key=entries)


def _fill(
    chart: Chart,
    datasets: dict[str, object],
    count: int,
    low: float,
    high: float,
    *,
    bottom: float,
    row: float = ROW,
    key: Sequence[tuple[str, str, str, str]] = (),
) -> dict[str, Any]:
    key_rows, wide, small = base.key(key)
    return base.fill(
        datasets=datasets | ({"key": key_rows} if key else {}),
        params={"low": low, "high": high, "ticks": ticks(low, high), "names": _NAMES},
        words={"y": chart.words.get("y", ""), "cumulative": chart.words.get("cumulative", "")},
        left=0,
        right=16,
        bottom=bottom,
        above=6,
        height=count * row,
        fluid=False,
        key_lines=(wide, small),
    )


def _scale(room: int = 0) -> Any:
    import altair as alt

    return alt.Scale(
        type="linear",
        domainMin=base.expr("low"),
        domainMax=base.expr("high"),
        nice=False,
        zero=False,
        range=[base.expr("names"), base.expr(f"width - {room}")],
    )


def _x(name: str, room: int = 0, axis: Any = None) -> Any:
    import altair as alt

    return alt.X(f"{name}:Q", scale=_scale(room), axis=axis)


def _y() -> Any:
    import altair as alt

    return alt.Y("order:O", scale=base.row_scale(), sort="ascending", axis=None)


def _names(data: str) -> Any:
    return (
        base.on(data)
        .mark_text(align="left", x=0, color=palette.INK, text=base.expr("datum.name"), limit=base.expr("names - 12"))
        .encode(y=_y())
    )


def _hits(data: str) -> Any:
    """The whole row answers the pointer, not only its bar."""
    return base.on(data).mark_bar(opacity=0, x=0, x2=base.expr("width"), tooltip=base.tips()).encode(y=_y())
