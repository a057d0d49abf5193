"""How many tickets of which sort, and when: the columns of a log counted in one pass each.

`since` is the moment from which tickets count; `rows` are those received then or later.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import repeat
from zoneinfo import ZoneInfo

from auditloop.tickets.log import MISSING, TicketLog

_QUARTER = 900
"""Every time zone is a whole number of quarters of an hour from UTC."""

Sort = tuple[str | None, str | None, str | None]
"""Type, channel, category."""


def rows_since(log: TicketLog, since: int) -> Sequence[int]:
    received = log.times["received"]
    if min(received, default=since) >= since:
        return range(len(received))
    return [row for row, moment in enumerate(received) if moment >= since]


def sorts(log: TicketLog, rows: Sequence[int]) -> Counter[Sort]:
    """How many tickets there are of each type, channel and category."""
    return Counter(zip(*(_taken(log.words.get(name), rows) for name in ("type", "channel", "category")), strict=False))


def by_month(log: TicketLog, positions: Sequence[int]) -> Counter[tuple[int, str | None]]:
    """(Position of the month, type) → tickets."""
    return Counter(zip(positions, log.words.get("type") or repeat(None), strict=False))


def happened(log: TicketLog, event: str) -> list[int]:
    """Rows of the tickets to which it did."""
    column = log.times.get(event)
    return [] if column is None else [row for row, moment in enumerate(column) if moment != MISSING]


def unsolved(log: TicketLog) -> list[int]:
    """Rows of the tickets that are neither solved nor withdrawn."""
    resolved, withdrawn = log.times.get("resolved"), log.times.get("withdrawn")
    rows: Iterable[int] = range(len(log))
    if resolved is not None:
        rows = [row for row, moment in enumerate(resolved) if moment == MISSING]
    if withdrawn is not None:
        rows = [row for row in rows if withdrawn[row] == MISSING]
    return list(rows)


class Week:
    """Tickets by local weekday (Monday 0) and hour. Tickets crowd: each quarter of an hour is converted once."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._places = _Places(zone)

    def counts(self, moments: array[int], rows: Sequence[int]) -> Counter[tuple[int, int]]:
        quarters = Counter([moments[row] // _QUARTER for row in rows])
        found: Counter[tuple[int, int]] = Counter()
        for quarter, n in quarters.items():
            found[self._places[quarter]] += n
        return found


class _Places(dict[int, tuple[int, int]]):
    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, quarter: int) -> tuple[int, int]:
        local = dt.datetime.fromtimestamp(quarter * _QUARTER, self._zone)
        self[quarter] = found = local.weekday(), local.hour
        return found


def _taken(column: Sequence[str | None] | None, rows: Sequence[int]) -> Iterable[str | None]:
    if column is None:
        return repeat(None, len(rows))
    return column if len(rows) == len(column) else [column[row] for row in rows]
