"""How many tickets of which sort, and when: the columns of a log counted whole.

`which` are the tickets that count, as a mask or as rows.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from auditloop.tickets.log import TicketLog, has, mask_where, received_since
from auditloop.tickets.spec import Where

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask, Whole

_QUARTER = 900
"""Every time zone is a whole number of quarters of an hour from UTC."""
_A_DAY = 86_400 // _QUARTER

Sort = tuple[str | None, str | None, str | None]
"""Type, channel, category."""


def sorts(log: TicketLog, which: Mask) -> Counter[Sort]:
    """How many tickets there are of each type, channel and category."""
    from auditloop.columns.arrays import counted_together

    found: Counter[Any] = counted_together(*(_coded(log, name, which) for name in ("type", "channel", "category")))
    return found


def by_month(log: TicketLog, positions: Whole, name: str, which: Mask) -> Counter[tuple[int, str | None]]:
    """(Position of the month, word in that column) → tickets."""
    from auditloop.columns.arrays import counted_together

    if not which.any():
        return Counter()
    of_these = positions[which]
    low = int(of_these.min())
    months = of_these - low, range(low, int(of_these.max()) + 1)
    found: Counter[Any] = counted_together(months, _coded(log, name, which))
    return found


def happened(log: TicketLog, event: str) -> list[int]:
    """Rows of the tickets to which it did."""
    from auditloop.columns.arrays import rows_of

    return rows_of(has(log, event))


def unsolved(log: TicketLog) -> list[int]:
    """Rows of the tickets that are neither solved nor withdrawn."""
    from auditloop.columns.arrays import rows_of

    return rows_of(~has(log, "resolved") & ~has(log, "withdrawn"))


def solved_since(log: TicketLog, since: int, where: Where) -> list[int]:
    """Rows of the tickets of that sort that were received then or later and are solved."""
    from auditloop.columns.arrays import rows_of

    return rows_of(mask_where(log, where) & received_since(log, since) & has(log, "resolved"))


class Week:
    """Tickets by local weekday (Monday 0) and hour. Tickets crowd: each quarter of an hour is converted once."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._days = _Days(zone)

    def counts(self, moments: array[int], which: Mask) -> Counter[tuple[int, int]]:
        import numpy as np

        from auditloop.columns.arrays import counted

        quarters = np.asarray(moments)[which] // _QUARTER
        days, day = np.unique(quarters // _A_DAY, return_inverse=True)
        if not len(days):
            return Counter()
        hours = np.array([self._days[each] for each in days.tolist()])[day, quarters % _A_DAY]
        return Counter({divmod(hour, 24): n for hour, n in counted(hours).items()})


class _Days(dict[int, list[int]]):
    """Day of UTC since 1970 → local hour of the week, from 0 on Monday, of each of its quarters of an hour."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, day: int) -> list[int]:
        quarters = range(day * _A_DAY, (day + 1) * _A_DAY)
        first, last = self._local(quarters[0]), self._local(quarters[-1])
        if first.utcoffset() == last.utcoffset():
            start = (first.weekday() * 24 + first.hour) * 4 + first.minute // 15
            found = [at // 4 % (7 * 24) for at in range(start, start + _A_DAY)]
        else:  # the clocks are changed
            found = [each.weekday() * 24 + each.hour for each in map(self._local, quarters)]
        self[day] = found
        return found

    def _local(self, quarter: int) -> dt.datetime:
        return dt.datetime.fromtimestamp(quarter * _QUARTER, self._zone)


def _coded(log: TicketLog, name: str, which: Mask) -> tuple[Whole, list[str | None]]:
    import numpy as np

    column = log.words.get(name)
    if column is None:
        return np.zeros(int(which.sum()), dtype=np.int64), [None]
    return column.numbers()[which].astype(np.int64), list(column.known)
