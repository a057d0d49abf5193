"""A plan as a Gantt chart: goals with the way they have come, milestones with their days, arrows between them.

Shapes say the state, words at the row's end repeat it; colour only judges. On a phone a row's words stand above its
bar, so that they are whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import clip, ems, milliseconds, time_words, wrapped

STATES = ("done", "overdue", "waiting", "running", "planned")
_SHAPES = ("circle", "diamond", "triangle-up", "square", "circle")
_FILLS = (palette.GOOD, palette.BAD, palette.PAPER, palette.INK_2, palette.PAPER)
_STROKES = (palette.GOOD, palette.BAD, palette.INK_2, palette.INK_2, palette.FAINT)
_INKS = {"good": palette.GOOD_TEXT, "bad": palette.BAD_TEXT}
_DIAMOND = "diamond"
_ROW = 44
_LABEL = 16
_WIDE_NAMES = 290
_NAMES = base.Computed(f"narrow ? 2 : min({_WIDE_NAMES}, width * 0.44)")
_STATE_ROOM = "(narrow ? 8 : stateroom)"
_UP, _DOWN = "(narrow ? -6 : 0)", "(narrow ? 13 : 0)"
"""Where a row's words and its bar stand, from the row's middle."""
_NARROW = 326
"""Width of a small phone's chart, which long names are broken for."""


def template() -> dict[str, Any]:
    import altair as alt

    scale = alt.Scale(
        type="utc",
        domainMin=base.expr("first"),
        domainMax=base.expr("last"),
        nice=False,
        range=[base.expr("names"), base.expr(f"width - {_STATE_ROOM}")],
    )
    axis = base.time_axis(grid=True, tickCount=base.expr("max(2, floor(width * (narrow ? 1 : 0.45) / 70))"))
    y = alt.Y("order:O", scale=alt.Scale(type="band", paddingInner=0, paddingOuter=0), sort="ascending", axis=None)
    at = alt.X("x:T", scale=scale, axis=axis)
    start, down = alt.X("start:T", scale=scale, axis=axis), base.expr(_DOWN)
    bars = (
        base.on("bars")
        .mark_bar(height=9, yOffset=down, tooltip=base.tips(), strokeWidth=1)
        .encode(
            x=start,
            x2="end:T",
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    late = (
        base.on("late")
        .mark_rule(strokeDash=[3, 3], strokeWidth=1.5, yOffset=down, color=palette.BAD)
        .encode(x=start, x2="end:T", y=y)
    )
    arrows = (
        base.on("arrows")
        .mark_line(strokeWidth=1.2, color=palette.FAINT, yOffset=down, strokeJoin="round")
        .encode(x=at, y=y, detail="arrow:N", order="step:Q")
    )
    heads = (
        base.on("heads")
        .mark_point(
            filled=True,
            opacity=1,
            size=42,
            color=palette.INK_3,
            xOffset=base.expr("datum.dx"),
            yOffset=base.expr(f"datum.dy + {_DOWN}"),
        )
        .encode(x=at, y=y, shape=alt.Shape("shape:N", scale=None))
    )
    marks = (
        base.on("marks")
        .mark_point(filled=False, opacity=1, size=95, strokeWidth=1.7, yOffset=down, tooltip=base.tips())
        .encode(
            x=at,
            y=y,
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    today = base.on("today").mark_rule(color=palette.INK, strokeWidth=1.2).encode(x=at)
    today_word = (
        base.on("today").mark_text(y=-8, fontSize=11, color=palette.INK, text=base.expr("datum.label")).encode(x=at)
    )
    lines = (
        base.on("rows")
        .transform_filter("datum.goal")
        .mark_rule(color=palette.LINE_2, x=0, x2=base.expr("width"), yOffset=-_ROW / 2)
        .encode(y=y)
    )
    hits = base.on("rows").mark_bar(opacity=0, x=0, x2=base.expr("width"), tooltip=base.tips()).encode(y=y)
    words = [text for halo in (True, False) for text in (_names(y, halo=halo), _states(y, halo=halo))]
    layers = [lines, today, today_word, arrows, bars, late, heads, marks, *words, hits, *base.key_layers()]
    return base.finish(
        alt.layer(base.heading(), *layers).resolve_scale(
            fill="independent", stroke="independent", color="independent", shape="independent"
        )
    )


def _halo(halo: bool) -> dict[str, Any]:
    """Words stand over lines on a phone: paper around them, drawn first, keeps them readable."""
    return {"stroke": palette.PAPER, "strokeWidth": 4, "strokeJoin": "round"} if halo else {}


def _names(y: Any, *, halo: bool) -> Any:
    return (
        base.on("rows")
        .mark_text(
            align="left",
            x=base.expr("narrow ? 0 : datum.indent"),
            yOffset=base.expr(_UP),
            color=palette.INK,
            fontWeight=base.expr("datum.goal ? 'bold' : 'normal'"),
            dy=base.expr("length(narrow ? datum.short : datum.lines) < 2 ? 0 : narrow ? -8 : -7"),
            lineHeight=14,
            text=base.expr("narrow ? datum.short : datum.lines"),
            limit=base.expr("narrow ? width - datum.room : names - 10"),
            **_halo(halo),
        )
        .encode(y=y)
    )


def _states(y: Any, *, halo: bool) -> Any:
    import altair as alt

    return (
        base.on("rows")
        .mark_text(
            align="right",
            x=base.expr("width"),
            yOffset=base.expr(f"{_UP} - (narrow && length(datum.short) > 1 ? 8 : 0)"),
            text=base.expr("datum.state_label"),
            **_halo(halo),
        )
        .encode(y=y, color=alt.Color("ink:N", scale=None))
    )


def layout(chart: Chart) -> dict[str, Any]:
    drawn = [_row(row) for row in chart.rows("rows")]
    today = [base.clean(r, "x", clips={"label": 14}) for r in chart.rows("today")]
    ends = {str(row["id"]): row for row in chart.rows("rows")}
    arrows, heads = [], []
    for number, arrow in enumerate(chart.rows("arrows")):
        path, head = _arrow(ends[str(arrow["from"])], ends[str(arrow["to"])])
        arrows += [{"arrow": number, "step": step, **place} for step, place in enumerate(path)]
        heads.append(head)
    span = chart.rows("span")[0]
    times = [milliseconds(span[end]) for end in ("start", "end")] + [milliseconds(day["x"]) for day in today]
    times += [milliseconds(r[end]) for r in chart.rows("rows") for end in ("start", "end") if r.get(end)]
    first, last = min(times), max(times)
    air = (last - first) // 60
    states = {str(row["state"]) for row in chart.rows("rows") if row["kind"] != "goal"}
    entries = [
        (chart.words.get(state, ""), shape, fill, stroke)
        for state, shape, fill, stroke in zip(STATES, _SHAPES, _FILLS, _STROKES, strict=True)
        if state in states
    ]
    if any(row["kind"] == "goal" for row in chart.rows("rows")):
        entries.insert(
            0, (chart.words.get("covered", ""), "M-1.8,-0.5L1.8,-0.5L1.8,0.5L-1.8,0.5Z", palette.SERIES, palette.SERIES)
        )
    if arrows:
        entries.append((chart.words.get("arrow", ""), "M-1.5,0L1.5,0M0.4,-1L1.5,0L0.4,1", "transparent", palette.INK_3))
    key, wide, small = base.key(entries)
    room = round(max((ems(str(row["state_label"])) for row in drawn), default=0) * base.FONT_SIZE + 16)
    return base.fill(
        datasets={
            "rows": drawn,
            "bars": [bar for row in chart.rows("rows") for bar in _bars(row)],
            "late": [base.clean(r, "order", "start", "end") for r in chart.rows("late")],
            "marks": [_mark(row) for row in chart.rows("rows")],
            "arrows": arrows,
            "heads": heads,
            "today": today,
            "key": key,
        },
        params={
            "first": first - air,
            "last": last + air,
            "time": time_words(chart.lang, first, last),
            "names": _NAMES,
            "stateroom": room,
        },
        words={"y": chart.words.get("y", "")},
        left=0,
        right=4,
        bottom=40,
        above=14,
        height=max(len(drawn), 1) * _ROW,
        fluid=False,
        key_lines=(wide, small),
    )


def _row(row: Mapping[str, object]) -> dict[str, object]:
    goal = row["kind"] == "goal"
    indent = 0 if goal or not row.get("inside") else 14
    room = round(ems(clip(str(row["state_label"]), _LABEL)) * base.FONT_SIZE + 12)
    em = base.FONT_SIZE * (1.08 if goal else 1)
    return base.clean(row, "order", clips={"state_label": _LABEL}) | {
        "goal": goal,
        "indent": indent,
        "room": room,
        "lines": wrapped(str(row["name"]), (_WIDE_NAMES - 10 - indent) / em),
        "short": wrapped(str(row["name"]), (_NARROW - room) / em),
        "ink": _INKS.get(str(row.get("signal")), palette.INK_2),
    }


def _bars(row: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """A goal's way as a track, filled as far as it is covered; a milestone's time from its start."""
    place = base.clean(row, "order", "start", "end")
    if row["kind"] == "goal":
        yield place | {"fill": palette.BAND, "stroke": palette.LINE_2}
        if row.get("reached_to"):
            yield place | {"end": row["reached_to"], "fill": palette.SERIES, "stroke": palette.SERIES}
    elif row.get("start"):
        hollow = row["state"] in ("planned", "waiting")
        yield place | {"fill": palette.PAPER if hollow else palette.LINE_2, "stroke": palette.LINE_2}


def _mark(row: Mapping[str, object]) -> dict[str, object]:
    """At a row's end: the shape of its state; of a goal the diamond of its judgement."""
    made = base.clean(row, "order") | {"x": row["end"]}
    if row["kind"] == "goal":
        looks = {"good": (palette.GOOD, "circle"), "bad": (palette.BAD, _DIAMOND)}
        colour, shape = looks.get(str(row.get("signal")), (palette.INK_2, "M0,-1.6L0,1.6"))
        return made | {"shape": shape, "fill": colour, "stroke": colour}
    at = STATES.index(str(row["state"]))
    return made | {"shape": _SHAPES[at], "fill": _FILLS[at], "stroke": _STROKES[at]}


def _arrow(need: Mapping[str, object], user: Mapping[str, object]) -> tuple[list[dict[str, object]], dict[str, object]]:
    """From the end of what is needed: to the start of what waits for it where that comes later, else to its end."""
    begins = user.get("start")
    if begins and str(begins) >= str(need["end"]):
        path = [(need["end"], need["order"]), (need["end"], user["order"]), (begins, user["order"])]
        head = {"shape": "triangle-right", "dx": -4, "dy": 0}
    else:
        path = [(need["end"], need["order"]), (user["end"], need["order"]), (user["end"], user["order"])]
        above = int(str(need["order"])) < int(str(user["order"]))
        head = {"shape": "triangle-down" if above else "triangle-up", "dx": 0, "dy": -9 if above else 9}
    places: list[dict[str, object]] = [{"x": x, "order": order} for x, order in path]
    return places, places[-1] | head
