"""How long something may take: `30min`, `2h`, `1.5d`, `3w` → seconds on a clock."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)(min|h|d|w)")
_SHORT = {"min": 60, "h": 3600}
_DAY = 86_400
_WEEK = 7

UNITS = {
    **dict.fromkeys(("s", "sec", "second", "seconds", "秒"), 1),
    **dict.fromkeys(("min", "minute", "minutes", "分", "分钟"), 60),
    **dict.fromkeys(("h", "hour", "hours", "时", "小时"), 3600),
    **dict.fromkeys(("d", "day", "days", "天", "日"), _DAY),
}
"""Units an indicator may be stated in → their seconds."""


def seconds(text: str, *, day: float = _DAY, days_a_week: int = _WEEK) -> float:
    """On a clock whose day has `day` seconds and whose week so many days. Raises ValueError for what is no duration."""
    found = _SHAPE.fullmatch(text)
    if not found or not float(found[1]):
        raise ValueError(text)
    size = _SHORT.get(found[2]) or (day if found[2] == "d" else day * days_a_week)
    return float(found[1]) * size
