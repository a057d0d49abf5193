"""Steps of a process in their order: how many cases reached each one, and how long it took, as text beside the bar."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette, rows
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ROW, numbers

_TEXTS = ("median", "p90", "kept")
"""Columns of text; a phone has room for the first only."""
_COLUMN = 84
_ROOM = f"(narrow ? {_COLUMN + 44} : {_COLUMN * 3 + 50})"
"""Right of the bars: their numbers and the columns."""


def template() -> dict[str, Any]:
    import altair as alt

    x, y = rows.x("value", room=_ROOM), rows.y()
    bars = base.on("bars").mark_bar(color=palette.COMMON, tooltip=base.tips()).encode(x=x, x2=alt.X2Datum(0), y=y)
    labels = (
        base.on("bars").mark_text(align="left", dx=6, color=palette.INK, text=base.expr("datum.label")).encode(x=x, y=y)
    )
    texts, heads = [], []
    for at, name in enumerate(_TEXTS):
        place = base.expr(f"width - (narrow ? 0 : {_COLUMN * (len(_TEXTS) - 1 - at)})")
        hidden = "narrow ? '' : " if at else ""
        ink = (
            base.expr(f"datum.signal == 'bad' ? '{palette.BAD_TEXT}' : '{palette.INK}'")
            if name == "kept"
            else palette.INK
        )
        texts.append(
            base.on("bars")
            .mark_text(align="right", color=ink, x=place, text=base.expr(f"{hidden}datum.{name}"), limit=_COLUMN - 6)
            .encode(y=y)
        )
        heads.append(
            base.on("head").mark_text(
                align="right",
                color=palette.INK_3,
                x=place,
                y=-11,
                text=base.expr(f"{hidden}words.{name}"),
                limit=_COLUMN - 6,
            )
        )
    layers = [base.heading(), bars, labels, *texts, *heads, rows.names("bars"), rows.hits("bars")]
    return base.finish(alt.layer(*layers))


def layout(chart: Chart) -> dict[str, Any]:
    bars = [
        base.clean(r, "order", "value", clips={"name": 40, "label": 12, **dict.fromkeys(_TEXTS, 14)})
        | {"signal": r.get("signal", "common")}
        for r in chart.rows("bars")
    ]
    high = max([*numbers(bars, "value"), 1e-9])
    words = {name: chart.words.get(name, "") for name in _TEXTS}
    return rows.fill(chart, {"bars": bars}, len(bars), 0, high, bottom=6, row=ROW + 2, words=words)
