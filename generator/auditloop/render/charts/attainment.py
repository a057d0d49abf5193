"""A share over time with its interval and target: how often a promise was kept, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import clip, end_places, extent, milliseconds, numbers, ticks, time_span, time_words

_LEFT = 44
_FEW = 2
"""So few points have no band to lie in: whiskers show their intervals."""


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(), axis=base.time_axis())
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    low, high = alt.Y("low:Q", scale=base.value_scale()), alt.Y("high:Q", scale=base.value_scale())
    band = base.on("points").mark_area(color=palette.BAND).encode(x=x, y=low, y2="high:Q")
    edge = {"color": palette.LINE_2, "strokeWidth": 0.7}
    edges = [base.on("points").mark_line(**edge).encode(x=x, y=end) for end in (low, high)]
    whiskers = (
        base.on("points")
        .mark_rule(color=palette.LINE_2, strokeWidth=base.expr("few ? 1.4 : 0"))
        .encode(x=x, y=low, y2="high:Q")
    )
    target = (
        base.on("target").mark_line(color=palette.TARGET, strokeWidth=1.5, interpolate="step-after").encode(x=x, y=y)
    )
    line = base.on("points").mark_line(color=palette.SERIES, strokeWidth=1.6).encode(x=x, y=y)
    points = (
        base.on("points")
        .mark_point(filled=True, opacity=1, size=base.expr("datum.latest ? 90 : 44"), tooltip=base.tips())
        .encode(x=x, y=y, color=base.signal_colour(), shape=base.signal_shape())
    )
    ends = base.end_labels(size="datum.strong ? 14 : 12", bold="datum.strong")
    hits = base.on("points").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    layers = [band, *edges, whiskers, target, line, points, ends, hits, *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("points")
    points = [
        base.clean(r, "x", "value", "low", "high")
        | {"signal": r.get("signal", "common"), "latest": r.get("latest", False)}
        for r in rows
    ]
    targets = [base.clean(r, "x", "value") for r in chart.rows("target")]
    first, last = time_span([milliseconds(r["x"]) for r in rows])
    low, high = extent(numbers(points, "low", "value", "high") + numbers(targets, "value"), chart.low, chart.high)
    ends = _ends(chart, low, high)
    right = base.label_room((e["label"] for e in ends), size=13)
    key, wide, small = base.key(_key(chart))
    return base.fill(
        datasets={"points": points, "target": targets, "ends": ends, "key": key},
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "time": time_words(chart.lang, first, last),
            "endroom": right - 10,
            "few": len(points) <= _FEW,
        },
        words={"y": chart.words.get("y", "")},
        left=_LEFT,
        right=right,
        narrow_right=min(right, 99),
        bottom=42,
        above=8,
        key_lines=(wide, small),
    )


def _key(chart: Chart) -> Sequence[tuple[str, str, str, str]]:
    """Judged points where there are any; what the band is, always."""
    judged = base.judgements(chart.words, chart.rows("points"))
    return [*judged, (chart.words.get("band", ""), "square", palette.BAND, palette.LINE_2)]


def _ends(chart: Chart, low: float, high: float) -> list[dict[str, object]]:
    """The latest value and the target, named at the right end."""
    named: list[tuple[Mapping[str, object], bool, str]] = [
        (r, True, palette.INK) for r in chart.rows("points") if r.get("latest") and numbers([r], "value")
    ]
    named += [(r, False, palette.TARGET) for r in chart.rows("target")[-1:] if numbers([r], "value")]
    places = end_places(numbers([r for r, _, _ in named], "value"), low, high, 16)
    return [
        {"label": clip(str(r.get("label", "")), 15), "strong": strong, "colour": colour} | place
        for (r, strong, colour), place in zip(named, places, strict=True)
    ]
