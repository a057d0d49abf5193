"""What is wrong with a date, a period or a stretch of time, and how it is written right."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown

_SHAPES = {
    "time": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "period": re.compile(r"[0-9]{4}(?:-(?:H[0-9]|Q[0-9]|W?[0-9]{2}|[0-9]{2}-[0-9]{2}))?"),
}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_TIME_OF_DAY = re.compile(r"(?<=[0-9])[T ]+[0-9]{1,2}:[0-9]{2}.*$")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_PART_OF_YEAR = (
    (re.compile(r"([0-9]{4})[-/.年]?第?([1-4])季度?|([0-9]{4})[-/.年]?[Qq]([1-4])|[Qq]([1-4])[-/. ]?([0-9]{4})"), "Q"),
    (re.compile(r"([0-9]{4})[-/.年]?[Hh]([12])|[Hh]([12])[-/. ]?([0-9]{4})"), "H"),
)
_MONTH = re.compile(r"([0-9]{4})[-/.年]?(0?[1-9]|1[0-2])月?|(0?[1-9]|1[0-2])[-/.]([0-9]{4})")
_LONGEST = 40
_MONTHS = 12


def malformed_time(format_name: str, value: Any, place: Place) -> Problem:
    """The problem of a value that is no `date`, `period` or `window`."""
    text = str(value)
    shape = _SHAPES.get(format_name)
    if shape and shape.fullmatch(text):
        return problem(f"impossible-{format_name}", place, found=text)
    if format_name not in _PROPOSED:
        return problem(f"malformed-{format_name}", place, found=shown(text))
    propose, examples = _PROPOSED[format_name]
    proposal = propose(_plain(text)) if len(text) <= _LONGEST else None
    return problem(f"malformed-{format_name}", place, found=shown(text), proposal=proposal or examples)


def _plain(text: str) -> str:
    """Half-width, plain dashes, no time of day, no spaces but between words and numbers."""
    half_width = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    return _TIME_OF_DAY.sub("", half_width).replace(" ", "")


def _proposed_date(text: str) -> str | None:
    """`2026/3/15`, `2026年3月15日`, `20260315`, `31.03.2026`, `2026-03-15 09:00` as they are written here."""
    found = _YEAR_FIRST.fullmatch(text)
    if found:
        return _date(*found.groups())
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    first, separator, second, year = found.groups()
    if separator == "." or int(first) > _MONTHS:
        return _date(year, second, first)
    # 03/04/2026 is the third of April to some and the fourth of March to others.
    return _date(year, first, second) if int(second) > _MONTHS else None


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _proposed_period(text: str) -> str | None:
    """`2026年3月`, `2026/03`, `2026-3`, `202603`, `2026Q1`, `q1 2026`, `2026年第1季度` as they are written here."""
    for shape, letter in _PART_OF_YEAR:
        found = shape.fullmatch(text)
        if found:
            parts = [part for part in found.groups() if part]
            year, part = sorted(parts, key=len, reverse=True)
            return f"{year}-{letter}{part}"
    found = _MONTH.fullmatch(text)
    if found:
        month, year = sorted((part for part in found.groups() if part), key=len)
        return f"{year}-{int(month):02d}"
    day = _proposed_date(text)
    return day if day and not text.isdigit() else None


_PROPOSED = {
    "date": (_proposed_date, Bilingual("例如 2026-03-15", "2026-03-15, for example")),
    "period": (
        _proposed_period,
        Bilingual(
            "2026-03（月）、2026-Q1（季）、2026-H1（半年）、2026（年）、2026-W12（周）或 2026-03-15（日）",
            "it like 2026-03 (month), 2026-Q1 (quarter), 2026-H1 (half-year), 2026 (year), 2026-W12 (week) or "
            "2026-03-15 (day)",
        ),
    ),
}
