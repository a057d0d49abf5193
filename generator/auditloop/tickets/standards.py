"""Whether tickets kept a standard: kept, broken, still open or not judged, and how long each one took.

A limit that passes is broken from then on, done or not. A ticket that lacks the event but has a later step, or was
solved, has it behind it, nobody knows since when: it counts as done at that step, the latest it can have been, and its
time is not told.
What was withdrawn before the limit passed is due no more.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditloop.tickets.calendar import Calendar
from auditloop.tickets.durations import seconds
from auditloop.tickets.log import MISSING, TicketLog, has, mask_where, received_since, shown_by
from auditloop.tickets.spec import Standard

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask, Rows, Whole

_NEVER = 2**62


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
    mask = mask_where(log, standard.where)
    found = _Found(log, calendar.periods(kind).positions(log.times["received"]))
    if standard.to is None:
        _sort(standard, log, mask, found)
    else:
        _time(standard, log, mask, calendar, found)
    return {at: kept for at, kept in sorted(found.kept.items()) if kept.due or kept.open}


def latest_done(standard: Standard, log: TicketLog, since: int, most: int) -> list[int]:
    """Rows of the tickets received last, the latest at the end, of those received since then whose clock has run."""
    import numpy as np

    starts, ends = log.times.get(standard.from_), log.times.get(standard.to or "")
    if starts is None or ends is None:
        return []
    ran = has(log, standard.from_) & (np.asarray(ends) > np.asarray(starts))
    rows = np.flatnonzero(mask_where(log, standard.where) & received_since(log, since) & ran)
    received = np.asarray(log.times["received"])[rows]
    found: list[int] = rows[np.argsort(received, kind="stable")][-most:].tolist()
    return found


class _Found:
    """Puts rows of a log to the periods in which they were received. Masks and columns have shape (tickets,)."""

    def __init__(self, log: TicketLog, positions: Whole) -> None:
        self._ids = log.ids
        self._positions = positions
        self.kept: dict[int, Kept] = {}

    def at(self, mask: Mask, column: Whole | None = None) -> Iterator[tuple[Kept, Whole]]:
        """Of each period with rows of the mask: what is known of it, and the numbers of those rows or their entries in
        the column."""
        import numpy as np

        from auditloop.columns.arrays import grouped

        rows = np.flatnonzero(mask)
        for at, values in grouped(self._positions[rows], rows if column is None else column[rows]):
            yield self.kept.setdefault(at, Kept()), values

    def breaches(self, mask: Mask) -> None:
        for kept, rows in self.at(mask):
            kept.breaches = self._named(rows)

    def waiting(self, mask: Mask, passed: Whole) -> None:
        for kept, rows in self.at(mask):
            kept.waiting = list(zip(self._named(rows), passed[rows].tolist(), strict=True))

    def _named(self, rows: Rows) -> list[str]:
        ids = self._ids
        return [ids[row] for row in rows.tolist()]


def _sort(standard: Standard, log: TicketLog, mask: Mask, found: _Found) -> None:
    met = mask_where(log, {**standard.where, **standard.met})
    for kept, rows in found.at(mask & met):
        kept.kept = len(rows)
    found.breaches(mask & ~met)


def _time(standard: Standard, log: TicketLog, mask: Mask, calendar: Calendar, found: _Found) -> None:
    import numpy as np

    assert standard.to is not None
    if standard.from_ not in log.times:
        return
    limit = limit_of(standard, calendar)
    began = calendar.passed(standard.clock, np.asarray(log.times[standard.from_]))
    started = mask & has(log, standard.from_)
    done = started & has(log, standard.to)
    behind = _first_of(log, shown_by(standard.to))
    unrecorded = started & ~done & (behind != _NEVER)
    undone = started & ~done & ~unrecorded
    withdrawn = undone & has(log, "withdrawn")
    waits = undone & ~withdrawn

    ended = np.where(done, _column(log, standard.to), np.where(unrecorded, behind, calendar.now))
    ended = np.where(withdrawn, _column(log, "withdrawn"), ended)
    taken = calendar.passed(standard.clock, ended) - began
    late = taken > limit

    for kept, rows in found.at((done | unrecorded) & ~late):
        kept.kept = len(rows)
    for kept, rows in found.at(unrecorded):
        kept.unrecorded = len(rows)
    for kept, rows in found.at(waits & ~late):
        kept.open = len(rows)
    for kept, seconds_ in found.at(done, taken):
        kept.times = array("d", seconds_.astype(np.float64).tobytes())
    found.breaches(started & late)
    found.waiting(waits, taken)


def _column(log: TicketLog, event: str) -> Whole:
    """When it happened, shape (tickets,); MISSING where it did not."""
    import numpy as np

    column = log.times.get(event)
    return np.full(len(log), MISSING, dtype=np.int64) if column is None else np.asarray(column)


def _first_of(log: TicketLog, events: Sequence[str]) -> Whole:
    """When the first of these steps was done, shape (tickets,); _NEVER where none was."""
    import numpy as np

    first = np.full(len(log), _NEVER, dtype=np.int64)
    for event in events:
        if event in log.times:
            column = _column(log, event)
            first = np.where(column != MISSING, np.minimum(first, column), first)
    return first
