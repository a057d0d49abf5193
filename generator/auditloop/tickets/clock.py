"""Two clocks: calendar time, which never stops, and business time, which runs in the organisation's hours only.

Business time knows the public holidays of the country and the working days that make up for them at weekends (China).
Days and hours are local, so that a day has its usual hours also when the clocks are changed.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from auditloop.columns.arrays import Whole

Clock = Callable[[int, int], float]
"""Seconds that pass on it from one moment to a later one."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = dt.timedelta(days=1)


def calendar_clock(start: int, end: int) -> float:
    return end - start


def weekdays(text: str) -> frozenset[int]:
    """`mon-fri`, `mon-wed,sat` → numbers of days, Monday 0; `sat-mon` goes over the end of the week."""
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = part.partition("-")
        at, end = _DAYS.index(first), _DAYS.index(last or first)
        found.add(at)
        while at != end:
            at = (at + 1) % 7
            found.add(at)
    return frozenset(found)


def is_known_country(country: str) -> bool:
    """Whether its public holidays are known."""
    import holidays

    return country in holidays.list_supported_countries(include_aliases=True)


@lru_cache(maxsize=64)
def special_days(country: str, year: int) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    """Public holidays of a year, and the days at weekends that are worked instead of others."""
    import holidays

    found = holidays.country_holidays(country, years=year)
    instead = {day for day in getattr(found, "weekend_workdays", ()) if day.year == year}
    return frozenset(day for day in found if day not in instead), frozenset(instead)


class BusinessClock:
    """Runs from `hours[0]` to `hours[1]` local time on working days; reaches over midnight where the end is earlier."""

    def __init__(self, *, zone: ZoneInfo, days: str, hours: str, country: str | None, first: dt.date, last: dt.date):
        self._zone = zone
        self._weekdays = weekdays(days)
        self._country = country
        opening, closing = hours.split("-")
        self._opening, self._closing = _minutes(opening), _minutes(closing)
        if self._closing <= self._opening:
            self._closing += 24 * 60
        self._turns: list[int] = []
        """Moments at which it starts or stops, in turn."""
        self._at_turn = [0]
        """Seconds that have passed before the first turn, and at every turn."""
        for open_, close in self._spans(first - 2 * _DAY, last + 2 * _DAY):
            passed = self._at_turn[-1]
            self._turns += open_, close
            self._at_turn += passed, passed + close - open_

    @property
    def day(self) -> int:
        """Seconds of a working day."""
        return (self._closing - self._opening) * 60

    @property
    def days_a_week(self) -> int:
        return len(self._weekdays)

    def __call__(self, start: int, end: int) -> float:
        return self._passed(end) - self._passed(start)

    def is_usual(self, day: dt.date) -> bool:
        """Whether that weekday is worked in a week without holidays."""
        return day.weekday() in self._weekdays

    def is_worked(self, day: dt.date) -> bool:
        if self._country is None:
            return day.weekday() in self._weekdays
        off, instead = special_days(self._country, day.year)
        return day in instead or (day.weekday() in self._weekdays and day not in off)

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """When it runs between two moments: from, to. What lies between two stretches is a pause."""
        turns = self._turns
        at = bisect_right(turns, start) & ~1
        found = []
        while at < len(turns) and turns[at] < end:
            found.append((max(turns[at], start), min(turns[at + 1], end)))
            at += 2
        return found

    def _passed(self, moment: int) -> int:
        at = bisect_right(self._turns, moment)
        return self._at_turn[at] + (moment - self._turns[at - 1] if at & 1 else 0)

    def passed(self, moments: Whole) -> Whole:
        """What has passed at every one of these moments, shape (rows,)."""
        import numpy as np

        turns = np.array([0, *self._turns], dtype=np.int64)
        at_turn = np.array(self._at_turn, dtype=np.int64)
        at = np.searchsorted(turns[1:], moments, side="right")
        return at_turn[at] + np.where(at & 1, moments - turns[at], 0)

    def _spans(self, first: dt.date, last: dt.date) -> Iterator[tuple[int, int]]:
        until = 0
        for number in range((last - first).days + 1):
            day = first + number * _DAY
            if self.is_worked(day):
                open_ = max(self._moment(day, self._opening), until)
                until = max(self._moment(day, self._closing), open_)
                yield open_, until

    def _moment(self, day: dt.date, minute: int) -> int:
        shift, minute = divmod(minute, 24 * 60)
        local = dt.datetime.combine(day + shift * _DAY, dt.time(minute // 60, minute % 60), self._zone)
        return int(local.timestamp())


def _minutes(text: str) -> int:
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)
