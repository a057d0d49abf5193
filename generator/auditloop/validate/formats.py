"""What the schemas mean by `format: date`, `period`, `window` and `time`: each a predicate over any value.

As JSON Schema has it, a format speaks of text only: every other value passes, its type is checked elsewhere."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from auditloop.period import Period
from auditloop.tickets.times import SHAPE as _TIME

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Outside of these a year is a slip of the finger (2206 for 2026)."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_date(value: object) -> bool:
    """A day of the calendar, `2026-03-15`; not `2026-02-30`, not `2026-3-5`."""
    if not isinstance(value, str):
        return True
    if not _DATE.fullmatch(value):
        return False
    try:
        return FIRST_YEAR <= dt.date.fromisoformat(value).year <= LAST_YEAR
    except ValueError:
        return False


def is_period(value: object) -> bool:
    """A period that exists: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-15`."""
    if not isinstance(value, str):
        return True
    try:
        Period.parse(value)
    except ValueError:
        return False
    return FIRST_YEAR <= int(value[:4]) <= LAST_YEAR


def is_window(value: object) -> bool:
    """One period, or the first and the last of several: `2026-03`, `2025-12..2026-02`."""
    if not isinstance(value, str):
        return True
    first, dots, last = value.partition("..")
    if not is_period(first) or (dots and not is_period(last)):
        return False
    return not dots or Period.parse(first).first <= Period.parse(last).last


def is_time(value: object) -> bool:
    """A moment of a day that exists: `2026-03-01T09:12`, also with seconds, with an offset, or a space for the T."""
    if not isinstance(value, str):
        return True
    if not _TIME.fullmatch(value) or not is_date(value[:10]):
        return False
    try:
        dt.datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        return False
    return True


FORMATS: dict[str, Callable[[object], bool]] = {
    "date": is_date,
    "period": is_period,
    "window": is_window,
    "time": is_time,
}
