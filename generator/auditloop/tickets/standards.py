"""Whether tickets kept a standard: kept, broken, still open or not judged, and how long each one took.

A limit that passes is broken from then on, done or not. A ticket that lacks the event but has a later step, or was
solved, has it behind it, nobody knows since when: it counts as done at that step, the latest it can have been, and its
time is not told.
What was withdrawn before the limit passed is due no more.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from auditloop.tickets.calendar import Calendar
from auditloop.tickets.durations import seconds
from auditloop.tickets.log import MISSING, TicketLog, rows_where, shown_by
from auditloop.tickets.spec import Standard


@dataclass(slots=True)
class Kept:
    """One standard, for the tickets received in one period."""

    kept: int = 0
    breaches: list[str] = field(default_factory=list)
    """Ids of the tickets that broke it."""
    open: int = 0
    """Neither done nor due yet."""
    unrecorded: int = 0
    """Of those kept or broken: done, but nobody wrote down when."""
    times: array[float] = field(default_factory=lambda: array("d"))
    """Seconds on the standard's clock, of those done and recorded, late ones too."""
    waiting: list[tuple[str, float]] = field(default_factory=list)
    """Id and seconds passed of those not done: open ones, and of the breaches those that still wait."""

    @property
    def due(self) -> int:
        return self.kept + len(self.breaches)

    def add(self, other: Kept) -> None:
        self.kept += other.kept
        self.breaches += other.breaches
        self.open += other.open
        self.unrecorded += other.unrecorded
        self.times.extend(other.times)
        self.waiting += other.waiting


def limit_of(standard: Standard, calendar: Calendar) -> float:
    """Seconds on its clock. A day of business time is one working day."""
    assert standard.within is not None
    business = calendar.business if standard.clock == "business" else None
    if business is None:
        return seconds(standard.within)
    return seconds(standard.within, day=business.day, days_a_week=business.days_a_week)


def keep(standard: Standard, log: TicketLog, calendar: Calendar, kind: str = "month") -> dict[int, Kept]:
    """Position of a period of that kind → what happened to the tickets received in it. `log` as known at the moment."""
    rows = rows_where(log, standard.where)
    if standard.to is None:
        return _sorted(standard, log, rows, calendar, kind)
    return _timed(standard, log, rows, calendar, kind)


def _sorted(standard: Standard, log: TicketLog, rows: Sequence[int], calendar: Calendar, kind: str) -> dict[int, Kept]:
    found: dict[int, Kept] = {}
    positions = calendar.periods(kind).positions(log.times["received"])
    met = frozenset(rows_where(log, {**standard.where, **standard.met}))
    for row in rows:
        at = positions[row]
        here = found.get(at)
        if here is None:
            here = found[at] = Kept()
        if row in met:
            here.kept += 1
        else:
            here.breaches.append(log.ids[row])
    return found


def _timed(standard: Standard, log: TicketLog, rows: Sequence[int], calendar: Calendar, kind: str) -> dict[int, Kept]:
    assert standard.to is not None
    starts, ends = log.times.get(standard.from_), log.times.get(standard.to)
    if starts is None:
        return {}
    if ends is None:
        ends = array("q", [MISSING]) * len(log)
    limit, now, clock = limit_of(standard, calendar), calendar.now, calendar.clock(standard.clock)
    positions = calendar.periods(kind).positions(log.times["received"])
    began, ended = calendar.passed(standard.clock, starts), calendar.passed(standard.clock, ends)
    later = [log.times[event] for event in shown_by(standard.to) if event in log.times]
    withdrawn = log.times.get("withdrawn")
    found = {at: Kept() for at in set(positions)}
    ids = log.ids
    for row in rows:
        start, end = starts[row], ends[row]
        if start == MISSING:
            continue
        here = found[positions[row]]
        if end != MISSING:
            taken: float = ended[row] - began[row]
            here.times.append(taken)
        elif later and (behind := max(column[row] for column in later)) != MISSING:
            behind = min(column[row] for column in later if column[row] != MISSING)
            taken = clock(start, behind)
            here.unrecorded += 1
        elif withdrawn is not None and withdrawn[row] != MISSING:
            if clock(start, withdrawn[row]) > limit:
                here.breaches.append(ids[row])
            continue
        else:
            passed = clock(start, now)
            here.waiting.append((ids[row], passed))
            if passed > limit:
                here.breaches.append(ids[row])
            else:
                here.open += 1
            continue
        if taken <= limit:
            here.kept += 1
        else:
            here.breaches.append(ids[row])
    return {at: kept for at, kept in found.items() if kept.due or kept.open}
