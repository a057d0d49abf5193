"""One indicator for many teams: a small panel each, all on the same scale, with the target."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import WIDTH, clip, extent, milliseconds, numbers, ticks, time_words

PANEL = 164
"""Least width of a panel, its gap included; the loader in the browser uses the same number."""
_GAP = 34
_HEIGHT = 84
_LEFT = 38


def template() -> dict[str, Any]:
    import altair as alt

    x = alt.X("x:T", scale=base.time_scale(), axis=base.time_axis(tickCount=2, domain=True, labelFontSize=11))
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis(labelFontSize=11))
    target = alt.Chart().mark_line(color=palette.TARGET, strokeWidth=1, interpolate="step-after").encode(x=x, y=alt.Y("target:Q", scale=base.value_scale()))  # fmt: skip
    line = alt.Chart().mark_line(color=palette.SERIES, strokeWidth=1.5).encode(x=x, y=y)
    tail = alt.Chart().transform_filter("datum.latest").mark_point(filled=True, opacity=1, size=34).encode(x=x, y=y, color=base.signal_colour(), shape=base.signal_shape())  # fmt: skip
    value = alt.Chart().transform_filter("datum.latest").mark_text(align="right", fontSize=12, fontWeight="bold", color=palette.INK, x=base.expr("width"), y=-10, text=base.expr("datum.label"))  # fmt: skip
    name = alt.Chart().transform_filter("datum.head").mark_text(align="left", fontSize=12, color=palette.INK_2, x=0, y=-10, text=base.expr("datum.head"), limit=base.expr("width - 40"))  # fmt: skip
    hits = alt.Chart().mark_point(filled=True, opacity=0, size=160, tooltip=base.expr("datum.tip")).encode(x=x, y=y)
    panel = alt.layer(target, line, tail, value, name, hits).properties(width=WIDTH, height=_HEIGHT)
    facet = alt.Facet("order:O", header=None, sort="ascending")
    whole = panel.facet(facet=facet, columns=4, data=base.rows("points"), spacing={"row": 54, "column": _GAP}, bounds="flush")
    return base.finish(whole.properties(title=base.heading()))


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("points")
    seen: set[object] = set()
    points = []
    for r in rows:
        row = base.clean(r, "order", "x", "value", "target", "latest") | {"signal": r.get("signal", "common")}
        if r.get("latest"):
            row["label"] = clip(str(r.get("label", "")), 10)
        if r["order"] not in seen:
            seen.add(r["order"])
            row["head"] = clip(str(r["team"]), 22)
        points.append(row)
    times = [milliseconds(r["x"]) for r in rows]
    first, last = (min(times), max(times)) if times else (0, 1)
    first, last = (first, last) if first < last else (first - 86_400_000, last + 86_400_000)
    low, high = extent(numbers(points, "value", "target"), chart.low, chart.high)
    columns = max(1, min(len(seen), (WIDTH - _LEFT) // PANEL))
    lines = -(-len(seen) // columns)
    filled = base.fill(
        datasets={"points": points},
        params={"low": low, "high": high, "ticks": ticks(low, high, 3), "first": first, "last": last,
                "time": time_words(chart.lang, first, last)},
        words={"y": chart.words.get("y", "")},
        left=_LEFT, right=8, bottom=40, above=base.TITLE_ROW + 26,
        height=lines * (_HEIGHT + 54) - 54, fluid=False,
    )  # fmt: skip
    filled["columns"] = columns
    filled["usermeta"]["panel"] = {"least": PANEL, "gap": _GAP, "height": _HEIGHT, "between": 54, "count": len(seen)}
    del filled["height"]
    filled["width"] = round((filled["width"] - _GAP * (columns - 1)) / columns, 1)
    return filled
