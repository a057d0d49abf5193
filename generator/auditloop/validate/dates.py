"""What is wrong with a date, a period or a stretch of time, and how it is written right."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any

from auditloop.problems import Place, Problem, problem
from auditloop.problems.shown import shown

_SHAPES = {
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "period": re.compile(r"[0-9]{4}(?:-(?:H[0-9]|Q[0-9]|W?[0-9]{2}|[0-9]{2}-[0-9]{2}))?"),
}
_WRITTEN_OTHERWISE = re.compile(r"([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?(?:[T ].*)?")
_EXAMPLE = "2026-03-15"
_LONGEST = 40


def malformed_time(format_name: str, value: Any, place: Place) -> Problem:
    """The problem of a value that is no `date`, `period` or `window`."""
    text = str(value)
    shape = _SHAPES.get(format_name)
    if shape and shape.fullmatch(text):
        return problem(f"impossible-{format_name}", place, found=text)
    if format_name == "date":
        return problem("malformed-date", place, found=shown(text), proposal=_proposed_date(text) or _EXAMPLE)
    return problem(f"malformed-{format_name}", place, found=shown(text))


def _proposed_date(text: str) -> str | None:
    """`2026/3/15`, `2026年3月15日`, `20260315` as they are written here."""
    if len(text) > _LONGEST:
        return None
    found = _WRITTEN_OTHERWISE.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if not found:
        return None
    try:
        return dt.date(*(int(part) for part in found.groups())).isoformat()
    except ValueError:
        return None
