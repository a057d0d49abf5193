"""Tiny inline graphics for tables: a sparkline with its target and last point, and a data bar.

Pure functions of numbers; colours and sizes are in the stylesheet (`svg.al-spark`, `svg.al-bar`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from auditloop.render.escape import attribute

_WIDTH = 112
_HEIGHT = 26
_EDGE = 4
"""Room for the last point's dot."""
SIGNALS = ("good", "bad")


def sparkline(
    values: Sequence[float | None], *, label: str, target: float | None = None, signal: str | None = None
) -> str:
    """The values as a line of fixed size; None is a gap. Empty when there is no value at all.

    label: what it shows, in words, for those who cannot see it. signal: good | bad colours the last point (the
    judgement itself stands beside it as a word).
    """
    known = [v if v is not None and math.isfinite(v) else None for v in values]
    numbers = [v for v in known if v is not None]
    if not numbers:
        return ""
    aim = target if target is not None and math.isfinite(target) else None
    low, high = min(numbers if aim is None else [*numbers, aim]), max(numbers if aim is None else [*numbers, aim])

    def x(index: int) -> str:
        wide = _WIDTH - 2 * _EDGE
        return _short(_EDGE + (wide * index / (len(known) - 1) if len(known) > 1 else wide))

    def y(value: float) -> str:
        share = 0.5 if high == low else (value / 2 - low / 2) / (high / 2 - low / 2)
        return _short(_HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * share)

    parts = []
    if aim is not None:
        parts.append(f'<line class="al-spark-target" x1="0" y1="{y(aim)}" x2="{_WIDTH}" y2="{y(aim)}"/>')
    for run in _runs(known):
        if len(run) == 1:
            parts.append(f'<circle class="al-spark-alone" cx="{x(run[0][0])}" cy="{y(run[0][1])}" r="1.2"/>')
        else:
            points = " ".join(f"{x(index)},{y(value)}" for index, value in run)
            parts.append(f'<polyline class="al-spark-line" points="{points}"/>')
    last = max(index for index, value in enumerate(known) if value is not None)
    parts.append(f'<circle class="al-spark-dot" cx="{x(last)}" cy="{y(numbers[-1])}" r="2.6"/>')
    return _svg(f"al-spark{_modifier('al-spark', signal)}", f"0 0 {_WIDTH} {_HEIGHT}", label, "".join(parts))


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


def _modifier(name: str, signal: str | None) -> str:
    return f" {name}--{signal}" if signal in SIGNALS else ""


def _svg(classes: str, view: str, label: str, inside: str) -> str:
    return f'<svg class="{classes}" viewBox="{view}" role="img" aria-label="{attribute(label)}">{inside}</svg>'


def _short(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
