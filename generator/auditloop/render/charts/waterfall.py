"""From one period to the next: where a score stood, what every part added or took, and where it stands now.

Only differences are bars, each hung where the one before it ended; the two scores are ticks, since the scale does not
begin at zero.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from auditloop.render.charts import base, palette, rows
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import number, numbers

_AIR = 0.16
"""Room for the numbers beside the bars, as a share of what the bars need."""


def template() -> dict[str, Any]:
    import altair as alt

    start, end, y = rows.x("start"), rows.x("end"), rows.y()
    links = base.on("links").mark_rule(color=palette.LINE_2).encode(x=end, y=y, y2="next:O")
    bars = base.on("parts").mark_bar(tooltip=base.tips()).encode(x=start, x2="end:Q", y=y, color=base.signal_colour())
    words = (
        base.on("parts")
        .mark_text(
            align=base.expr("datum.end < datum.start ? 'right' : 'left'"),
            dx=base.expr("datum.end < datum.start ? -6 : 6"),
            color=palette.INK,
            text=base.expr("datum.label"),
        )
        .encode(x=end, y=y)
    )
    totals = base.on("totals").mark_tick(color=palette.INK, thickness=3, size=20, orient="vertical").encode(x=end, y=y)
    scores = (
        base.on("totals")
        .mark_text(align="left", dx=8, color=palette.INK, fontWeight="bold", text=base.expr("datum.label"))
        .encode(x=end, y=y)
    )
    named = [rows.names(name) for name in ("totals", "parts")]
    hits = [rows.hits(name) for name in ("totals", "parts")]
    return base.finish(alt.layer(base.heading(), links, bars, words, totals, scores, *named, *hits))


def layout(chart: Chart) -> dict[str, Any]:
    """Rows in their order: a total sets where the next part begins, a part begins where the row before it ended."""
    placed: list[dict[str, Any]] = []
    at = 0.0
    for row in sorted(chart.rows("bars"), key=lambda r: number(r["order"]) or 0):
        total = number(row.get("value"))
        start = at if total is None else total
        at = start + (number(row.get("points")) or 0.0)
        words = base.clean(row, "order", clips={"name": 40, "label": 12})
        kind = {"total": total is not None, "signal": row.get("signal", "common")}
        placed.append({**words, **kind, "start": start, "end": at})
    ends = [0.0] if not placed else numbers(placed, "start", "end")
    air = max(max(ends) - min(ends), 1e-9) * _AIR
    links = [{"end": row["end"], "order": row["order"], "next": after["order"]} for row, after in pairwise(placed)]
    return rows.fill(
        chart,
        {
            "links": links,
            "parts": [row for row in placed if not row["total"]],
            "totals": [row for row in placed if row["total"]],
        },
        len(placed),
        min(ends) - air,
        max(ends) + air,
        bottom=6,
    )
