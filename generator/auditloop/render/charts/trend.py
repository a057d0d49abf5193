"""An indicator over time: line and points, gaps, target steps, benchmark, dated flags, and room for limits."""

from __future__ import annotations

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
    numbers,
    ticks,
    time_words,
)

_LEFT = 48
_BOTTOM = 42
_LANE = 15
_FLAG_SHAPES = {"start": "triangle-right", "done": "square", "segment": "diamond"}
_FLAG_FILLS = {"start": palette.PAPER, "done": palette.INK_2, "segment": palette.PAPER}


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(), axis=base.time_axis())
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    band = (
        base.on("limits")
        .mark_rect(color=palette.BAND)
        .encode(x=x, x2="x2:T", y=alt.Y("lower:Q", scale=base.value_scale()), y2="upper:Q")
    )
    centre = base.on("limits").mark_rule(color=palette.LINE_2).encode(x=x, x2="x2:T", y="centre:Q")
    benchmark = (
        base.on("benchmark")
        .mark_line(color=palette.INK_3, strokeDash=[5, 4], strokeWidth=1.2, interpolate="step-after")
        .encode(x=x, y=y)
    )
    target = (
        base.on("target").mark_line(color=palette.TARGET, strokeWidth=1.5, interpolate="step-after").encode(x=x, y=y)
    )
    poles = (
        base.on("flags")
        .mark_rule(color=palette.LINE_2, strokeDash=[1, 3], y=base.expr("-6 - 15 * datum.lane"), y2=base.expr("height"))
        .encode(x=x)
    )
    looks = alt.Scale(domain=[*palette.SIGNALS, "excluded"], range=[*palette.SIGNAL_COLOURS, palette.PAPER])
    line = base.on("points").mark_line(color=palette.SERIES, strokeWidth=1.6).encode(x=x, y=y)
    points = (
        base.on("points")
        .mark_point(
            filled=True,
            opacity=1,
            tooltip=base.tips(),
            size=base.expr("dot * (datum.latest ? 1.9 : 1) * (datum.signal == 'bad' ? 2.2 : 1)"),
            strokeWidth=base.expr("datum.excluded ? 1.4 : 0"),
            stroke=palette.COMMON,
        )
        .encode(x=x, y=y, shape=base.signal_shape(), fill=alt.Fill("look:N", scale=looks, legend=None))
    )
    flags = (
        base.on("flags")
        .mark_point(
            filled=True,
            opacity=1,
            size=46,
            strokeWidth=1.2,
            stroke=palette.INK_2,
            y=base.expr("-6 - 15 * datum.lane"),
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
            y=base.expr("-6 - 15 * datum.lane"),
            text=base.expr("narrow ? '' : datum.label"),
        )
        .encode(x=x)
    )
    ends = base.end_labels(size="datum.role == 'value' ? 14 : 12", bold="datum.role == 'value'")
    hits = base.on("points").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    layers = [band, centre, benchmark, target, poles, line, points, flags, flag_words, ends, hits]
    return base.finish(alt.layer(base.heading(), *layers))


def layout(chart: Chart) -> dict[str, Any]:
    points = [
        base.clean(r, "x", "value", "excluded", "latest")
        | {"signal": r.get("signal", "common"), "look": "excluded" if r.get("excluded") else r.get("signal", "common")}
        for r in chart.rows("points")
    ]
    targets = [base.clean(r, "x", "value") for r in chart.rows("target")]
    benchmarks = [base.clean(r, "x", "value") for r in chart.rows("benchmark")]
    limits = [base.clean(r, "x", "x2", "lower", "centre", "upper") for r in chart.rows("limits")]
    times = sorted(milliseconds(r["x"]) for r in points)
    step = times[-1] - times[-2] if len(times) > 1 else milliseconds("1970-02-01")
    first, last = (times[0], times[-1]) if times else (0, step)
    seen = [r for r in chart.rows("markers") if first <= milliseconds(r["x"]) <= last + step]
    last = max([last, *(milliseconds(r["x"]) for r in seen)])
    first, last = (first - step // 2, last + step // 2) if first == last else (first, last)
    values = numbers([*points, *targets, *benchmarks], "value") + numbers(limits, "lower", "centre", "upper")
    low, high = extent(values, chart.low, chart.high)
    ends = _ends(chart, low, high)
    right = base.label_room((e["label"] for e in ends), size=13)
    flags, used = _flags(seen, first, last, WIDTH - _LEFT - right)
    return base.fill(
        datasets={
            "points": points,
            "target": targets,
            "benchmark": benchmarks,
            "limits": limits,
            "flags": flags,
            "ends": ends,
        },
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "endroom": right - 10,
            "time": time_words(chart.lang, first, last),
            "dot": 38 if len(points) <= 40 else 18,
        },
        words={"y": chart.words.get("y", "")},
        left=_LEFT,
        right=right,
        narrow_right=min(right, 92),
        bottom=_BOTTOM,
        above=8 + used * _LANE,
    )


def _ends(chart: Chart, low: float, high: float) -> list[dict[str, object]]:
    """Labels at the right end: the latest value, the target, the benchmark."""
    ends: list[dict[str, object]] = []
    values: list[float] = []
    for role, colour in (("points", palette.INK), ("target", palette.TARGET), ("benchmark", palette.INK_3)):
        rows = [r for r in chart.rows(role) if numbers([r], "value") and (role != "points" or r.get("latest"))]
        if rows and rows[-1].get("label"):
            values += numbers(rows[-1:], "value")
            ends.append(
                {
                    "label": clip(str(rows[-1]["label"]), 15),
                    "colour": colour,
                    "role": "value" if role == "points" else role,
                }
            )
    return [end | place for end, place in zip(ends, end_places(values, low, high, 17), strict=True)]


def _flags(seen: list[Any], first: int, last: int, width: float) -> tuple[list[dict[str, object]], int]:
    """Flags over the plot in lanes, so that their labels do not touch; without a label where all lanes are full."""
    labels = [clip(str(r.get("label", "")), 14) for r in seen]
    starts = [(milliseconds(r["x"]) - first) / (last - first) * width for r in seen]
    chosen = lanes(starts, [22 + ems(label) * 11 for label in labels], 3)
    flags = [
        base.clean(row, "x")
        | {
            "shape": _FLAG_SHAPES[str(row["kind"])],
            "fill": _FLAG_FILLS[str(row["kind"])],
            "label": label if lane >= 0 else "",
            "lane": max(lane, 0),
        }
        for row, label, lane in zip(seen, labels, chosen, strict=True)
    ]
    return flags, max((int(str(f["lane"])) + 1 for f in flags), default=0)
