"""One ticket by which a reader can check how a standard's clock ran: when it ran, when it stood still, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.results import ClockExample, ClockSpan
from auditloop.assess.tickets import Desk, Place
from auditloop.assess.voice.window import Window
from auditloop.tickets.calendar import Calendar
from auditloop.tickets.clock import BusinessClock
from auditloop.tickets.spec import Standard
from auditloop.tickets.standards import latest_done

_MINUTE = 60
_MOST_SPANS = 7
"""More than a reader checks by hand."""
_LATEST = 300
"""Of every log, so many tickets are looked through."""
_DAY = dt.timedelta(days=1)
_TELLING = {"holiday": 3, "weekend": 2, "night": 1, None: 0}
"""The rarer the pause, the more an example with it explains."""

_Stretch = tuple[int, int, str | None]


def example_of(desk: Desk, standard: Standard, limit: float, window: Window) -> ClockExample | None:
    """The most telling ticket of the window: one whose clock stood still and went on, over a holiday before a weekend
    before a night; the latest of those."""
    best: tuple[tuple[bool, int, int, str], Place] | None = None
    for place in _done(desk, standard, window):
        stretches = _stretches(desk.calendar, standard, place)
        ran = sum(pause is None for _, _, pause in stretches)
        if ran and len(stretches) <= _MOST_SPANS:
            telling = max(_TELLING[pause] for _, _, pause in stretches)
            rank = (ran > 1, telling, place.received, place.id)
            if best is None or rank > best[0]:
                best = rank, place
    if best is None:
        return None
    place = best[1]
    spans = [_span(desk.calendar, *each) for each in _stretches(desk.calendar, standard, place)]
    taken = sum(span.minutes for span in spans if span.pause is None)
    return ClockExample(
        id=place.id,
        team=place.team,
        spans=spans,
        taken=taken,
        kept=taken * _MINUTE <= limit,
    )


def _done(desk: Desk, standard: Standard, window: Window) -> Iterator[Place]:
    """The latest done tickets of every log, some hundreds at most."""
    most = _LATEST if standard.clock == "business" else 1
    for team, logs in desk.teams.items():
        for log in logs:
            for row in latest_done(standard, log, window.since, most):
                yield Place(team, log, row)


def _stretches(calendar: Calendar, standard: Standard, place: Place) -> list[_Stretch]:
    """From, to, and why the clock stood still; None where it ran."""
    assert standard.to is not None
    start, end = place.log.times[standard.from_][place.row], place.log.times[standard.to][place.row]
    clock = calendar.business if standard.clock == "business" else None
    if clock is None:
        return [(start, end, None)]
    found: list[_Stretch] = []
    at = start
    for begins, stops in clock.stretches(start, end):
        if begins > at:
            found.append((at, begins, _why(calendar, clock, at, begins)))
        found.append((begins, stops, None))
        at = stops
    if at < end:
        found.append((at, end, _why(calendar, clock, at, end)))
    return found


def _why(calendar: Calendar, clock: BusinessClock, start: int, end: int) -> str:
    """What a pause consists of, at most: a public holiday, days off, or only hours."""
    day, last = calendar.reader.day(start), calendar.reader.day(end - 1)
    why = "night"
    while day <= last:
        if not clock.is_worked(day):
            if clock.is_usual(day):
                return "holiday"
            why = "weekend"
        day += _DAY
    return why


def _span(calendar: Calendar, start: int, end: int, pause: str | None) -> ClockSpan:
    text = calendar.reader.text
    return ClockSpan(start=text(start), end=text(end), minutes=(end - start) / _MINUTE, pause=pause)
