"""Counts of two sorts at once, as a table of shades: the number stands in every cell, the shade only helps the eye."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ems, numbers

_ROW = 24
_SMALL = 330
"""Width of a chart on a phone."""
_DARKEST = 0.46
"""Opacity of the largest: text stays readable on it, in light and in dark."""
_TILT = 0.64
"""Sine of the angle of tilted column names."""


def template() -> dict[str, Any]:
    """Types, orders and scales are stated, so that the same data always draws the same; no gradients."""
    import altair as alt

    across = alt.Scale(type="band", padding=0, range=[base.expr("names"), base.expr("width")])
    x = alt.X("column:O", scale=across, sort="ascending", axis=None)
    y = alt.Y("row:O", scale=alt.Scale(type="band", padding=0), sort="ascending", axis=None)
    cells = (
        base.on("cells")
        .mark_rect(
            color=palette.INK_2,
            opacity=1,
            fillOpacity=base.expr("datum.shade"),
            stroke=palette.PAPER,
            strokeWidth=1.5,
            tooltip=base.tips(),
        )
        .encode(x=x, y=y)
    )
    hot = base.on("cells").transform_filter("datum.hot")
    outline: dict[str, Any] = {"color": palette.BAD, "fillOpacity": 0, "stroke": palette.BAD, "strokeWidth": 2}
    edges = hot.mark_rect(opacity=1, tooltip=base.tips(), **outline).encode(x=x, y=y)
    flags = hot.mark_text(
        color=palette.BAD_TEXT,
        fontSize=9,
        text="\u25b2",
        dx=base.expr("bandwidth('x') / 2 - 7"),
        dy=base.expr("7 - bandwidth('y') / 2"),
    ).encode(x=x, y=y)
    counts = (
        base.on("cells")
        .mark_text(color=palette.INK, fontSize=base.expr("narrow ? 10 : 12"), text=base.expr("datum.label"))
        .encode(x=x, y=y)
    )
    names = (
        base.on("rows")
        .mark_text(align="left", x=0, color=palette.INK_2, text=base.expr("datum.name"), limit=base.expr("names - 8"))
        .encode(y=y)
    )
    heads = (
        base.on("columns")
        .mark_text(
            align=base.expr("tilt ? 'left' : 'center'"),
            angle=base.expr("tilt ? -40 : 0"),
            dx=base.expr("tilt ? -2 : 0"),
            y=-10,
            color=palette.INK_2,
            text=base.expr("datum.name"),
        )
        .encode(x=x)
    )
    return base.finish(alt.layer(base.heading(), cells, edges, counts, flags, names, heads, *base.key_layers()))


def layout(chart: Chart) -> dict[str, Any]:
    rows = [base.clean(r, "row", clips={"name": 20}) for r in chart.rows("rows")]
    columns = [base.clean(r, "column", clips={"name": 14}) for r in chart.rows("columns")]
    most = max([*numbers(chart.rows("cells"), "value"), 1])
    cells = [
        base.clean(r, "row", "column", clips={"label": 7})
        | {"shade": round(0.03 + _DARKEST * min(numbers([r], "value")[0] / most, 1), 4), "hot": bool(r.get("hot"))}
        for r in chart.rows("cells")
    ]
    names = max([ems(str(r["name"])) * 12 + 14 for r in rows], default=40)
    widest = max([ems(str(c["name"])) * 12 for c in columns], default=0)
    room = (_SMALL - min(names, _SMALL * 0.36)) / max(len(columns), 1)
    tilt = widest > room - 4
    key, wide, small = base.key(
        [(chart.words.get("hot", ""), "triangle-up", palette.BAD, palette.BAD)] if any(c["hot"] for c in cells) else []
    )
    return base.fill(
        datasets={"cells": cells, "rows": rows, "columns": columns, "key": key},
        params={"names": base.Computed(f"min({names:.0f}, width * (narrow ? 0.36 : 0.34))"), "tilt": tilt},
        words={"y": chart.words.get("y", "")},
        left=0,
        right=round(widest * 0.6) if tilt else 4,
        bottom=6,
        above=round(widest * _TILT) + 14 if tilt else 20,
        height=len(rows) * _ROW,
        fluid=False,
        key_lines=(wide, small),
    )
