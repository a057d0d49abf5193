"""Findings by risk (a grid of likelihood and impact, the class written in each cell) and open actions by age."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import extent, numbers, ticks


def risk_grid() -> dict[str, Any]:
    import altair as alt

    five = [1, 2, 3, 4, 5]
    axis: dict[str, Any] = {"domain": False, "ticks": False, "labelAngle": 0, "title": None}
    x = alt.X("impact:O", scale=alt.Scale(type="band", domain=five, padding=0), sort="ascending", axis=alt.Axis(**axis))
    y = alt.Y(
        "likelihood:O",
        scale=alt.Scale(type="band", domain=five[::-1], padding=0),
        sort="descending",
        axis=alt.Axis(**axis),
    )
    risks = list(palette.RISKS)
    fill = alt.Fill("risk:N", scale=alt.Scale(domain=risks, range=list(palette.RISK_COLOURS)), legend=None)
    ink = alt.Color("risk:N", scale=alt.Scale(domain=risks, range=list(palette.RISK_TEXT)), legend=None)
    rows = "cells"
    cells = (
        base.on(rows).mark_rect(stroke=palette.PAPER, strokeWidth=3, tooltip=base.tips()).encode(x=x, y=y, fill=fill)
    )
    counts = (
        base.on(rows)
        .mark_text(fontSize=19, fontWeight="bold", dy=5, text=base.expr("datum.label"))
        .encode(x=x, y=y, color=ink)
    )
    words = (
        base.on(rows)
        .mark_text(
            fontSize=10,
            dy=base.expr("height / 10 * -1 + 12"),
            text=base.expr("datum.risk_label"),
            limit=base.expr("width / 5 - 6"),
        )
        .encode(x=x, y=y, color=ink)
    )
    below = base.on("head").mark_text(
        x=base.expr("width"),
        y=base.expr("height + 32"),
        align="right",
        color=palette.INK_3,
        text=base.expr("words.x"),
        limit=base.expr("width"),
    )
    return base.finish(
        alt.layer(base.heading(), cells, counts, words, below).resolve_scale(fill="independent", color="independent")
    )


def risk_grid_layout(chart: Chart) -> dict[str, Any]:
    cells = [
        base.clean(r, "likelihood", "impact", "risk", clips={"label": 5, "risk_label": 10}) for r in chart.rows("cells")
    ]
    return base.fill(
        datasets={"cells": cells},
        params={},
        words={"x": chart.words.get("x", ""), "y": chart.words.get("y", "")},
        left=24,
        right=2,
        bottom=44,
        above=6,
    )


def ageing() -> dict[str, Any]:
    import altair as alt

    x = alt.X("order:O", scale=alt.Scale(type="band", paddingInner=0.4, paddingOuter=0.2), sort="ascending", axis=None)
    y = alt.Y("value:Q", scale=base.value_scale(), axis=base.value_axis())
    rows = "bars"
    bars = base.on(rows).mark_bar(tooltip=base.tips()).encode(x=x, y=y, y2=alt.Y2Datum(0), color=base.signal_colour())
    counts = (
        base.on(rows)
        .mark_text(dy=-11, fontSize=14, fontWeight="bold", color=palette.INK, text=base.expr("datum.label"))
        .encode(x=x, y=y)
    )
    names = (
        base.on(rows)
        .mark_text(
            y=base.expr("height + 16"), color=palette.INK_2, text=base.expr("datum.name"), limit=base.expr("width / 5")
        )
        .encode(x=x)
    )
    ground = (
        base.on("head")
        .mark_rule(color=palette.LINE_2)
        .encode(y=alt.YDatum(0, type="quantitative", scale=base.value_scale()))
    )
    return base.finish(alt.layer(base.heading(), bars, ground, counts, names))


def ageing_layout(chart: Chart) -> dict[str, Any]:
    bars = [
        base.clean(r, "order", "value", clips={"name": 14, "label": 8}) | {"signal": r.get("signal", "common")}
        for r in chart.rows("bars")
    ]
    _, high = extent([0.0, *numbers(bars, "value")], 0, chart.high)
    whole = [t for t in ticks(0, high, 4) if t == int(t)]
    return base.fill(
        datasets={"bars": bars},
        params={"low": 0, "high": high, "ticks": whole},
        words={"y": chart.words.get("y", "")},
        left=32,
        right=4,
        bottom=32,
        above=10,
        height=330,
    )
