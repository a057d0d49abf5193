"""A calendar as iCalendar text (RFC 5545; RFC 7986 for name, refresh and source): all-day events, no alarms.

Each event says by its UID which date it is, in every calendar and language the same, so that it stays one event where
somebody follows several. Stamped by the day of the results, never by a clock. No alarm: a reminder is the choice of
whoever subscribes, and most programs drop those of a feed. A due date keeps nobody from a meeting, so events are
transparent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import uuid5

import icalendar

from auditloop.render.calendars.calendars import Calendar
from auditloop.render.calendars.due import DueDate
from auditloop.render.escape import one_line
from auditloop.render.feeds.ids import FEEDS
from auditloop.render.views.context import Context

_REFRESH = dt.timedelta(hours=12)
_ONE = {"overdue": "action"}
"""Sorts under which the same date has gone by before: it keeps its UID."""


class Writer:
    """Writes the calendars of one language; an event that is in several is made once."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._stamp = dt.datetime.combine(ctx.results.as_of, dt.time(), dt.UTC)
        self._events: dict[tuple[str, str], icalendar.Event] = {}

    def write(self, calendar: Calendar) -> bytes:
        made = icalendar.Calendar()
        about = self._ctx.words.t("calendar.about", date=self._ctx.formats.date(self._ctx.results.as_of))
        address = self._address(calendar.path)
        _add(
            made,
            {
                "prodid": f"-//Auditloop//{one_line(self._ctx.results.generator)}//{self._ctx.lang.upper()}",
                "version": "2.0",
                "uid": str(uuid5(FEEDS, f"{self._ctx.organisation.id}\n{calendar.path}\n{self._ctx.lang}")),
                "name": one_line(calendar.name),
                "x-wr-calname": icalendar.vText(one_line(calendar.name)),
                "description": about,
                "x-wr-caldesc": icalendar.vText(about),
                "refresh-interval": icalendar.vDuration(_REFRESH, params={"VALUE": "DURATION"}),
                "x-published-ttl": icalendar.vDuration(_REFRESH),
                **({"source": address} if address else {}),
            },
        )
        for date in calendar.dates:
            made.add_component(self._event(date))
        if not calendar.dates:
            made.add_component(_nothing())
        return bytes(made.to_ical())

    def _event(self, date: DueDate) -> icalendar.Event:
        key = (_ONE.get(date.sort, date.sort), date.record)
        if key not in self._events:
            self._events[key] = self._made(date, key)
        return self._events[key]

    def _made(self, date: DueDate, key: tuple[str, str]) -> icalendar.Event:
        t = self._ctx.words.t
        event = icalendar.Event()
        address = self._address(date.href) if date.href else None
        _add(
            event,
            {
                "uid": str(uuid5(FEEDS, "\n".join((self._ctx.organisation.id, *key)))),
                "dtstamp": self._stamp,
                "dtstart": date.day,
                "dtend": date.day + dt.timedelta(days=1),
                "summary": one_line(t(f"calendar.sort.{date.sort}", title=date.title, id=date.record)),
                "description": "\n".join(one_line(line) for line in (*date.about, address or "") if line),
                "categories": [one_line(t(f"calendar.category.{key[0]}"))],
                "transp": "TRANSPARENT",
                "sequence": date.moves,
                **({"url": address} if address else {}),
            },
        )
        return event

    def _address(self, path: str) -> str | None:
        site = self._ctx.settings.site_url
        return f"{site}{path}" if site else None


@cache
def _nothing() -> icalendar.Timezone:
    """A calendar has at least one component (RFC 5545, 3.6); this one says nothing that is to be done.

    Made once: the library looks through 68 years of hours for changes of the clock.
    """
    return icalendar.Timezone.from_tzid("UTC")


def _add(component: Any, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        component.add(name, value)
