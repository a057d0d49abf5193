"""The organisation's time zone and business hours, as far as its file says something that can be used."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfoNotFoundError

from auditloop.load.document import Document
from auditloop.tickets import TimeReader


def reader_of(organisations: Sequence[Document]) -> TimeReader:
    """Of an unknown zone another rule speaks; times are read as UTC then."""
    for document in organisations:
        try:
            return TimeReader(document.data.get("timezone", "UTC"))
        except (ZoneInfoNotFoundError, OSError, ValueError):
            break
    return TimeReader("UTC")


def hours_of(organisations: Sequence[Document]) -> tuple[str, str, str | None] | None:
    """(days, hours, country)"""
    for document in organisations:
        written = document.data.get("business_hours")
        return (written["days"], written["hours"], written.get("country")) if written else None
    return None
