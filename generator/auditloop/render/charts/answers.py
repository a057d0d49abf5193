"""How the answers to one question spread: a bar for each answer, and a tick where it stood in the survey before."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette, rows
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import numbers

_ROOM = "(narrow ? 90 : 118)"
"""For share and number, at the right."""


def template() -> dict[str, Any]:
    import altair as alt

    x, y = rows.x("value", room=_ROOM), rows.y()
    bars = base.on("bars").mark_bar(color=palette.COMMON).encode(x=x, x2=alt.X2Datum(0), y=y)
    before = (
        base.on("bars")
        .mark_tick(color=palette.INK, thickness=2.4, size=24, orient="vertical")
        .encode(x=alt.X("before:Q", scale=rows.scale(_ROOM)), y=y)
    )
    words = (
        base.on("bars")
        .mark_text(align="right", color=palette.INK, x=base.expr("width"), text=base.expr("datum.label"))
        .encode(y=y)
    )
    layers = [bars, before, words, rows.names("bars"), rows.hits("bars"), *base.key_layers()]
    return base.finish(alt.layer(base.heading(), *layers))


def layout(chart: Chart) -> dict[str, Any]:
    bars = [base.clean(r, "order", "value", "before", clips={"name": 40, "label": 18}) for r in chart.rows("bars")]
    high = max([*numbers(bars, "value", "before"), 1e-9])
    entries = [(chart.words.get("own", ""), "square", palette.COMMON, palette.COMMON)]
    if numbers(bars, "before"):
        entries.append((chart.words.get("before", ""), "M0,-1.5L0,1.5", "transparent", palette.INK))
    return rows.fill(chart, {"bars": bars}, len(bars), 0, high * 1.04, bottom=6, row=30, key=entries)
