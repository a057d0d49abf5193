"""An indicator over time as a control chart: points, limits per segment, target steps, dated flags, forecast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import (
    WIDTH,
    clip,
    ems,
    end_places,
    extent,
    lanes,
    milliseconds,
    number,
    numbers,
    ticks,
    time_words,
)

_LEFT = 48
_BOTTOM = 42
_LANE = 15
_FLAG_PLACE = "-6 - 15 * (narrow ? datum.lane2 : datum.lane)"
_FLAG_SHAPES = {"start": "triangle-right", "done": "square", "segment": "diamond"}
_FLAG_FILLS = {"start": palette.PAPER, "done": palette.INK_2, "segment": palette.PAPER}
_LINES = (
    ("points", palette.INK),
    ("target", palette.TARGET),
    ("benchmark", palette.INK_3),
    ("upper", palette.INK_3),
    ("centre", palette.INK_2),
    ("lower", palette.INK_3),
)
"""What is named at the right end, and its colour."""
_LIMITS = ("upper", "centre", "lower")
_SMALL = 130
"""About how high the plot is on a phone, under key and flags."""
_SMALL_WIDTH = 190
"""About how wide it is there."""
_SMALL_LANES = 4
_SHORT_FLAG = 30
"""Width of a flag with three signs."""
_FAR = 0.8
"""An excluded point further outside the scale of the others than this share of it is drawn at its edge."""
_EDGE = 0.03
"""How far from the edge, as a share of the scale."""


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(), axis=base.time_axis())
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    poles = (
        base.on("flags")
        .mark_rule(color=palette.LINE_2, strokeDash=[1, 3], y=base.expr(_FLAG_PLACE), y2=base.expr("height"))
        .encode(x=x)
    )
    flags = (
        base.on("flags")
        .mark_point(
            filled=True,
            opacity=1,
            size=46,
            strokeWidth=1.2,
            stroke=palette.INK_2,
            y=base.expr(_FLAG_PLACE),
            tooltip=base.tips(),
        )
        .encode(x=x, shape=alt.Shape("shape:N", scale=None), fill=alt.Fill("fill:N", scale=None))
    )
    flag_words = (
        base.on("flags")
        .mark_text(
            align="left",
            dx=7,
            fontSize=11,
            color=palette.INK_3,
            y=base.expr(_FLAG_PLACE),
            text=base.expr("narrow && !datum.short ? '' : datum.label"),
        )
        .encode(x=x)
    )
    far = (
        base.on("points")
        .transform_filter("datum.off")
        .mark_text(align="left", dx=8, fontSize=11, color=palette.INK_3, text=base.expr("datum.off"))
        .encode(x=x, y=y)
    )
    ends = base.end_labels(size="datum.role == 'value' ? 14 : 12", bold="datum.role == 'value'")
    hits = base.on("points").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    beneath = [*_limits(x), *_forecast(x, y), *_aims(x, y), poles]
    layers = [*beneath, *_series(x, y), far, flags, flag_words, ends, hits, *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def _limits(x: Any) -> list[Any]:
    """A quiet band with hairlines at its edges, and the centre line; each segment by itself, so that breaks show."""
    import altair as alt

    def line(name: str, **look: Any) -> Any:
        return (
            base.on("limits")
            .mark_line(interpolate="step", strokeCap="butt", **look)
            .encode(x=x, y=alt.Y(f"{name}:Q", scale=base.value_scale()), detail="segment:O")
        )

    band = (
        base.on("limits")
        .mark_area(color=palette.BAND, interpolate="step")
        .encode(x=x, y=alt.Y("lower:Q", scale=base.value_scale()), y2="upper:Q", detail="segment:O")
    )
    edge = {"color": palette.LINE_2, "strokeWidth": 0.7}
    return [band, line("upper", **edge), line("lower", **edge), line("centre", color=palette.LINE_2, strokeWidth=1.3)]


def _forecast(x: Any, y: Any) -> list[Any]:
    """Dashed, and without a fill: not measured."""
    import altair as alt

    room = (
        base.on("forecast")
        .mark_area(fillOpacity=0, stroke=palette.LINE_2, strokeDash=[3, 3], strokeWidth=1, color=palette.BAND)
        .encode(x=x, y=alt.Y("low:Q", scale=base.value_scale()), y2="high:Q")
    )
    middle = base.on("forecast").mark_line(color=palette.INK_3, strokeDash=[3, 3], strokeWidth=1.2).encode(x=x, y=y)
    hits = base.on("forecast").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    return [room, middle, hits]


def _aims(x: Any, y: Any) -> list[Any]:
    benchmark = (
        base.on("benchmark")
        .mark_line(color=palette.INK_3, strokeDash=[5, 4], strokeWidth=1.2, interpolate="step-after")
        .encode(x=x, y=y)
    )
    target = (
        base.on("target").mark_line(color=palette.TARGET, strokeWidth=1.5, interpolate="step-after").encode(x=x, y=y)
    )
    return [benchmark, target]


def _series(x: Any, y: Any) -> list[Any]:
    """The line passes excluded points by; their dots are hollow."""
    import altair as alt

    line = (
        base.on("points")
        .mark_line(color=palette.SERIES, strokeWidth=1.4)
        .encode(x=x, y=alt.Y("counted:Q", scale=base.value_scale()))
    )
    looks = alt.Scale(domain=[*palette.LOOKS], range=[*palette.LOOK_COLOURS])
    shapes = alt.Scale(domain=[*palette.LOOKS], range=[*palette.LOOK_SHAPES])
    points = (
        base.on("points")
        .mark_point(
            filled=True,
            opacity=1,
            tooltip=base.tips(),
            size=base.expr("dot * datum.weight"),
            strokeWidth=base.expr("datum.look == 'excluded' ? 1.4 : 0"),
            stroke=palette.COMMON,
        )
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("look:N", scale=shapes, legend=None),
            fill=alt.Fill("look:N", scale=looks, legend=None),
        )
    )
    return [line, points]


def layout(chart: Chart) -> dict[str, Any]:
    rows, ahead = chart.rows("points"), chart.rows("forecast")
    targets = [base.clean(r, "x", "value") for r in chart.rows("target")]
    benchmarks = [base.clean(r, "x", "value") for r in chart.rows("benchmark")]
    limits = _corners([r for r in rows if numbers([r], "centre")])
    times = sorted(milliseconds(r["x"]) for r in rows)
    step = times[-1] - times[-2] if len(times) > 1 else milliseconds("1970-02-01")
    first, last = (times[0], times[-1]) if times else (0, step)
    seen = [r for r in chart.rows("markers") if first <= milliseconds(r["x"]) <= last + step]
    last = max([last, *(milliseconds(r["x"]) for r in (*seen, *ahead))])
    # Around a single period whole months: within one month there would be nothing but days to name.
    first, last = (first - 3 * step, last + 3 * step) if first == last else (first, last)
    low, high = _scale(chart, rows, [*targets, *benchmarks], limits)
    points = [_point(r, low, high) for r in rows]
    ends = _ends(chart, limits, low, high)
    right = base.label_room((e["label"] for e in ends), size=13)
    marks = ticks(low, high)
    left = max(_LEFT, 8 + max(ems(_written(mark)) for mark in marks) * base.FONT_SIZE)
    flags, used, small_used = _flags(seen, first, last, WIDTH - left - right)
    key, wide, small = _key(chart, points)
    return base.fill(
        datasets={
            "points": points,
            "target": targets,
            "benchmark": benchmarks,
            "limits": limits,
            "forecast": [base.clean(r, "x", "low", "value", "high") for r in ahead],
            "flags": flags,
            "ends": ends,
            "key": key,
        },
        params={
            "low": low,
            "high": high,
            "ticks": marks,
            "first": first,
            "last": last,
            "endroom": right - 10,
            "time": time_words(chart.lang, first, last),
            "dot": 30 if len(points) <= 40 else 16,
        },
        words={"y": chart.words.get("y", "")},
        left=round(left),
        right=right,
        narrow_right=min(right, 99),
        bottom=_BOTTOM,
        above=8 + max(used, min(len(seen), 1)) * _LANE,
        narrow_above=8 + max(small_used, min(len(seen), 1)) * _LANE,
        key_lines=(wide, small),
    )


def _scale(
    chart: Chart, rows: Sequence[Mapping[str, object]], lines: Sequence[Any], limits: Sequence[Any]
) -> tuple[float, float]:
    """Around everything that counts; an excluded point stretches it a little, but not so that nothing else is seen."""
    counted = numbers([r for r in rows if not r.get("excluded")], "value") + numbers(lines, "value")
    counted += numbers(limits, "lower", "centre", "upper") + numbers(chart.rows("forecast"), "low", "high")
    if not counted:
        return extent(numbers(rows, "value"), chart.low, chart.high)
    reach = (max(counted) - min(counted) or abs(max(counted)) or 1.0) * _FAR
    near = [v for v in numbers(rows, "value") if min(counted) - reach <= v <= max(counted) + reach]
    return extent(counted + near, chart.low, chart.high)


def _corners(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Limits only where they change: what lies between two equal neighbours of a segment draws nothing."""
    made = [
        base.clean({**r, "tip": ""}, "x", "lower", "centre", "upper") | {"segment": r.get("segment", 0)} for r in rows
    ]

    def same(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
        return all(one.get(name) == other.get(name) for name in (*_LIMITS, "segment"))

    return [
        row
        for at, row in enumerate(made)
        if not (0 < at < len(made) - 1 and same(made[at - 1], row) and same(row, made[at + 1]))
    ]


def _point(row: Mapping[str, object], low: float, high: float) -> dict[str, object]:
    look = "excluded" if row.get("excluded") else str(row.get("signal", "common"))
    weight = palette.LOOK_WEIGHTS[palette.LOOKS.index(look)]
    made = base.clean(row, "x", "value") | {"look": look, "weight": max(weight, 2) if row.get("latest") else weight}
    value = number(row.get("value"))
    made["counted"] = None if look == "excluded" else value
    if value is not None and not low <= value <= high:
        edge = (high - low) * _EDGE
        made |= {
            "value": min(max(value, low + edge), high - edge),
            "off": f"{'↑' if value > high else '↓'} {row.get('label', '')}",
        }
    return made


def _key(chart: Chart, points: Sequence[Mapping[str, object]]) -> tuple[list[dict[str, object]], int, int]:
    """The looks that occur, with their words; nothing to explain where all points are common and counted."""
    there = {str(p["look"]) for p in points if p["value"] is not None}
    if there <= {"common"}:
        return [], 0, 0
    return base.key(
        (
            chart.words.get(look, ""),
            shape,
            colour,
            palette.COMMON if look == "excluded" else colour,
        )
        for look, shape, colour in zip(palette.LOOKS, palette.LOOK_SHAPES, palette.LOOK_COLOURS, strict=True)
        if look in there
    )


def _ends(chart: Chart, limits: Sequence[Mapping[str, object]], low: float, high: float) -> list[dict[str, object]]:
    """Labels at the right end: the latest value, target, benchmark, and the lines of the last segment."""
    ends: list[dict[str, object]] = []
    values: list[float] = []
    for role, colour in _LINES:
        if role in _LIMITS:
            value = numbers(limits[-1:], role)
            label = chart.words.get(role, "")
        else:
            rows = [r for r in chart.rows(role) if numbers([r], "value") and (role != "points" or r.get("latest"))]
            value = numbers(rows[-1:], "value")
            label = str(rows[-1].get("label", "")) if rows else ""
        if value and label:
            values += value
            ends.append({"label": clip(label, 15), "colour": colour, "role": "value" if role == "points" else role})
    return [end | place for end, place in zip(ends, end_places(values, low, high, 16, _SMALL), strict=True)]


def _written(mark: float) -> str:
    """A value on the axis, about as it is written there."""
    return f"{mark:,.9f}".rstrip("0").rstrip(".") if abs(mark) >= 1e-6 else f"{mark:.3g}"


def _flags(seen: list[Any], first: int, last: int, width: float) -> tuple[list[dict[str, object]], int, int]:
    """Flags over the plot in lanes, so that their labels do not touch; without a label where all lanes are full.

    With how many lanes they take on wide screens and on phones, which show short labels only.
    """
    labels = [clip(str(r.get("label", "")), 14) for r in seen]
    shares = [(milliseconds(r["x"]) - first) / (last - first) for r in seen]
    widths = [22 + ems(label) * 11 for label in labels]
    chosen = lanes([share * width for share in shares], widths, 3)
    short = [min(wide, _SHORT_FLAG) for wide in widths]
    narrow = lanes([share * _SMALL_WIDTH for share in shares], short, _SMALL_LANES)
    flags = [
        base.clean(row, "x")
        | {
            "shape": _FLAG_SHAPES[str(row["kind"])],
            "fill": _FLAG_FILLS[str(row["kind"])],
            "label": label if lane >= 0 else "",
            "short": len(label) <= 3 and small >= 0,
            "lane": max(lane, 0),
            "lane2": max(small, 0),
        }
        for row, label, lane, small in zip(seen, labels, chosen, narrow, strict=True)
    ]
    return flags, max((lane + 1 for lane in chosen), default=0), max((lane + 1 for lane in narrow), default=0)
