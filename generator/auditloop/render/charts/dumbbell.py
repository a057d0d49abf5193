"""What was expected and what was got, one row each: two dots, and the gap between them."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette, rows
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ROW, extent, numbers

_ROOM = "(narrow ? 52 : 84)"
"""For the gap, at the right."""


def template() -> dict[str, Any]:
    import altair as alt

    x, y = rows.x("value", room=_ROOM, axis=base.value_axis(gridColor=palette.LINE)), rows.y()
    expected = alt.X("expected:Q", scale=rows.scale(_ROOM))
    tracks = (
        base.on("rows")
        .mark_rule(color=palette.LINE, x=base.expr("names"), x2=base.expr(f"width - {_ROOM}"))
        .encode(y=y)
    )
    bars = (
        base.on("rows")
        .transform_filter("isValid(datum.expected) && isValid(datum.value)")
        .mark_rule(strokeWidth=3)
        .encode(x=x, x2="expected:Q", y=y, color=base.signal_colour())
    )
    hollow = (
        base.on("rows")
        .mark_point(filled=True, opacity=1, size=110, color=palette.PAPER, stroke=palette.INK_2, strokeWidth=1.8)
        .encode(x=expected, y=y)
    )
    dots = (
        base.on("rows")
        .mark_point(filled=True, opacity=1, size=110)
        .encode(x=x, y=y, color=base.signal_colour(), shape=base.signal_shape())
    )
    words = (
        base.on("rows")
        .mark_text(align="right", color=palette.INK, x=base.expr("width"), text=base.expr("datum.label"))
        .encode(y=y)
    )
    header = base.on("head").mark_text(
        align="right", color=palette.INK_3, x=base.expr("width"), y=-9, text=base.expr("words.gap"), limit=84
    )
    layers = [tracks, bars, hollow, dots, words, header, rows.names("rows"), rows.hits("rows"), *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def layout(chart: Chart) -> dict[str, Any]:
    drawn = [
        base.clean(r, "order", "value", "expected", clips={"name": 40, "label": 10})
        | {"signal": r.get("signal", "common")}
        for r in chart.rows("rows")
    ]
    low, high = extent(numbers(drawn, "value", "expected"), chart.low, chart.high)
    judged = base.judgements(chart.words, drawn)
    entries = [
        (chart.words.get("expected", ""), "circle", palette.PAPER, palette.INK_2),
        *(judged or [(chart.words.get("common", ""), "circle", palette.COMMON, palette.COMMON)]),
    ]
    return rows.fill(chart, {"rows": drawn}, len(drawn), low, high, bottom=26, row=ROW + 8, above=18, key=entries)
