"""What charts made of rows share: a name at the left, a mark at the right, one row of fixed height each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.render.charts import base, palette
from auditloop.render.charts.chart import Chart
from auditloop.render.charts.layout import ROW, ticks

_NAMES = base.Computed("min(230, width * (narrow ? 0.4 : 0.34))")


def fill(
    chart: Chart,
    datasets: dict[str, object],
    count: int,
    low: float,
    high: float,
    *,
    bottom: float,
    row: float = ROW,
    above: float = 6,
    key: Sequence[tuple[str, str, str, str]] = (),
    words: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The per-chart part of the spec: `count` rows on a scale from `low` to `high`; `words` besides the heading."""
    key_rows, wide, small = base.key(key)
    return base.fill(
        datasets=datasets | ({"key": key_rows} if key else {}),
        params={"low": low, "high": high, "ticks": ticks(low, high), "names": _NAMES},
        words={
            "y": chart.words.get("y", ""),
            "cumulative": chart.words.get("cumulative", ""),
            **({"gap": chart.words["gap"]} if "gap" in chart.words else {}),
            **(words or {}),
        },
        left=0,
        right=16,
        bottom=bottom,
        above=above,
        height=count * row,
        fluid=False,
        key_lines=(wide, small),
    )


def scale(room: int | str = 0) -> Any:
    """The scale of values, right of the names; `room` (pixels, or a Vega expression) is left free at its end."""
    import altair as alt

    return alt.Scale(
        type="linear",
        domainMin=base.expr("low"),
        domainMax=base.expr("high"),
        nice=False,
        zero=False,
        range=[base.expr("names"), base.expr(f"width - {room}")],
    )


def x(name: str, room: int | str = 0, axis: Any = None) -> Any:
    """A place on the scale of values."""
    import altair as alt

    return alt.X(f"{name}:Q", scale=scale(room), axis=axis)


def y() -> Any:
    """The row."""
    import altair as alt

    return alt.Y("order:O", scale=base.row_scale(), sort="ascending", axis=None)


def names(data: str) -> Any:
    """The name at the left of every row."""
    return (
        base.on(data)
        .mark_text(align="left", x=0, color=palette.INK, text=base.expr("datum.name"), limit=base.expr("names - 12"))
        .encode(y=y())
    )


def hits(data: str) -> Any:
    """The whole row answers the pointer, not only its bar."""
    return base.on(data).mark_bar(opacity=0, x=0, x2=base.expr("width"), tooltip=base.tips()).encode(y=y())
