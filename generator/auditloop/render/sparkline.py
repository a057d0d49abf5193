"""Tiny inline graphics for tables: a sparkline with limits, target and signals, and a data bar.

Pure functions of numbers; colours and sizes are in the stylesheet (`svg.al-spark`, `svg.al-bar`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from auditloop.render.escape import attribute

_WIDTH = 112
_HEIGHT = 26
_EDGE = 4
"""Room for the last point's dot."""
SIGNALS = ("good", "bad")

Limits = tuple[float | None, float | None]
"""Lower and upper; None where a chart has none."""


def sparkline(
    values: Sequence[float | None],
    *,
    label: str,
    target: float | None = None,
    limits: Sequence[Limits] = (),
    tones: Sequence[str | None] = (),
) -> str:
    """The values as a line of fixed size; None is a gap. Empty when there is no value at all.

    label: what it shows, in words, for those who cannot see it. limits: the band of what is usual, one pair per value.
    tones: good | bad per value marks those that are signals, a diamond for bad ones; the last value is always marked.
    """
    known = [_finite(v) for v in values]
    numbers = [v for v in known if v is not None]
    if not numbers:
        return ""
    aim = _finite(target)
    band = [(_finite(low), _finite(high)) for low, high in limits]
    ends = [end for pair in band for end in pair if end is not None]
    scale = [*numbers, *ends, *([] if aim is None else [aim])]
    low, high = min(scale), max(scale)

    def x(index: int) -> float:
        wide = _WIDTH - 2 * _EDGE
        return _EDGE + (wide * index / (len(known) - 1) if len(known) > 1 else wide)

    def y(value: float) -> float:
        share = 0.5 if high == low else (value / 2 - low / 2) / (high / 2 - low / 2)
        return _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * share

    parts = list(_bands(band, x, y, low, high))
    if aim is not None:
        parts.append(
            f'<line class="al-spark-target" x1="0" y1="{_short(y(aim))}" x2="{_WIDTH}" y2="{_short(y(aim))}"/>'
        )
    for run in _runs(known):
        if len(run) == 1:
            cx, cy = x(run[0][0]), y(run[0][1])
            parts.append(f'<circle class="al-spark-alone" cx="{_short(cx)}" cy="{_short(cy)}" r="1.2"/>')
        else:
            parts.append(f'<polyline class="al-spark-line" points="{_path((x(i), y(v)) for i, v in run)}"/>')
    last = max(index for index, value in enumerate(known) if value is not None)
    for index, value in enumerate(known):
        tone = tones[index] if index < len(tones) else None
        if value is not None and (tone in SIGNALS or index == last):
            parts.append(_mark(x(index), y(value), tone, 2.6 if index == last else 1.7))
    return _svg("al-spark", f"0 0 {_WIDTH} {_HEIGHT}", label, "".join(parts))


def _bands(
    band: Sequence[Limits], x: Callable[[int], float], y: Callable[[float], float], low: float, high: float
) -> Iterable[str]:
    """One surface per stretch with limits; where one side has none it reaches to the edge of the graphic."""
    stretch: list[tuple[int, float, float]] = []
    for index, (lower, upper) in enumerate([*band, (None, None)]):
        if lower is not None or upper is not None:
            stretch.append((index, low if lower is None else lower, high if upper is None else upper))
            continue
        if len(stretch) > 1:
            above = [(x(i), y(top)) for i, _, top in stretch]
            below = [(x(i), y(bottom)) for i, bottom, _ in reversed(stretch)]
            yield f'<polygon class="al-spark-band" points="{_path(_corners(above))} {_path(_corners(below))}"/>'
        stretch = []


def _corners(line: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without the points between two of the same height: limits are mostly level."""
    inner = [b for a, b, c in zip(line, line[1:], line[2:], strict=False) if not a[1] == b[1] == c[1]]
    return [line[0], *inner, line[-1]]


def _mark(x: float, y: float, tone: str | None, size: float) -> str:
    css = f"al-spark-dot{f' al-spark-dot--{tone}' if tone in SIGNALS else ''}"
    if tone != "bad":
        return f'<circle class="{css}" cx="{_short(x)}" cy="{_short(y)}" r="{size}"/>'
    reach = _short(size * 1.25)
    return (
        f'<path class="{css}" d="M{_short(x)} {_short(y)}m0-{reach}l{reach} {reach}-{reach} {reach}-{reach}-{reach}z"/>'
    )


def bar(share: float, *, label: str, signal: str | None = None) -> str:
    """A data bar: `share` of its length (0–1, cut to that) is filled."""
    filled = min(max(share, 0.0), 1.0) if math.isfinite(share) else 0.0
    rects = (
        '<rect class="al-bar-back" width="100" height="10"/>'
        f'<rect class="al-bar-fill" width="{_short(filled * 100)}" height="10"/>'
    )
    classes = f'al-bar{_modifier("al-bar", signal)}" preserveAspectRatio="none'
    return _svg(classes, "0 0 100 10", label, rects)


def _runs(known: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Values between gaps."""
    runs: list[list[tuple[int, float]]] = [[]]
    for index, value in enumerate(known):
        if value is not None:
            runs[-1].append((index, value))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _path(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_short(x)},{_short(y)}" for x, y in points)


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _modifier(name: str, signal: str | None) -> str:
    return f" {name}--{signal}" if signal in SIGNALS else ""


def _svg(classes: str, view: str, label: str, inside: str) -> str:
    return f'<svg class="{classes}" viewBox="{view}" role="img" aria-label="{attribute(label)}">{inside}</svg>'


def _short(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
