"""One day that somebody has to keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class DueDate:
    sort: str
    """`calendar.sort.<sort>` in the words; with `record` it says for good which date this is."""
    record: str
    """Id of what it is about."""
    day: dt.date
    title: str
    about: tuple[str, ...]
    """Plain sentences."""
    href: str | None
    """From the top of the site."""
    team: str | None
    owners: tuple[str, ...]
    """Ids of people or teams, or names as written."""
    moves: int = 0
    """How often the day has been put off."""


Source = Callable[[Context], Iterator[DueDate]]
"""The dates of one sort."""
