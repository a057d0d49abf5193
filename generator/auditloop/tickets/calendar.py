"""Moments sorted into local periods: which month, week or day a moment lies in, quickly for very many of them."""

from __future__ import annotations

import datetime as dt
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from auditloop.period import Period
from auditloop.tickets.clock import BusinessClock, Clock, calendar_clock
from auditloop.tickets.times import TimeReader

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask, Rows, Whole


class Calendar:
    """The organisation's zone and hours over the days of its tickets, up to `now`: the end of the day that is judged.

    `hours` as in the organisation file: {country, days, hours}; None where it has none.
    """

    def __init__(
        self, reader: TimeReader, first: dt.date, as_of: dt.date, hours: tuple[str, str, str | None] | None
    ) -> None:
        self.reader = reader
        self.as_of = as_of
        self.now = reader.end_of(as_of)
        self._first = min(first, as_of)
        self._hours = hours
        self._steps: dict[str, Periods] = {}

    @cached_property
    def business(self) -> BusinessClock | None:
        if self._hours is None:
            return None
        days, hours, country = self._hours
        return BusinessClock(
            zone=self.reader.zone, days=days, hours=hours, country=country, first=self._first, last=self.as_of
        )

    def clock(self, name: str) -> Clock:
        """Without business hours, validation has said so; then all hours are."""
        return (self.business or calendar_clock) if name == "business" else calendar_clock

    def passed(self, clock: str, moments: Whole) -> Whole:
        """Moments as the clock counts them: differences are the time that passes on it."""
        return self.business.passed(moments) if clock == "business" and self.business else moments

    def periods(self, kind: str) -> Periods:
        """All periods of the kind from the first ticket to the day that is judged."""
        if kind not in self._steps:
            at, last = Period.containing(self._first, kind), Period.containing(self.as_of, kind)
            found = [at]
            while at.first < last.first:
                at = at.next
                found.append(at)
            self._steps[kind] = Periods(found, [self.reader.start_of(period.first) for period in found])
        return self._steps[kind]


class Periods:
    """Periods in a row; `position` tells the one that holds a moment not before the first."""

    __slots__ = ("_found", "all", "starts")

    def __init__(self, periods: Sequence[Period], starts: Sequence[int]) -> None:
        self.all = periods
        self.starts = starts
        self._found: dict[int, tuple[array[int], Whole]] = {}

    def position(self, moment: int) -> int:
        return max(bisect_right(self.starts, moment) - 1, 0)

    def positions(self, column: array[int]) -> Whole:
        """Of every moment of a column, worked out once for all that ask; one below 0 for a missing moment."""
        import numpy as np

        found = self._found.get(id(column))
        if found is None or found[0] is not column:
            positions = np.searchsorted(np.array(self.starts, dtype=np.int64), np.asarray(column), side="right") - 1
            found = self._found[id(column)] = column, positions
        return found[1]

    def counts(self, column: array[int], which: Mask | Rows | Sequence[int] | None = None) -> Counter[int]:
        """Position → how many moments of the column, or of some of its rows, lie in that period."""
        from auditloop.columns.arrays import counted

        positions = self.positions(column)
        if which is None:
            return counted(positions)
        return counted(positions[which]) if len(which) else Counter()
