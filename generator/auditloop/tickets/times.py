"""Points in time as people write them → seconds since 1970 (UTC), quickly for very many of them.

A time without an offset is local. One that the clocks skip in spring counts as if they had not been put forward yet;
one that they show twice in autumn is the first of the two.
"""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

SHAPE = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(:(?P<second>[0-9]{2}))?"
    r"(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_HOUR = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ](?:[01][0-9]|2[0-3])")
FIRST_YEAR, LAST_YEAR = 1900, 2099


class TimeReader:
    """Reads times of one zone. Tickets crowd into the same hours, so each hour is converted once."""

    def __init__(self, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self._days = _Days(self.zone)
        self.hours = _Hours(self._days)
        """`2026-03-01T09` → seconds since 1970 when that hour began. KeyError for anything else."""
        self.minutes = _MINUTES
        """`:12` and `:12:30` → seconds within the hour. KeyError for anything else."""

    def day_begins(self, text: str) -> int | None:
        """`2026-03-01` → seconds since 1970 when it began. None for no day, and for one without its usual 24 hours."""
        try:
            return self._days[text]
        except KeyError:
            return None

    def read(self, text: str) -> int:
        """One time of any shape allowed. Raises ValueError for what is none."""
        found = SHAPE.fullmatch(text)
        if not found:
            raise ValueError(text)
        moment = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValueError(text)
        return int((moment if found["offset"] else moment.replace(tzinfo=self.zone)).timestamp())

    def start_of(self, day: dt.date) -> int:
        """Midnight at the beginning of a local day."""
        return int(dt.datetime.combine(day, dt.time(), self.zone).timestamp())

    def end_of(self, day: dt.date) -> int:
        """Midnight at the end of a local day: the moment as of which that day's tickets are judged."""
        return self.start_of(day + dt.timedelta(days=1))

    def day(self, seconds: int) -> dt.date:
        return dt.datetime.fromtimestamp(seconds, self.zone).date()

    def text(self, seconds: int) -> str:
        return dt.datetime.fromtimestamp(seconds, self.zone).isoformat(timespec="minutes")[: len("2026-03-01T09:12")]


class _Hours(dict[str, int]):
    def __init__(self, days: _Days) -> None:
        super().__init__()
        self._days = days

    def __missing__(self, text: str) -> int:
        if not _HOUR.fullmatch(text):
            raise KeyError(text)
        self[text] = found = self._days[text[:10]] + 3600 * int(text[11:])
        return found


class _Days(dict[str, int]):
    """Day → seconds since 1970 when it began. KeyError also for one on which the clocks change: each time of it is
    a case of its own."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, text: str) -> int:
        try:
            day = dt.datetime.fromisoformat(text).replace(tzinfo=self._zone)
        except ValueError:
            raise KeyError(text) from None
        evening = day.replace(hour=23, minute=59, second=59)
        if not FIRST_YEAR <= day.year <= LAST_YEAR or day.utcoffset() != evening.utcoffset():
            raise KeyError(text)
        self[text] = found = int(day.timestamp())
        return found


_MINUTES: dict[str, int] = {
    **{f":{minute:02d}": 60 * minute for minute in range(60)},
    **{f":{minute:02d}:{second:02d}": 60 * minute + second for minute in range(60) for second in range(60)},
}
