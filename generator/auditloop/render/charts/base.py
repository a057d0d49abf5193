"""What all kinds of charts share: the calm look as a Vega-Lite config, axes, and the per-chart part of a spec.

Knows Altair's vocabulary; each kind's own marks are in its module.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from auditloop.render.charts import palette
from auditloop.render.charts.layout import HEIGHT, WIDTH, clip, ems, key_places, tip

if TYPE_CHECKING:
    import altair as alt


FONT_SIZE = 12
TITLE_ROW = 20
"""Height of the line above a chart that says what its scale is."""
KEY_ROW = 19

CONFIG: dict[str, Any] = {
    "aria": False,
    "font": "sans-serif",
    "background": None,
    "view": {"stroke": None},
    "axis": {
        "labelColor": palette.INK_3,
        "labelFontSize": FONT_SIZE,
        "labelPadding": 6,
        "domainColor": palette.LINE_2,
        "tickColor": palette.LINE_2,
        "tickSize": 4,
        "gridColor": palette.LINE,
        "gridWidth": 1,
        "title": None,
    },
    "title": {"color": palette.INK_3, "fontSize": FONT_SIZE, "fontWeight": "normal", "anchor": "start"},
    "text": {"fontSize": FONT_SIZE, "color": palette.INK_2, "baseline": "middle"},
    "line": {"strokeJoin": "round", "strokeCap": "round"},
    "concat": {"spacing": 0},
}

_TIME_LABEL = (
    "time.yearly ? utcyear(datum.value) : "
    "[time.months[utcmonth(datum.value)]"
    " + (utcdate(datum.value) > 1 ? time.gap + utcdate(datum.value) + time.day : ''), "
    "datum.index == 0 || (utcmonth(datum.value) == 0 && utcdate(datum.value) <= 7) ? utcyear(datum.value) : '']"
)


_VALUE_LABEL = "datum.value && abs(datum.value) < 1e-6 ? format(datum.value, '.3~e') : datum.label"
"""What nine decimals would show as nought, or hardly, is written as a power of ten."""


def expr(text: str) -> alt.ExprRef:
    """A Vega expression; on marks it is evaluated per row (`datum`)."""
    import altair as alt

    return alt.ExprRef(expr=text)


def rows(name: str) -> alt.NamedData:
    """Data that a chart fills in by name."""
    import altair as alt

    return alt.NamedData(name=name)


def on(name: str) -> Any:
    """A layer over the data of that name."""
    import altair as alt

    return alt.Chart(rows(name))


def tips() -> alt.ExprRef:
    """The tooltip of a row: its own words."""
    return expr("datum.tip")


def value_axis(**more: Any) -> alt.Axis:
    """Light horizontal grid, round numbers chosen by us, no line."""
    import altair as alt

    return alt.Axis(
        values=expr("ticks"), format=",.9~f", labelExpr=_VALUE_LABEL, domain=False, ticks=False, title=None, **more
    )


def value_scale(**more: Any) -> alt.Scale:
    """The scale of values, from `low` to `high`."""
    import altair as alt

    return alt.Scale(type="linear", domainMin=expr("low"), domainMax=expr("high"), nice=False, zero=False, **more)


def time_axis(**more: Any) -> alt.Axis:
    """Months in the reader's language, the year under the first and under January."""
    import altair as alt

    options: dict[str, Any] = {
        "labelExpr": _TIME_LABEL,
        "tickCount": expr("max(2, floor(width / 64))"),
        "grid": False,
        "title": None,
        "labelFlush": False,
        "labelOverlap": "greedy",
        "labelLineHeight": 14,
    }
    return alt.Axis(**(options | more))


def time_scale(**more: Any) -> alt.Scale:
    """Time without time zones, from `first` to `last`."""
    import altair as alt

    return alt.Scale(type="utc", domainMin=expr("first"), domainMax=expr("last"), nice=False, **more)


def row_scale() -> alt.Scale:
    """One band per row of the chart, in the order stated."""
    import altair as alt

    return alt.Scale(type="band", paddingInner=0.36, paddingOuter=0.18)


def signal_colour() -> alt.Color:
    """Blue for good, vermillion for concern, grey for common."""
    import altair as alt

    return alt.Color(
        "signal:N", scale=alt.Scale(domain=list(palette.SIGNALS), range=list(palette.SIGNAL_COLOURS)), legend=None
    )


def signal_shape() -> alt.Shape:
    """A diamond for concern, circles otherwise: judgement is never colour alone."""
    import altair as alt

    return alt.Shape(
        "signal:N", scale=alt.Scale(domain=list(palette.SIGNALS), range=list(palette.SIGNAL_SHAPES)), legend=None
    )


def judgements(words: Mapping[str, str], drawn: Iterable[Mapping[str, object]]) -> list[tuple[str, str, str, str]]:
    """Entries for `key` of the signals that occur, as `words` names them; nothing where nothing is judged."""
    there = {str(row.get("signal", "common")) for row in drawn}
    if there <= {"common"}:
        return []
    looks = zip(palette.SIGNALS, palette.SIGNAL_SHAPES, palette.SIGNAL_COLOURS, strict=True)
    return [(words.get(name, ""), shape, colour, colour) for name, shape, colour in looks if name in there]


def heading() -> Any:
    """The line at the top left that says what the scale is (the chart's `words.y`)."""
    import altair as alt

    return alt.Chart(rows("head")).mark_text(
        align="left",
        color=palette.INK_3,
        x=expr("-inset"),
        y=expr("-headroom"),
        text=expr("words.y"),
        limit=expr("room"),
    )


def end_labels(size: str = "12", bold: str = "false") -> Any:
    """Names and values at the right end of lines, at places counted beforehand so that they do not overlap."""
    import altair as alt

    return (
        alt.Chart(rows("ends"))
        .mark_text(
            align="left",
            dx=9,
            x=expr("width"),
            y=expr("scale('y', narrow ? datum.v2 : datum.v1)"),
            limit=expr("endroom"),
            text=expr("datum.label"),
            fontSize=expr(size),
            fontWeight=expr(f"{bold} ? 'bold' : 'normal'"),
        )
        .encode(color=alt.Color("colour:N", scale=None))
    )


def key_layers() -> list[Any]:
    """The key above a chart: symbols and words at places counted beforehand for wide and narrow screens."""
    import altair as alt

    x, y = "(narrow ? datum.x2 : datum.x1)", "(-headroom + lead + 19 * (narrow ? datum.y2 : datum.y1))"
    symbols = (
        alt.Chart(rows("key"))
        .mark_point(filled=False, strokeWidth=1.6, opacity=1, size=60, x=expr(f"{x} + 6 - inset"), y=expr(y))
        .encode(
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    words = alt.Chart(rows("key")).mark_text(
        align="left", color=palette.INK_2, text=expr("datum.label"), x=expr(f"{x} + 17 - inset"), y=expr(y)
    )
    return [symbols, words]


def finish(chart: Any) -> dict[str, Any]:
    """The kind's template as plain data, with the shared look."""
    template: dict[str, Any] = chart.to_dict()
    template.pop("datasets", None)
    template["config"] = CONFIG
    template["autosize"] = {"type": "none"} if "facet" not in template else {"type": "pad"}
    return template


def key(entries: Iterable[tuple[str, str, str, str]], inset: float = 0) -> tuple[list[dict[str, object]], int, int]:
    """Rows of the key from (label, shape, fill, stroke), and its number of lines on wide and on narrow screens."""
    listed = [(clip(label, 24), shape, fill, stroke) for label, shape, fill, stroke in entries if label]
    labels = [entry[0] for entry in listed]
    wide, wide_lines = key_places(labels, WIDTH - 20)
    small, small_lines = key_places(labels, 310)
    filled = [
        {"label": label, "shape": shape, "fill": fill, "stroke": stroke, "x1": w[0], "y1": w[1], "x2": s[0], "y2": s[1]}
        for (label, shape, fill, stroke), w, s in zip(listed, wide, small, strict=True)
    ]
    return filled, wide_lines, small_lines


def fill(
    *,
    datasets: Mapping[str, object],
    params: Mapping[str, object],
    words: Mapping[str, str],
    left: float,
    right: float,
    bottom: float,
    above: float,
    height: float = HEIGHT,
    fluid: bool = True,
    key_lines: tuple[int, int] = (0, 0),
    narrow_right: float | None = None,
    narrow_above: float | None = None,
    own_heading: bool = False,
) -> dict[str, Any]:
    """The per-chart part of a spec: what is laid over the template of its kind.

    above: room over the plot for flags, heading and key not counted; fluid: the height follows the width;
    own_heading: the template makes room for its heading.
    """
    lead = 0 if own_heading else TITLE_ROW if words.get("y") else 4
    top = lead + above + key_lines[0] * KEY_ROW
    small_top = lead + (above if narrow_above is None else narrow_above) + key_lines[1] * KEY_ROW
    total = height if fluid else height + top + bottom
    padding = {"left": left, "right": right, "top": top, "bottom": bottom}
    values: dict[str, object] = {
        "words": {name: clip(text, 90) for name, text in words.items()},
        "narrow": False,
        "headroom": top - 8,
        "inset": left,
        "room": WIDTH,
        "lead": lead,
    } | dict(params)
    return {
        "datasets": {"head": [{"label": ""}], **datasets},
        "params": [{"name": name, **_param(value)} for name, value in values.items()],
        "width": WIDTH - left - right,
        "height": round(total - top - bottom, 1),
        "padding": padding,
        "usermeta": {
            "width": WIDTH,
            "height": round(total, 1),
            "fluid": fluid,
            "narrow": {**padding, "top": small_top, "right": right if narrow_right is None else narrow_right},
        },
    }


def clean(row: Mapping[str, object], *keep: str, clips: Mapping[str, float] | None = None) -> dict[str, object]:
    """The fields a kind draws, with text made safe and short; `tip` always comes along."""
    made = {name: finite(row[name]) for name in keep if name in row}
    for name, limit in (clips or {}).items():
        if row.get(name) is not None:
            made[name] = clip(str(row[name]), limit)
    if row.get("tip"):
        made["tip"] = tip(row["tip"])
    return made


def label_room(labels: Iterable[object], size: float = FONT_SIZE, least: float = 16, most: float = 190) -> float:
    """Pixels that end labels need at the right of a chart."""
    widest = max((ems(str(label)) * size for label in labels), default=0.0)
    return round(min(most, max(least, widest + 16)))


def finite(value: object) -> object:
    """NaN and infinity have no place on a scale and none in JSON: they are gaps."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _param(value: object) -> dict[str, object]:
    return {"expr": value.expr} if isinstance(value, Computed) else {"value": value}


class Computed(str):
    """A parameter that Vega computes from other signals (`width`)."""

    __slots__ = ()

    @property
    def expr(self) -> str:
        return str(self)
