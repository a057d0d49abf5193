"""A reporting period: year, half-year, quarter, month, ISO week or day.

Outside the rooms because both sides need it: validation asks whether a text is one, the model computes with it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache, total_ordering

_SHAPE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|W(?P<week>[0-9]{2})"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?"
)
KINDS = ("year", "half", "quarter", "month", "week", "day")


@total_ordering
class Period:
    """Immutable; `Period.parse("2026-Q1")`. Ordered by first day, then longer before shorter. `str()` gives the text.

    Attributes: text, kind (one of KINDS), first and last (dates, both inside the period).
    """

    __slots__ = ("first", "kind", "last", "text")
    text: str
    kind: str
    first: dt.date
    last: dt.date

    def __init__(self, text: str, kind: str, first: dt.date, last: dt.date) -> None:
        for name, value in zip(("text", "kind", "first", "last"), (text, kind, first, last), strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Period is immutable, cannot set {name}")

    def __reduce__(self) -> tuple[object, ...]:
        return Period.parse, (self.text,)

    @staticmethod
    def parse(text: str) -> Period:
        """Read a period. Raises ValueError for anything that is not one (also `2026-02-30`, `2026-W60`)."""
        return _parse(text)

    @staticmethod
    def read(value: object) -> Period:
        """A period as YAML gives it: `base: 2025` is a number there. Raises ValueError as `parse` does."""
        return _parse(str(int(value)) if isinstance(value, (int, float)) else str(value))

    def _step(self, count: int) -> Period:
        year, month = self.first.year, self.first.month
        if self.kind == "day":
            return Period.parse((self.first + dt.timedelta(days=count)).isoformat())
        if self.kind == "week":
            year, week, _ = (self.first + dt.timedelta(weeks=count)).isocalendar()
            return Period.parse(f"{year:04d}-W{week:02d}")
        months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[self.kind]
        at = year * 12 + (month - 1) + count * months
        return _containing(dt.date(at // 12, at % 12 + 1, 1), self.kind)

    @property
    def previous(self) -> Period:
        return self._step(-1)

    @property
    def next(self) -> Period:
        return self._step(1)

    @property
    def year_before(self) -> Period | None:
        """The same period one year earlier; None where that year has no such week or day."""
        try:
            return (
                Period.parse(f"{self.first.year - 1:04d}{self.text[4:]}")
                if self.kind != "week"
                else Period.parse(f"{int(self.text[:4]) - 1:04d}{self.text[4:]}")
            )
        except ValueError:
            return None

    def covers(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    @staticmethod
    def containing(day: dt.date, kind: str) -> Period:
        """The period of that kind that holds the day."""
        return _containing(day, kind)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self.text == other.text

    def __lt__(self, other: Period) -> bool:
        return (self.first, -self.last.toordinal()) < (other.first, -other.last.toordinal())


def _containing(day: dt.date, kind: str) -> Period:
    y, m = day.year, day.month
    if kind == "week":
        iso = day.isocalendar()
        return Period.parse(f"{iso.year:04d}-W{iso.week:02d}")
    text = {
        "year": f"{y:04d}",
        "half": f"{y:04d}-H{(m + 5) // 6}",
        "quarter": f"{y:04d}-Q{(m + 2) // 3}",
        "month": f"{y:04d}-{m:02d}",
        "day": day.isoformat(),
    }[kind]
    return Period.parse(text)


@lru_cache(maxsize=8192)
def _parse(text: str) -> Period:
    found = _SHAPE.fullmatch(text)
    if not found or not 1 <= int(found["year"]) <= 9998:
        raise ValueError(f"not a period: {text!r}")
    year = int(found["year"])
    if found["half"]:
        start = int(found["half"]) * 6 - 5
        return Period(text, "half", dt.date(year, start, 1), _month_end(year, start + 5))
    if found["quarter"]:
        start = int(found["quarter"]) * 3 - 2
        return Period(text, "quarter", dt.date(year, start, 1), _month_end(year, start + 2))
    if found["week"]:
        monday = dt.date.fromisocalendar(year, int(found["week"]), 1)
        return Period(text, "week", monday, monday + dt.timedelta(days=6))
    if found["day"]:
        day = dt.date(year, int(found["month"]), int(found["day"]))
        return Period(text, "day", day, day)
    if found["month"]:
        month = int(found["month"])
        return Period(text, "month", dt.date(year, month, 1), _month_end(year, month))
    return Period(text, "year", dt.date(year, 1, 1), dt.date(year, 12, 31))


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])
