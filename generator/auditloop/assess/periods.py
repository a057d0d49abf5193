"""Periods in a row: which lie between two, which are due, and what a window of periods holds. Knows no values."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from auditloop.model.period import KINDS, Period

GRACE = dt.timedelta(days=10)
"""A team has ten days after the end of a period to hand in its values: March is late from 11 April on."""


class Window(NamedTuple):
    """A span of whole days, both ends inside."""

    first: dt.date
    last: dt.date

    def holds(self, period: Period) -> bool:
        return self.first <= period.first and period.last <= self.last


def parse_window(text: str) -> Window:
    """`2025-12..2026-02`, or a single period: from its first day to its last."""
    first, _, last = text.partition("..")
    return Window(Period.parse(first).first, Period.parse(last or first).last)


def window_of(period: Period) -> Window:
    return Window(period.first, period.last)


def in_time(period: Period) -> tuple[dt.date, int]:
    """Sort key: by first day, longer before shorter (the order of Period itself, cheaper to compare)."""
    return period.first, -period.last.toordinal()


@lru_cache(maxsize=4096)
def span(first: Period, last: Period) -> tuple[Period, ...]:
    """Every period of one kind from first to last, both included; empty where last comes before first."""
    periods = []
    at = first
    while at.first <= last.first:
        periods.append(at)
        at = at.next
    return tuple(periods)


@lru_cache(maxsize=64)
def last_due(kind: str, as_of: dt.date, grace: dt.timedelta = GRACE) -> Period:
    """The latest period of the kind whose value must be there: as_of lies after its last day and the grace."""
    day = as_of - grace - dt.timedelta(days=1)
    period = Period.containing(day, kind)
    return period if period.last == day else period.previous


def coarsest(kinds: set[str]) -> str:
    """The longest of these kinds of period."""
    return min(kinds, key=KINDS.index)


@lru_cache(maxsize=8192)
def containing(period: Period, kind: str) -> Period:
    """The period of a coarser kind in which this one begins (a week may reach over its end)."""
    return period if period.kind == kind else Period.containing(period.first, kind)
