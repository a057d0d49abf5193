"""A customer journey, step under step: how it feels as a curve to the right of the names, how long it takes as bars.

Downward instead of across, so that every step's name can be read, on a phone as well: there it stands above its marks.
Colour only judges: pain points and what a measure gained.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ems, numbers, wrapped

SHAPES = ("circle", "square", "triangle-up", "cross")
"""Of the points that all channels share, and of the channels' own, in turn."""
_DASHES = ([1, 0], [6, 4], [2, 3], [9, 3, 2, 3])
_SAMPLES = (
    "M-1.8,0L1.8,0",
    "M-1.8,0L-0.4,0M0.4,0L1.8,0",
    "M-1.8,0L-1.4,0M-0.7,0L-0.3,0M0.3,0L0.7,0M1.4,0L1.8,0",
    "M-1.8,0L0.2,0M0.8,0L1.1,0",
)
"""The same as shapes of the key."""
_WAITING = (
    "M-1.6,-0.6L-0.5,-0.6M0.4,-0.6L1.6,-0.6M-1.6,0.6L-0.5,0.6M0.4,0.6L1.6,0.6M-1.6,-0.6L-1.6,0.6M1.6,-0.6L1.6,0.6"
)
_PAIN = "diamond"
_ROW = 42
_NAMES = 236
_NARROW = 326
_CURVE = (_NAMES + 22, 456)
_CURVE_NARROW = (20, 128)
_BARS = 500
_BARS_NARROW = 152
_UP, _DOWN = "(narrow ? -8 : 0)", "(narrow ? 12 : 0)"
_HEAD = -11


def _experience(value: str = "datum.value") -> str:
    """The place of an experience from 1 to 5."""
    (low, high), (small_low, small_high) = _CURVE, _CURVE_NARROW
    return (
        f"(narrow ? {small_low} + ({value} - 1) / 4 * {small_high - small_low}"
        f" : {low} + ({value} - 1) / 4 * {high - low})"
    )


def _minutes(value: str) -> str:
    """The place of a time on the bars, which leave room for their labels."""
    start = f"(narrow ? {_BARS_NARROW} : {_BARS})"
    return f"({start} + {value} / high * max(20, width - {start} - timeroom))"


def template() -> dict[str, Any]:
    import altair as alt

    y = alt.Y("order:O", scale=alt.Scale(type="band", paddingInner=0, paddingOuter=0), sort="ascending", axis=None)
    down = base.expr(_DOWN)
    heads = base.on("touchpoints")
    lines = heads.mark_rule(color=palette.LINE_2, x=0, x2=base.expr("width"), yOffset=-_ROW / 2 + 6).encode(y=y)
    grid = base.on("grid").mark_rect(
        color=palette.LINE,
        x=base.expr(f"{_experience()} - 0.5"),
        x2=base.expr(f"{_experience()} + 0.5"),
        y=0,
        y2=base.expr("height"),
    )
    scale = base.on("grid").mark_text(
        color=palette.INK_3, fontSize=11, x=base.expr(_experience()), y=_HEAD + 3, text=base.expr("datum.label")
    )
    curve = (
        base.on("lines")
        .mark_line(color=palette.SERIES, strokeWidth=1.8, x=base.expr(_experience()), yOffset=down)
        .encode(
            y=y,
            detail="series:N",
            order="step:Q",
            strokeDash=alt.StrokeDash(
                "dash:N", scale=alt.Scale(domain=list(range(4)), range=list(_DASHES)), legend=None
            ),
        )
    )
    gains = (
        base.on("felt")
        .transform_filter("isValid(datum.after)")
        .mark_rule(
            color=palette.INK_3,
            strokeWidth=1,
            x=base.expr(_experience()),
            x2=base.expr(_experience("datum.after")),
            yOffset=down,
        )
        .encode(y=y)
    )
    afters = (
        base.on("felt")
        .transform_filter("isValid(datum.after)")
        .mark_point(
            filled=False,
            opacity=1,
            size=70,
            strokeWidth=2,
            fill=palette.PAPER,
            stroke=palette.GOOD,
            x=base.expr(_experience("datum.after")),
            yOffset=down,
            tooltip=base.tips(),
        )
        .encode(y=y)
    )
    points = (
        base.on("felt")
        .mark_point(filled=True, opacity=1, size=base.expr("datum.size"), x=base.expr(_experience()), yOffset=down)
        .encode(y=y, shape=alt.Shape("shape:N", scale=None), color=alt.Color("colour:N", scale=None))
    )
    pains = (
        base.on("felt")
        .transform_filter("datum.pain")
        .mark_text(
            align="right",
            dx=-10,
            fontWeight="bold",
            color=palette.BAD_TEXT,
            x=base.expr(_experience()),
            yOffset=down,
            text=base.expr("datum.pain"),
        )
        .encode(y=y)
    )
    bars = (
        base.on("steps")
        .mark_bar(
            height=11,
            yOffset=down,
            x=base.expr(_minutes("0")),
            x2=base.expr(_minutes("datum.minutes")),
            strokeWidth=1.3,
        )
        .encode(
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            strokeDash=alt.StrokeDash(
                "waiting:N", scale=alt.Scale(domain=[True, False], range=[[3, 2], [1, 0]]), legend=None
            ),
        )
    )
    standards = (
        base.on("steps")
        .transform_filter("isValid(datum.standard)")
        .mark_rect(
            color=palette.INK,
            height=19,
            x=base.expr(f"{_minutes('datum.standard')} - 1"),
            x2=base.expr(f"{_minutes('datum.standard')} + 1"),
            yOffset=down,
        )
        .encode(y=y)
    )
    later = (
        base.on("steps")
        .transform_filter("isValid(datum.after)")
        .mark_bar(
            height=4,
            yOffset=base.expr(f"{_DOWN} + 9"),
            x=base.expr(_minutes("0")),
            x2=base.expr(_minutes("datum.after")),
            fill=base.expr(f"datum.after < datum.minutes ? '{palette.GOOD}' : '{palette.BAD}'"),
        )
        .encode(y=y)
    )
    times = (
        base.on("steps")
        .mark_text(
            align="left",
            dx=6,
            x=base.expr(_minutes("max(datum.minutes, datum.standard || 0)")),
            yOffset=down,
            text=base.expr("datum.label"),
        )
        .encode(y=y, color=alt.Color("ink:N", scale=None))
    )
    curve_head, time_head = (
        base.on("head").mark_text(
            align="left",
            color=palette.INK_3,
            x=base.expr(place),
            y=_HEAD - 12,
            text=base.expr(word),
            limit=210,
        )
        for place, word in (
            (f"narrow ? 0 : {_CURVE[0] - 8}", "narrow ? words.short : words.experience"),
            (f"narrow ? {_BARS_NARROW} : {_BARS}", "words.time"),
        )
    )
    hits = base.on("steps").mark_bar(opacity=0, x=0, x2=base.expr("width"), tooltip=base.tips()).encode(y=y)
    words = [text for halo in (True, False) for text in (_touchpoints(y, halo=halo), _names(y, halo=halo))]
    layers = [grid, scale, lines, curve_head, time_head, bars, standards, later, times]
    layers += [curve, *words, gains, afters, points, pains, hits, *base.key_layers()]
    return base.finish(
        alt.layer(base.heading(), *layers).resolve_scale(
            fill="independent", stroke="independent", color="independent", shape="independent", strokeDash="independent"
        )
    )


def _halo(halo: bool) -> dict[str, Any]:
    """On a phone the curve runs behind the words: paper around them, drawn first, keeps them readable."""
    return {"stroke": palette.PAPER, "strokeWidth": 4, "strokeJoin": "round"} if halo else {}


def _touchpoints(y: Any, *, halo: bool) -> Any:
    return (
        base.on("touchpoints")
        .mark_text(
            align="left",
            x=0,
            yOffset=6,
            color=palette.INK_2,
            fontWeight="bold",
            text=base.expr("datum.name"),
            **_halo(halo),
        )
        .encode(y=y)
    )


def _names(y: Any, *, halo: bool) -> Any:
    return (
        base.on("steps")
        .mark_text(
            align="left",
            x=base.expr("narrow ? 0 : 12"),
            yOffset=base.expr(_UP),
            dy=base.expr("!narrow && length(datum.lines) > 1 ? -7 : 0"),
            lineHeight=14,
            color=palette.INK,
            text=base.expr("narrow ? datum.name : datum.lines"),
            limit=base.expr(f"narrow ? width : {_NAMES}"),
            **_halo(halo),
        )
        .encode(y=y)
    )


def layout(chart: Chart) -> dict[str, Any]:
    rows = chart.rows("rows")
    steps = [_step(row) for row in rows if row["kind"] == "step"]
    felt = [_felt(row) for row in rows if row["kind"] == "step" and row.get("experience") is not None]
    touchpoints = [base.clean(row, "order", clips={"name": 44}) for row in rows if row["kind"] == "touchpoint"]
    high = max([*numbers(steps, "minutes", "standard", "after"), 1e-9])
    room = max((ems(str(step["label"])) for step in steps), default=0) * base.FONT_SIZE + 8
    key, wide, small = base.key(_key(chart, rows))
    words = chart.words
    return base.fill(
        datasets={
            "steps": steps,
            "felt": felt,
            "touchpoints": touchpoints,
            "lines": [base.clean(row, "series", "step", "order", "value", "dash") for row in chart.rows("lines")],
            "grid": [{"value": n, "label": str(n)} for n in range(1, 6)],
            "key": key,
        },
        params={"high": high, "timeroom": round(room)},
        words={"y": "", **{name: words.get(name, "") for name in ("experience", "short", "time")}},
        left=0,
        right=4,
        bottom=8,
        above=34,
        height=max(len(rows), 1) * _ROW,
        fluid=False,
        key_lines=(wide, small),
    )


def _step(row: Mapping[str, object]) -> dict[str, object]:
    adds, waits = bool(row.get("adds_value")), bool(row.get("waiting"))
    made = base.clean(row, "order", "minutes", "standard", "after", clips={"name": 60, "label": 20})
    return made | {
        "lines": wrapped(str(row["name"]), (_NAMES - 14) / base.FONT_SIZE),
        "waiting": waits,
        "fill": palette.COMMON if adds else palette.PAPER,
        "stroke": palette.COMMON,
        "ink": palette.BAD_TEXT if row.get("over") else palette.INK,
    }


def _felt(row: Mapping[str, object]) -> dict[str, object]:
    channel, hurts = int(str(row.get("channel", 0))), bool(row.get("pain"))
    return base.clean(row, "order", clips={"pain": 4}) | {
        "value": base.finite(row["experience"]),
        "after": base.finite(row.get("experience_after")),
        "shape": _PAIN if hurts else SHAPES[channel % len(SHAPES)],
        "colour": palette.BAD if hurts else palette.SERIES,
        "size": 110 if hurts else 70,
    }


def _key(chart: Chart, rows: Sequence[Mapping[str, object]]) -> list[tuple[str, str, str, str]]:
    words, steps = chart.words, [row for row in rows if row["kind"] == "step"]
    bar, ink = "M-1.6,-0.6L1.6,-0.6L1.6,0.6L-1.6,0.6Z", palette.COMMON
    lines = sorted({str(row["dash"]) for row in chart.rows("lines")})
    channels = [
        (words.get(f"channel_{dash}", ""), _SAMPLES[int(dash)], "transparent", palette.SERIES) for dash in lines
    ]
    entries = [
        *channels,
        (words.get("pain", ""), _PAIN, palette.BAD, palette.BAD) if any(r.get("pain") for r in steps) else None,
        (words.get("adds", ""), bar, ink, ink) if any(r.get("adds_value") for r in steps) else None,
        (words.get("adds_not", ""), bar, palette.PAPER, ink) if any(not r.get("adds_value") for r in steps) else None,
        (words.get("waiting", ""), _WAITING, "transparent", ink) if any(r.get("waiting") for r in steps) else None,
        (words.get("standard", ""), "M0,-1.5L0,1.5", "transparent", palette.INK)
        if any(r.get("standard") is not None for r in steps)
        else None,
        (words.get("after", ""), "circle", palette.PAPER, palette.GOOD)
        if any(r.get("after") is not None for r in steps)
        else None,
    ]
    return [entry for entry in entries if entry]
