"""Teams of different size beside each other: each value over its number of cases, between limits that narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import HEIGHT, WIDTH, beside, clip, end_places, extent, numbers, ticks

_LEFT = 48
_BOTTOM = 44
_NAMED = 14
"""With more teams only those outside the limits are named; the others have their names in the tooltip."""
_SIZE = 11.5


def template() -> dict[str, Any]:
    import altair as alt

    x_scale = alt.Scale(
        type="linear", domainMin=base.expr("first"), domainMax=base.expr("last"), nice=False, zero=False
    )
    axis = alt.Axis(values=base.expr("sizes"), format=",.9~f", grid=False, title=None)
    x = alt.X("n:Q", scale=x_scale, axis=axis)
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())

    def side(name: str) -> Any:
        return alt.Y(f"{name}:Q", scale=base.value_scale())

    def edge(name: str, dash: Sequence[float]) -> Any:
        return (
            base.on("curve")
            .mark_line(color=palette.LINE_2, strokeWidth=0.9, strokeDash=list(dash), strokeCap="butt")
            .encode(x=x, y=side(name))
        )

    band = base.on("curve").mark_area(color=palette.BAND).encode(x=x, y=side("lower_998"), y2="upper_998:Q")
    edges = [
        edge(f"{end}_{share}", dash) for share, dash in (("95", (2, 3)), ("998", (1, 0))) for end in ("lower", "upper")
    ]
    centre = base.on("curve").mark_line(color=palette.LINE_2, strokeWidth=1.3).encode(x=x, y=side("centre"))
    looks = alt.Scale(domain=[*palette.LOOKS], range=[*palette.LOOK_COLOURS])
    shapes = alt.Scale(domain=[*palette.LOOKS], range=[*palette.LOOK_SHAPES])
    points = (
        base.on("points")
        .mark_point(filled=True, opacity=1, size=base.expr("36 * datum.weight"), tooltip=base.tips())
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("look:N", scale=looks, legend=None),
            shape=alt.Shape("look:N", scale=shapes, legend=None),
        )
    )
    names = (
        base.on("points")
        .mark_text(
            align=base.expr("datum.left ? 'right' : 'left'"),
            dx=base.expr("datum.left ? -9 : 9"),
            fontSize=_SIZE,
            color=palette.INK_2,
            text=base.expr("narrow && datum.look == 'common' ? '' : datum.name"),
        )
        .encode(x=x, y=alt.Y("at:Q", scale=base.value_scale()))
    )
    below = base.on("head").mark_text(
        align="right", color=palette.INK_3, x=base.expr("width"), y=base.expr("height + 34"), text=base.expr("words.x")
    )
    hits = base.on("points").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    layers = [band, *edges, centre, points, names, below, base.end_labels(), hits, *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("points")
    curve = [
        base.clean(r, "n", "centre", "lower_95", "upper_95", "lower_998", "upper_998") for r in chart.rows("curve")
    ]
    sizes = numbers(curve, "n") + numbers(rows, "n")
    first, last = (min(sizes), max(sizes)) if sizes else (0.0, 1.0)
    first, last = (first, last) if first < last else (first * 0.9, last * 1.1 or 1.0)
    low, high = extent(numbers(rows, "value") + numbers(curve, "lower_998", "upper_998"), chart.low, chart.high)
    ends = _ends(chart, curve, low, high)
    right = base.label_room(e["label"] for e in ends)
    width = WIDTH - _LEFT - right
    points = [_point(r) for r in rows]
    _named(points, (first, last), (low, high), width)
    looks = {str(p["look"]) for p in points}
    key, wide, small = base.key(
        (chart.words.get(look, ""), shape, colour, colour)
        for look, shape, colour in zip(palette.LOOKS, palette.LOOK_SHAPES, palette.LOOK_COLOURS, strict=True)
        if look in looks and looks != {"common"}
    )
    return base.fill(
        datasets={"points": points, "curve": curve, "ends": ends, "key": key},
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "sizes": ticks(first, last, 4),
            "endroom": right - 10,
        },
        words={"y": chart.words.get("y", ""), "x": chart.words.get("x", "")},
        left=_LEFT,
        right=right,
        narrow_right=min(right, 92),
        bottom=_BOTTOM,
        above=8,
        key_lines=(wide, small),
    )


def _point(row: Mapping[str, object]) -> dict[str, object]:
    look = str(row.get("signal", "common"))
    weight = palette.LOOK_WEIGHTS[palette.LOOKS.index(look)]
    return base.clean(row, "n", "value", clips={"name": 18}) | {"look": look, "weight": max(weight, 1.4)}


def _named(points: list[dict[str, object]], across: tuple[float, float], up: tuple[float, float], width: float) -> None:
    """Names beside their points, those outside the limits first."""
    tall = HEIGHT - _BOTTOM - 40
    named = []
    for point in sorted(points, key=lambda p: (p["look"] == "common", -float(str(p["n"])))):
        if len(points) > _NAMED and point["look"] == "common":
            point |= {"name": "", "at": point["value"], "left": False}
        else:
            named.append(point)
    at = [
        (
            (float(str(p["n"])) - across[0]) / (across[1] - across[0]) * width,
            (float(str(p["value"])) - up[0]) / (up[1] - up[0]) * tall,
            str(p["name"]),
        )
        for p in named
    ]
    for point, (left, y) in zip(named, beside(at, width, _SIZE), strict=True):
        point |= {"left": left, "at": round(up[0] + y / tall * (up[1] - up[0]), 6)}


def _ends(chart: Chart, curve: Sequence[Mapping[str, object]], low: float, high: float) -> list[dict[str, object]]:
    """What the lines are, at their right end."""
    found = [
        (clip(chart.words.get(word, ""), 13), palette.INK_2 if field == "centre" else palette.INK_3, values[0])
        for word, field in (("limit_998", "upper_998"), ("limit_95", "upper_95"), ("centre", "centre"))
        if chart.words.get(word) and (values := numbers(curve[-1:], field))
    ]
    places = end_places([value for _, _, value in found], low, high, 16)
    return [
        {"label": label, "colour": colour, "role": "line", **place}
        for (label, colour, _), place in zip(found, places, strict=True)
    ]
