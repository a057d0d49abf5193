"""Importance against performance: cross-hairs at the means, each corner with its name, each point with its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import HEIGHT, WIDTH, beside, clip, number, numbers, ticks

_LEFT, _RIGHT, _BOTTOM = 44, 14, 46
_AIR = 0.3
"""Room around the points for their names and those of the corners, as a share of what the points need."""
_SIZE = 12
_CORNERS = ("concentrate-here", "keep-up", "low-priority", "possible-overkill")


def template() -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(type="linear", domainMin=base.expr("first"), domainMax=base.expr("last"), nice=False, zero=False)
    axis: dict[str, Any] = {"format": ",.9~f", "grid": False, "title": None}
    x = alt.X("value:Q", scale=scale, axis=alt.Axis(values=base.expr("sizes"), **axis))
    y = alt.Y("importance:Q", scale=base.value_scale(), axis=alt.Axis(values=base.expr("ticks"), **axis))
    across = base.on("cross").mark_rule(color=palette.LINE_2, strokeWidth=1.2).encode(y=y)
    up = base.on("cross").mark_rule(color=palette.LINE_2, strokeWidth=1.2).encode(x=x)
    corners = base.on("corners").mark_text(
        align=base.expr("datum.right ? 'right' : 'left'"),
        x=base.expr("datum.right ? width - 8 : 8"),
        y=base.expr("datum.top ? 13 : height - 13"),
        fontSize=_SIZE,
        fontWeight=base.expr("datum.strong ? 'bold' : 'normal'"),
        color=palette.INK_3,
        text=base.expr("datum.label"),
        limit=base.expr("width / 2 - 14"),
    )
    points = (
        base.on("points")
        .mark_point(filled=True, opacity=1, size=120)
        .encode(x=x, y=y, color=base.signal_colour(), shape=base.signal_shape())
    )
    names = (
        base.on("points")
        .mark_text(
            align=base.expr("datum.left ? 'right' : 'left'"),
            dx=base.expr("datum.left ? -11 : 11"),
            fontSize=_SIZE,
            color=palette.INK,
            text=base.expr("datum.name"),
            limit=base.expr("width / 2"),
        )
        .encode(x=x, y=alt.Y("at:Q", scale=base.value_scale()))
    )
    below = base.on("head").mark_text(
        align="right", color=palette.INK_3, x=base.expr("width"), y=base.expr("height + 36"), text=base.expr("words.x")
    )
    hits = base.on("points").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    return base.finish(alt.layer(base.heading(), across, up, corners, points, names, below, hits))


def layout(chart: Chart) -> dict[str, Any]:
    cross = [base.clean(r, "value", "importance") for r in chart.rows("cross")]
    rows = [*chart.rows("points"), *cross]
    first, last = _room(numbers(rows, "value"))
    low, high = _room(numbers(rows, "importance"))
    width, tall = WIDTH - _LEFT - _RIGHT, HEIGHT - _BOTTOM - 40
    points = [
        base.clean(r, "value", "importance", clips={"name": 22}) | {"signal": r.get("signal", "common")}
        for r in chart.rows("points")
    ]
    _named(points, (first, last, width), (low, high, tall))
    corners = [
        {
            "label": clip(chart.words.get(name, ""), 26),
            "top": name in _CORNERS[:2],
            "right": name in _CORNERS[1::2],
            "strong": name == _CORNERS[0],
        }
        for name in _CORNERS
    ]
    return base.fill(
        datasets={"points": points, "cross": cross, "corners": corners},
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "sizes": ticks(first, last),
        },
        words={"x": chart.words.get("x", ""), "y": chart.words.get("y", "")},
        left=_LEFT,
        right=_RIGHT,
        bottom=_BOTTOM,
        above=8,
    )


def _room(values: Sequence[float]) -> tuple[float, float]:
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    air = max(high - low, 0.1) * _AIR
    return low - air, high + air


def _named(points: list[dict[str, object]], across: tuple[float, float, float], up: tuple[float, float, float]) -> None:
    """Names beside their points, at the left in the right half, so that they stay in the chart on a phone too."""

    def place(point: Mapping[str, object], field: str, scale: tuple[float, float, float]) -> float:
        return ((number(point[field]) or 0.0) - scale[0]) / (scale[1] - scale[0]) * scale[2]

    at = [(place(p, "value", across), place(p, "importance", up), str(p["name"])) for p in points]
    for point, (left, y) in zip(points, beside(at, across[2] * 0.8, _SIZE), strict=True):
        point |= {"left": left, "at": round(up[0] + y / up[2] * (up[1] - up[0]), 6)}
