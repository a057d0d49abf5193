"""The days that somebody has to keep. Chooses and words; computes nothing.

Only what is still ahead of somebody: what is done leaves the calendar, what is late stays on its day and says so.
"""

from __future__ import annotations

from auditloop.render.calendars import improving, loop, people, spoken
from auditloop.render.calendars.due import DueDate, Source
from auditloop.render.views.context import Context

SOURCES: tuple[Source, ...] = (*loop.SOURCES, *improving.SOURCES, *people.SOURCES, *spoken.SOURCES)


def due_dates(ctx: Context) -> tuple[DueDate, ...]:
    """Every date of the organisation, by day; `ctx` is seen from the top of the site."""
    found = [date for source in SOURCES for date in source(ctx)]
    return tuple(sorted(found, key=lambda date: (date.day, date.sort, date.record)))
