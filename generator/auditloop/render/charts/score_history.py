"""Audit scores of a team over time: a line per checklist, the point's shape says who audited, grades as quiet bands."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import (
    clip,
    end_places,
    extent,
    milliseconds,
    number,
    numbers,
    ticks,
    time_span,
    time_words,
)

SHAPES = {
    "self": "circle",
    "internal": "square",
    "third-party": "triangle-up",
    "mystery-shopper": "diamond",
    "re-audit": "triangle-down",
}
_DASHES = ([1, 0], [6, 3], [2, 3], [8, 3, 2, 3])
_LEFT = 40
_LEAST_NAMED = 0.09
"""Share of the height below which a grade band has no room for its letter."""


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(padding=22), axis=base.time_axis())
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    low_y = alt.Y("lower:Q", scale=base.value_scale())
    bands = (
        base.on("bands")
        .mark_rect(x=0, x2=base.expr("width"), color=palette.BAND, opacity=base.expr("datum.shaded ? 1 : 0"))
        .encode(y=low_y, y2="upper:Q")
    )
    grades = (
        base.on("bands")
        .mark_text(
            x=6, align="left", baseline="bottom", dy=-3, fontSize=11, color=palette.INK_3, text=base.expr("datum.label")
        )
        .encode(y=low_y)
    )
    dash = alt.StrokeDash(
        "line:O", scale=alt.Scale(domain=list(range(len(_DASHES))), range=[list(d) for d in _DASHES]), legend=None
    )
    lines = (
        base.on("points")
        .mark_line(color=palette.SERIES, strokeWidth=1.5)
        .encode(x=x, y=y, detail="line:O", strokeDash=dash)
    )
    points = (
        base.on("points")
        .mark_point(filled=True, opacity=1, size=80, color=palette.SERIES, tooltip=base.tips())
        .encode(x=x, y=y, shape=alt.Shape("symbol:N", scale=None))
    )
    words = (
        base.on("points")
        .mark_text(
            dy=-14, fontSize=11, color=palette.INK_2, text=base.expr("narrow || datum.latest ? '' : datum.label")
        )
        .encode(x=x, y=y)
    )
    ends = base.end_labels(bold="true")
    hits = base.on("points").mark_point(filled=True, opacity=0, size=420, tooltip=base.tips()).encode(x=x, y=y)
    layers = [bands, grades, lines, points, words, ends, hits, *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("points")
    series = list(dict.fromkeys(str(r["series"]) for r in rows))
    points = [
        base.clean(r, "x", "value", "latest", clips={"label": 8})
        | {"line": series.index(str(r["series"])) % len(_DASHES), "symbol": SHAPES[str(r["shape"])]}
        for r in rows
    ]
    first, last = time_span([milliseconds(r["x"]) for r in rows], around=30)
    low, high = extent(numbers(points, "value"), chart.low, chart.high)
    ends = _ends(rows, low, high, several=len(series) > 1)
    right = base.label_room([e["label"] for e in ends])
    kinds = dict.fromkeys((str(r["shape"]), str(r["shape_label"])) for r in rows)
    key, wide, small = base.key([(label, SHAPES[kind], palette.SERIES, palette.SERIES) for kind, label in kinds])
    return base.fill(
        datasets={"points": points, "ends": ends, "key": key, "bands": _bands(chart, low, high)},
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "time": time_words(chart.lang, first, last),
            "endroom": right - 14,
        },
        words={"y": chart.words.get("y", "")},
        left=_LEFT,
        right=right,
        narrow_right=min(right, 100),
        bottom=42,
        above=10,
        key_lines=(wide, small),
    )


def _bands(chart: Chart, low: float, high: float) -> list[dict[str, object]]:
    """Grade bands cut to the scale, every second one shaded."""
    bands: list[dict[str, object]] = []
    for index, row in enumerate(chart.rows("bands")):
        lower, upper = number(row["lower"]), number(row["upper"])
        if lower is not None and upper is not None and upper > low and lower < high:
            shown = {"lower": max(lower, low), "upper": min(upper, high)}
            tall = shown["upper"] - shown["lower"] > (high - low) * _LEAST_NAMED
            letter = clip(str(row["label"]), 6) if tall else ""
            bands.append({**shown, "shaded": index % 2 == 1, "label": letter})
    return bands


def _ends(rows: Any, low: float, high: float, *, several: bool) -> list[dict[str, object]]:
    latest = [r for r in rows if r.get("latest") and numbers([r], "value")]
    places = end_places(numbers(latest, "value"), low, high, 16)
    return [
        {
            "label": clip(f"{r.get('label', '')} {r['series']}" if several else str(r.get("label", "")), 14),
            "colour": palette.INK,
            **place,
        }
        for r, place in zip(latest, places, strict=True)
    ]
