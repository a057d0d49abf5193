"""An index over time: the organisation strong, teams faint, every line named at its end."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import clip, end_places, extent, milliseconds, numbers, ticks, time_span, time_words

_LEFT = 40
_MOST_NAMED = 12
"""More team lines than this stay unnamed (their tooltips name them): labels would no longer stand at their lines."""


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(), axis=base.time_axis())
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    series = alt.Detail("series:N")
    faint = base.on("faint").mark_line(color=palette.FAINT, strokeWidth=1).encode(x=x, y=y, detail=series)
    strong = base.on("strong").mark_line(color=palette.INK, strokeWidth=2.6).encode(x=x, y=y, detail=series)
    tails = (
        base.on("tails")
        .mark_point(filled=True, opacity=1, size=base.expr("datum.strong ? 60 : 22"), tooltip=base.tips())
        .encode(x=x, y=y, color=alt.Color("colour:N", scale=None))
    )
    ends = base.end_labels(bold="datum.strong")
    hit: dict[str, Any] = {"filled": True, "opacity": 0, "size": 200, "tooltip": base.tips()}
    hits = [alt.Chart(base.rows(name)).mark_point(**hit).encode(x=x, y=y) for name in ("faint", "strong")]
    return base.finish(alt.layer(base.heading(), faint, strong, tails, ends, *hits))


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("points")
    points = [base.clean(r, "x", "value", clips={"series": 60}) for r in rows]
    first, last = time_span([milliseconds(r["x"]) for r in rows])
    low, high = extent(numbers(points, "value"), chart.low, chart.high)
    ends, tails = _ends(rows, low, high)
    right = base.label_room([e["label"] for e in ends])
    return base.fill(
        datasets={
            "faint": [p for p, r in zip(points, rows, strict=True) if not r.get("strong")],
            "strong": [p for p, r in zip(points, rows, strict=True) if r.get("strong")],
            "tails": tails,
            "ends": ends,
        },
        params={
            "low": low,
            "high": high,
            "ticks": ticks(low, high),
            "first": first,
            "last": last,
            "time": time_words(chart.lang, first, last),
            "endroom": right - 10,
        },
        words={"y": chart.words.get("y", "")},
        left=_LEFT,
        right=right,
        narrow_right=min(right, 104),
        bottom=42,
        above=8,
    )


def _ends(rows: Any, low: float, high: float) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    latest = [r for r in rows if r.get("latest") and numbers([r], "value")]
    named = [r for r in latest if r.get("strong") or len(latest) <= _MOST_NAMED]
    tails = [base.clean(r, "x", "value") | _look(r) for r in latest]
    places = end_places(numbers(named, "value"), low, high, 15)
    ends = [
        {"label": clip(f"{r.get('label', '')} {r['series']}", 14.5)} | place | _look(r)
        for r, place in zip(named, places, strict=True)
    ]
    return ends, tails


def _look(row: Any) -> dict[str, object]:
    strong = bool(row.get("strong"))
    return {"strong": strong, "colour": palette.INK if strong else palette.INK_3}
