"""Actions as a Gantt chart: opened to due, moved dates, the done mark, today; the state stands at the row's end."""

from __future__ import annotations

from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ems, milliseconds, time_words

_STATES = ("open", "overdue", "done", "verified", "cancelled")
_FILLS = (palette.COMMON, palette.BAD, palette.PAPER, palette.GOOD, palette.PAPER)
_STROKES = (palette.COMMON, palette.BAD, palette.GOOD, palette.GOOD, palette.LINE_2)
_TEXT = (palette.INK_2, palette.BAD_TEXT, palette.GOOD_TEXT, palette.GOOD_TEXT, palette.INK_3)
_MARKS = ("due", "moved", "done")
_MARK_SHAPES = ("M0,-1.5L0,1.5", "triangle-right", "circle")
_MARK_FILLS = ("transparent", palette.PAPER, palette.INK)
_ROW = 24
_NAMES = base.Computed("min(290, width * 0.42)")


def template() -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(
        type="utc",
        domainMin=base.expr("first"),
        domainMax=base.expr("last"),
        nice=False,
        range=[base.expr("names"), base.expr("width - stateroom")],
    )
    axis = base.time_axis(grid=True, tickCount=base.expr("max(2, floor(width * 0.6 / 70))"))
    x = alt.X("start:T", scale=scale, axis=axis)
    at = alt.X("x:T", scale=scale)
    y = alt.Y("order:O", scale=alt.Scale(type="band", paddingInner=0.5, paddingOuter=0.25), sort="ascending", axis=None)
    states = list(_STATES)
    fill = alt.Fill("state:N", scale=alt.Scale(domain=states, range=list(_FILLS)), legend=None)
    stroke = alt.Stroke("state:N", scale=alt.Scale(domain=states, range=list(_STROKES)), legend=None)
    ink = alt.Color("state:N", scale=alt.Scale(domain=states, range=list(_TEXT)), legend=None)
    rows = "bars"
    bars = (
        base.on(rows)
        .mark_bar(
            strokeWidth=1.2, strokeDash=base.expr("datum.state == 'cancelled' ? [3, 2] : [1, 0]"), tooltip=base.tips()
        )
        .encode(x=x, x2="end:T", y=y, fill=fill, stroke=stroke)
    )
    names = (
        base.on(rows)
        .mark_text(align="left", x=0, color=palette.INK, text=base.expr("datum.name"), limit=base.expr("names - 12"))
        .encode(y=y)
    )
    words = (
        base.on(rows)
        .mark_text(align="right", x=base.expr("width"), text=base.expr("datum.state_label"))
        .encode(y=y, color=ink)
    )
    marks = (
        base.on("marks")
        .mark_point(filled=False, opacity=1, size=60, strokeWidth=1.5, stroke=palette.INK, tooltip=base.tips())
        .encode(x=at, y=y, shape=alt.Shape("shape:N", scale=None), fill=alt.Fill("fill:N", scale=None))
    )
    today = base.on("today").mark_rule(color=palette.INK, strokeWidth=1).encode(x=at)
    today_word = (
        base.on("today").mark_text(y=-8, fontSize=11, color=palette.INK, text=base.expr("datum.label")).encode(x=at)
    )
    hits = base.on(rows).mark_bar(opacity=0, x=0, x2=base.expr("width"), tooltip=base.tips()).encode(y=y)
    layers = [bars, marks, today, today_word, names, words, hits, *base.key_layers()]
    return base.finish(
        alt.layer(base.heading(), *layers).resolve_scale(fill="independent", stroke="independent", color="independent")
    )


def layout(chart: Chart) -> dict[str, Any]:
    bars = [
        base.clean(r, "order", "start", "end", "state", clips={"name": 40, "state_label": 12})
        for r in chart.rows("bars")
    ]
    marks = [
        base.clean(r, "order", "x")
        | {"shape": _MARK_SHAPES[_MARKS.index(str(r["kind"]))], "fill": _MARK_FILLS[_MARKS.index(str(r["kind"]))]}
        for r in chart.rows("marks")
    ]
    today = [base.clean(r, "x", clips={"label": 14}) for r in chart.rows("today")]
    times = [milliseconds(r[name]) for r in [*bars, *marks, *today] for name in ("start", "end", "x") if r.get(name)]
    first, last = (min(times), max(times)) if times else (0, 1)
    air = max((last - first) // 50, 2 * 86_400_000)
    first, last = first - air, last + air
    kinds = {str(r["kind"]) for r in chart.rows("marks")}
    key, wide, small = base.key(
        [
            (chart.words.get(kind, ""), _MARK_SHAPES[i], _MARK_FILLS[i], palette.INK)
            for i, kind in enumerate(_MARKS)
            if kind in kinds
        ]
    )
    room = round(max((ems(str(b.get("state_label", ""))) for b in bars), default=0) * base.FONT_SIZE + 16)
    return base.fill(
        datasets={"bars": bars, "marks": marks, "today": today, "key": key},
        params={
            "first": first,
            "last": last,
            "time": time_words(chart.lang, first, last),
            "names": _NAMES,
            "stateroom": room,
        },
        words={"y": chart.words.get("y", "")},
        left=0,
        right=4,
        bottom=40,
        above=14,
        height=max(len(bars), 1) * _ROW,
        fluid=False,
        key_lines=(wide, small),
    )
