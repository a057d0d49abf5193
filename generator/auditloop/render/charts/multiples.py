"""One indicator for many teams: a small panel each with limits and signals, all on the same scale, with the target."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import (
    WIDTH,
    clip,
    extent,
    milliseconds,
    number,
    numbers,
    ticks,
    time_span,
    time_words,
)

PANEL = 150
"""Least width of a panel, its gap included; the loader in the browser uses the same number."""
_GAP = 34
_HEIGHT = 96
_BETWEEN = 68
"""Room between rows: for the months under one panel, and the name over the next."""
_LEFT = 8
_AXIS = 32
"""Fixed room for the numbers of the scale, so that nothing depends on measured text."""


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X(
        "x:T",
        scale=base.time_scale(),
        axis=base.time_axis(tickCount=2, domain=True, labelFontSize=11, minExtent=36, maxExtent=36),
    )
    y = alt.Y(
        "value:Q", scale=base.value_scale(), axis=base.value_axis(labelFontSize=11, minExtent=_AXIS, maxExtent=_AXIS)
    )
    target = (
        alt.Chart()
        .mark_line(color=palette.TARGET, strokeWidth=1, interpolate="step-after")
        .encode(x=x, y=alt.Y("target:Q", scale=base.value_scale()))
    )
    band = (
        alt.Chart()
        .transform_filter("isValid(datum.upper)")
        .mark_area(color=palette.BAND, interpolate="step")
        .encode(x=x, y=alt.Y("lower:Q", scale=base.value_scale()), y2="upper:Q", detail="segment:O")
    )
    centre = (
        alt.Chart()
        .transform_filter("isValid(datum.centre)")
        .mark_line(color=palette.LINE_2, strokeWidth=0.8, interpolate="step")
        .encode(x=x, y=alt.Y("centre:Q", scale=base.value_scale()), detail="segment:O")
    )
    line = (
        alt.Chart()
        .mark_line(color=palette.SERIES, strokeWidth=1.3)
        .encode(x=x, y=alt.Y("counted:Q", scale=base.value_scale()))
    )
    looks = alt.Scale(domain=[*palette.LOOKS], range=[*palette.LOOK_COLOURS])
    shapes = alt.Scale(domain=[*palette.LOOKS], range=[*palette.LOOK_SHAPES])
    dots = (
        alt.Chart()
        .transform_filter("datum.latest || datum.look != 'common'")
        .mark_point(
            filled=True,
            opacity=1,
            size=base.expr("datum.latest ? 38 : datum.look == 'bad' ? 26 : 18"),
            strokeWidth=base.expr("datum.look == 'excluded' ? 1 : 0"),
            stroke=palette.COMMON,
        )
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("look:N", scale=looks, legend=None),
            shape=alt.Shape("look:N", scale=shapes, legend=None),
        )
    )
    value = (
        alt.Chart()
        .transform_filter("datum.latest")
        .mark_text(
            align="right",
            fontSize=12,
            fontWeight="bold",
            color=palette.INK,
            x=base.expr("panel"),
            y=-12,
            text=base.expr("datum.label"),
        )
    )
    name = (
        alt.Chart()
        .transform_filter("datum.head")
        .mark_text(
            align="left",
            fontSize=12,
            color=palette.INK_2,
            x=0,
            y=-12,
            text=base.expr("datum.head"),
            limit=base.expr("panel - 44"),
        )
    )
    hits = alt.Chart().mark_point(filled=True, opacity=0, size=160, tooltip=base.tips()).encode(x=x, y=y)
    panel = alt.layer(band, centre, target, line, dots, value, name, hits).properties(width=WIDTH, height=_HEIGHT)
    facet = alt.Facet(
        "order:O", header=alt.Header(title=None, labelExpr="''", labelPadding=0, labelFontSize=1), sort="ascending"
    )
    whole = panel.facet(
        facet=facet, columns=4, data=base.rows("points"), spacing={"row": _BETWEEN, "column": _GAP}, bounds="flush"
    )
    whole = whole.resolve_axis(x="independent")  # shared, it would be drawn under the empty cells of the last row too
    return base.finish(whole.properties(title=alt.TitleParams(text=base.expr("words.y"), frame="bounds", offset=8)))


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("points")
    seen: set[object] = set()
    points = []
    for r in rows:
        row = base.clean(r, "order", "x", "value", "target", "latest", "lower", "centre", "upper", "segment")
        row["look"] = "excluded" if r.get("excluded") else r.get("signal", "common")
        row["counted"] = None if r.get("excluded") else row.get("value")
        if r.get("latest"):
            row["label"] = clip(str(r.get("label", "")), 10)
        if r["order"] not in seen:
            seen.add(r["order"])
            row["head"] = clip(str(r["team"]), 22)
        points.append(row)
    first, last = time_span([milliseconds(r["x"]) for r in rows])
    low, high = extent(numbers(points, "counted", "target", "lower", "upper"), chart.low, chart.high)
    for row in points:
        if (value := number(row.get("value"))) is not None:  # one left out may lie far outside: it stays at the edge
            edge = (high - low) * 0.04 if row["look"] == "excluded" else 0
            row["value"] = min(max(value, low + edge), high - edge)
    columns = _columns(len(seen), (WIDTH - _LEFT - _AXIS + _GAP) // PANEL)
    lines = -(-len(seen) // columns)
    filled = base.fill(
        datasets={"points": points},
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high, 3),
            "first": first,
            "last": last,
            "time": time_words(chart.lang, first, last),
        },
        words={"y": chart.words.get("y", "")},
        left=_LEFT,
        right=8,
        bottom=4,
        above=2,
        height=lines * (_HEIGHT + _BETWEEN) - _BETWEEN,
        fluid=False,
        own_heading=True,
    )
    filled["columns"] = columns
    filled["usermeta"]["panel"] = {
        "least": PANEL,
        "axis": _AXIS,
        "gap": _GAP,
        "height": _HEIGHT,
        "between": _BETWEEN,
        "count": len(seen),
    }
    del filled["height"]
    filled["width"] = round((filled["width"] - _AXIS - _GAP * (columns - 1)) / columns, 1)
    filled["params"].append({"name": "panel", "value": filled["width"]})
    return filled


def _columns(count: int, most: int) -> int:
    """As many columns as fit, or one less where that leaves fewer gaps in the last row."""
    fit = max(1, min(count, most))
    return min((fit, max(fit - 1, min(2, fit))), key=lambda columns: -count % columns)
