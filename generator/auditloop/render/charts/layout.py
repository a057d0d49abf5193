"""Where things go in a chart: estimated text widths, tick values, label positions that do not overlap, month names.

Pure geometry over rows; knows neither Vega-Lite nor what the numbers mean.
"""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from auditloop.render.escape import one_line, plain

WIDTH = 720
"""Width of a static drawing, labels included."""
HEIGHT = 405
"""16:9"""
NARROW = 480
"""Below this width the phone's layout applies."""

ROW = 26
"""Height of one row of a chart made of rows."""

_TIP_LIMIT = 700
_NOT_FIRST = frozenset("，。、：；？！）》”’")
"""No line begins with these."""
_WIDE = frozenset("WF")
_DAY = 86_400_000
_YEARLY_AFTER_DAYS = 366 * 6


def ems(text: str) -> float:
    """Estimated width in units of the font size: a Chinese character is 1, a Latin one about 0.6."""
    return sum(1.0 if unicodedata.east_asian_width(c) in _WIDE else 0.72 if c.isupper() else 0.61 for c in text)


def clip(text: str, limit: float) -> str:
    """The text on one line, cut with an ellipsis when it would be wider than `limit` ems."""
    line = one_line(text)
    if len(line) <= limit / 2 or ems(line[: int(limit * 2) + 2]) <= limit:
        return line
    used, kept = 0.9, 0
    for char in line:
        used += ems(char)
        if used > limit:
            break
        kept += 1
    return line[:kept].rstrip() + "…"


def wrapped(text: str, limit: float) -> list[str]:
    """The text on at most two lines of `limit` ems, broken at a space or between Chinese characters, clipped there."""
    line = one_line(text)
    if ems(line) <= limit:
        return [line]
    used, at = 0.0, 0
    for place, char in enumerate(line):
        used += ems(char)
        if used > limit:
            break
        if char == " " or unicodedata.east_asian_width(char) in _WIDE:
            at = place + 1
    if not at or line[at : at + 1] in _NOT_FIRST:
        at = max(at - 1, 1) if at else place
    return [line[:at].rstrip(), clip(line[at:].lstrip(), limit)]


def tip(text: object) -> str:
    """Tooltip text: line breaks stay, everything else that could disturb goes."""
    words = plain(str(text))
    return words if len(words) <= _TIP_LIMIT else words[: _TIP_LIMIT - 1] + "…"


def number(value: object) -> float | None:
    """A finite number, or None: what a scale can place."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return value


def numbers(rows: Iterable[Mapping[str, object]], *fields: str) -> list[float]:
    """All finite numbers in these fields."""
    return [found for row in rows for name in fields if (found := number(row.get(name))) is not None]


def ticks(low: float, high: float, count: int = 5) -> list[float]:
    """Round values (steps of 1, 2, 5 × 10ⁿ) inside low..high, about `count` of them."""
    span = high - low
    if not span > 0:
        return [low]
    raw = span / count
    power = 10.0 ** math.floor(math.log10(raw))
    steps = [factor * power for factor in (1, 2, 5, 10)]
    chosen = next(i for i, step in enumerate(steps) if step >= raw * 0.999)
    values: list[float] = []
    for step in (steps[chosen], steps[max(chosen - 1, 0)], power / 2):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        values = [round(i * step, max(12, 2 - math.floor(math.log10(step)))) for i in range(first, last + 1)]
        if len(values) > 1:
            break
    return values


def extent(values: Sequence[float], low: float | None = None, high: float | None = None) -> tuple[float, float]:
    """A scale around the values with a little air; reaches zero where zero is near, stays where low or high fix it."""
    bottom, top = (min(values), max(values)) if values else (0.0, 1.0)
    span = top - bottom or abs(top) * 0.2 or 1.0
    air_bottom, air_top = bottom - span * 0.12, top + span * 0.12
    if bottom >= 0 and bottom <= 0.4 * top:
        air_bottom = 0.0
    if bottom >= 0:
        air_bottom = max(air_bottom, 0.0)
    lowest = air_bottom if low is None else min(low, bottom)
    highest = air_top if high is None else max(high, top)
    return (lowest, highest) if highest > lowest else (lowest - 1, highest + 1)


def spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved as little as needed so that neighbours are `gap` apart, within low..high where there is room."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    if len(order) * gap > high - low > 0:
        gap = (high - low) / len(order)
    at = [places[i] for i in order]
    for _ in range(60):
        moved = False
        for i in range(1, len(at)):
            short = gap - (at[i] - at[i - 1])
            if short > gap * 1e-6:
                at[i - 1] -= short / 2
                at[i] += short / 2
                moved = True
        if not moved:
            break
    if at and at[0] < low:
        at = _push_up(at, low, gap)
    if at and at[-1] > high:
        at = [-v for v in reversed(_push_up([-v for v in reversed(at)], -high, gap))]
    placed = [0.0] * len(order)
    for i, place in zip(order, at, strict=True):
        placed[i] = place
    return placed


def end_places(
    values: Sequence[float], low: float, high: float, pixels: float, small: float = 180
) -> list[dict[str, float]]:
    """Where labels at the right end go, as values: on wide screens (`v1`) and on phones (`v2`), `pixels` apart.

    small: how high the plot is on a phone.
    """
    wide, narrow = (spread(values, (high - low) * pixels / tall, low, high) for tall in (320, small))
    places = max(6, 4 - math.floor(math.log10(high - low))) if high > low else 6
    return [{"v1": round(w, places), "v2": round(n, places)} for w, n in zip(wide, narrow, strict=True)]


def beside(points: Sequence[tuple[float, float, str]], width: float, size: float) -> list[tuple[bool, float]]:
    """Where names go beside their points (x, y up, name; pixels): at the left?, and at which height.

    At the right, or at the left where it would reach over `width`; moved up or down where two would touch. Those that
    come first keep their place.
    """
    placed: list[tuple[float, float, float]] = []
    found = []
    for x, y, name in points:
        wide = ems(name) * size + 12
        left = x + wide > width
        start = x - wide if left else x
        moved = next((y + by for by in (0, 13, -13, 26, -26) if not _touches(placed, start, start + wide, y + by)), y)
        placed.append((start, start + wide, moved))
        found.append((left, moved))
    return found


def _touches(placed: Sequence[tuple[float, float, float]], start: float, end: float, y: float) -> bool:
    return any(
        start < other_end and end > other_start and abs(y - other) < 12 for other_start, other_end, other in placed
    )


def lanes(starts: Sequence[float], widths: Sequence[float], most: int) -> list[int]:
    """For flags at these places with labels to their right: lanes from 0 upward, -1 where `most` lanes are full.

    A flag stands higher than all whose poles would otherwise run through its label.
    """
    chosen = [-1] * len(starts)
    order = sorted(range(len(starts)), key=lambda i: starts[i])
    for place, i in reversed(list(enumerate(order))):
        beneath = [chosen[j] for j in order[place + 1 :] if starts[j] < starts[i] + widths[i]]
        lane = max(beneath, default=-1) + 1
        chosen[i] = lane if lane < most else -1
    return chosen


def milliseconds(day: object) -> int:
    """An ISO date as the number a time scale uses."""
    return (dt.date.fromisoformat(str(day)[:10]).toordinal() - 719_163) * _DAY


def time_span(times: Sequence[int], around: int = 1) -> tuple[int, int]:
    """First and last of these `milliseconds`; a single moment gets so many days before and after it."""
    if not times:
        return 0, 1
    first, last = min(times), max(times)
    return (first, last) if first < last else (first - around * _DAY, last + around * _DAY)


def days(first: int, last: int) -> float:
    """Days between two numbers of `milliseconds`."""
    return (last - first) / _DAY


def time_words(lang: str, first: int, last: int) -> dict[str, object]:
    """What the time axis needs: names of the months, and whether years alone are enough."""
    return {
        "months": list(_months(lang)),
        "day": "日" if lang.startswith(("zh", "ja")) else "",
        "gap": "" if lang.startswith(("zh", "ja")) else " ",
        "yearly": days(first, last) > _YEARLY_AFTER_DAYS,
    }


def key_places(labels: Sequence[str], width: float, size: float = 12) -> tuple[list[tuple[float, int]], int]:
    """Key entries set in lines like words: (x, line) of each, and how many lines there are."""
    x, line, placed = 0.0, 0, []
    for label in labels:
        wide = 18 + ems(label) * size
        if x and x + wide > width:
            x, line = 0.0, line + 1
        placed.append((round(x, 1), line))
        x += wide + 14
    return placed, line + 1 if placed else 0


@lru_cache(maxsize=8)
def _months(lang: str) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names("abbreviated", context="stand-alone", locale=lang.replace("-", "_"))
    return tuple(names[month] for month in range(1, 13))


def _push_up(at: list[float], low: float, gap: float) -> list[float]:
    pushed: list[float] = []
    for place in at:
        pushed.append(max(place, low if not pushed else pushed[-1] + gap))
    return pushed
