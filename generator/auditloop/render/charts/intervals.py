"""Estimates with what chance leaves open: one over time, with a whisker at every point; several beside each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette, rows
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import (
    ROW,
    WIDTH,
    clip,
    ems,
    end_places,
    extent,
    milliseconds,
    number,
    numbers,
    ticks,
    time_span,
)

_LEFT = 40
_PHONE = 210
"""About how wide the plot is on a phone."""
_ROOM = "(narrow ? 54 : 96)"
"""For the value at the right of a row."""
_NAMES = 12
"""Room for a label at the right of a row, in ems."""


def trend() -> dict[str, Any]:
    """Separate surveys, so dots on a thin line; each whisker is its interval. Others' line stays faint behind it."""
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(), axis=None)
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    ground = (
        base.on("ground")
        .mark_rule(color=palette.LINE_2)
        .encode(y=alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis()))
    )
    others = base.on("others").mark_line(color=palette.FAINT, strokeWidth=1).encode(x=x, y=y)
    line = base.on("points").mark_line(color=palette.SERIES, strokeWidth=1.6).encode(x=x, y=y)
    whiskers = (
        base.on("points")
        .mark_rule(color=palette.LINE_2, strokeWidth=1.6)
        .encode(x=x, y=alt.Y("low:Q", scale=base.value_scale()), y2="high:Q")
    )
    dots = (
        base.on("points")
        .mark_point(filled=True, opacity=1, color=palette.SERIES, size=base.expr("datum.latest ? 90 : 48"))
        .encode(x=x, y=y)
    )
    ends = base.end_labels(size="datum.own ? 14 : 12", bold="datum.own")
    hits = [
        base.on(name).mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
        for name in ("others", "points")
    ]
    steps = (
        base.on("names").mark_rule(color=palette.LINE_2, y=base.expr("height"), y2=base.expr("height + 4")).encode(x=x)
    )
    names = (
        base.on("names")
        .mark_text(
            y=base.expr("height + 16"), color=palette.INK_3, text=base.expr("narrow && !datum.small ? '' : datum.label")
        )
        .encode(x=x)
    )
    layers = [ground, others, whiskers, line, dots, steps, names, ends, *hits]
    return base.finish(alt.layer(base.heading(), *layers))


def trend_layout(chart: Chart) -> dict[str, Any]:
    points = [
        base.clean(r, "x", "value", "low", "high") | {"latest": bool(r.get("latest"))} for r in chart.rows("points")
    ]
    others = [base.clean(r, "x", "value") for r in chart.rows("others")]
    first, last = time_span([milliseconds(r["x"]) for r in (*points, *others)], around=45)
    low, high = extent(numbers(points, "value", "low", "high") + numbers(others, "value"), chart.low, chart.high)
    ends = _ends(chart, low, high)
    right = base.label_room((e["label"] for e in ends), size=16)
    return base.fill(
        datasets={
            "points": points,
            "others": others,
            "ends": ends,
            "names": _named(chart.rows("points"), first, last, WIDTH - _LEFT - right),
            "ground": [{"value": low}, *([{"value": 0}] if low < 0 < high else [])],
        },
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "endroom": right - 10,
        },
        words={"y": chart.words.get("y", "")},
        left=_LEFT,
        right=right,
        narrow_right=min(right, 104),
        bottom=30,
        above=8,
        height=330,
    )


def _named(rows: Sequence[Mapping[str, object]], first: int, last: int, width: float) -> list[dict[str, object]]:
    """When each survey was, under its dot; where there is no room for all, the latest and as many before as fit."""
    named = [(clip(str(row.get("name", "")), 10), (milliseconds(row["x"]) - first) / (last - first)) for row in rows]
    wide, small = _fitting(named, width), _fitting(named, _PHONE)
    return [
        {"x": row["x"], "label": label, "small": at in small}
        for at, (row, (label, _)) in enumerate(zip(rows, named, strict=True))
        if at in wide
    ]


def _fitting(named: Sequence[tuple[str, float]], width: float) -> set[int]:
    """Which of these labels, each with its place on 0–1, do not touch on so many pixels; from the last on."""
    fitting: set[int] = set()
    free = math.inf
    for at in reversed(range(len(named))):
        label, place = named[at]
        half = ems(label) * base.FONT_SIZE / 2 + 5
        if place * width + half <= free:
            fitting.add(at)
            free = place * width - half
    return fitting


def _ends(chart: Chart, low: float, high: float) -> list[dict[str, object]]:
    """The latest value, and what the faint line is."""
    named = [
        (rows[-1], own)
        for rows, own in ((chart.rows("points"), True), (chart.rows("others"), False))
        if numbers(rows[-1:], "value")
    ]
    places = end_places(numbers([row for row, _ in named], "value"), low, high, 16)
    return [
        {"label": clip(str(row.get("label", "")), 15), "own": own, "colour": palette.INK if own else palette.INK_3}
        | place
        for (row, own), place in zip(named, places, strict=True)
    ]


def beside() -> dict[str, Any]:
    """One row each: a dot in its interval, against what all of them are together."""
    import altair as alt

    x, y = rows.x("value", room=_ROOM, axis=base.value_axis(gridColor=palette.LINE)), rows.y()
    centre = base.on("centre").mark_rule(color=palette.LINE_2, strokeWidth=1.3, strokeDash=[4, 3]).encode(x=x)
    centre_words = (
        base.on("centre")
        .mark_text(y=-9, fontSize=11, color=palette.INK_3, text=base.expr("datum.label"))
        .encode(x=alt.X("value:Q", scale=rows.scale(_ROOM)))
    )
    whiskers = (
        base.on("rows")
        .mark_rule(strokeWidth=2)
        .encode(x=alt.X("low:Q", scale=rows.scale(_ROOM)), x2="high:Q", y=y, color=base.signal_colour())
    )
    dots = (
        base.on("rows")
        .mark_point(filled=True, opacity=1, size=100)
        .encode(x=x, y=y, color=base.signal_colour(), shape=base.signal_shape())
    )
    words = (
        base.on("rows")
        .mark_text(align="right", color=palette.INK, x=base.expr("width"), text=base.expr("datum.label"))
        .encode(y=y)
    )
    layers = [centre, centre_words, whiskers, dots, words, rows.names("rows"), rows.hits("rows"), *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def beside_layout(chart: Chart) -> dict[str, Any]:
    estimates = [
        base.clean(r, "order", "value", "low", "high", clips={"name": 40, "label": _NAMES})
        | {"signal": r.get("signal", "common")}
        for r in chart.rows("rows")
    ]
    centre = [base.clean(r, "value", clips={"label": 24}) for r in chart.rows("centre")]
    low, high = extent(numbers([*estimates, *centre], "value", "low", "high"), chart.low, chart.high)
    return rows.fill(
        chart,
        {"rows": estimates, "centre": [c for c in centre if number(c.get("value")) is not None]},
        len(estimates),
        low,
        high,
        bottom=26,
        row=ROW + 4,
        above=18,
        key=base.judgements(chart.words, estimates),
    )
