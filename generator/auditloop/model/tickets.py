"""Service standards, and tickets as they are written one by one; a log stands in columns (`auditloop.tickets`)."""

from __future__ import annotations

import msgspec

from auditloop.model.common import Text, Value
from auditloop.model.period import Period

Where = dict[str, str | tuple[str, ...]]
"""Column → the word, or the words, that a ticket must have there."""


class Standard(Value, frozen=True, kw_only=True):
    """A limit on the time from one event to another, or (`met`) what tickets of one sort should be."""

    id: str
    name: Text
    where: Where = msgspec.field(default_factory=dict)
    from_: str = msgspec.field(name="from", default="received")
    to: str | None = None
    within: str | None = None
    clock: str = "calendar"
    """calendar | business"""
    met: Where = msgspec.field(default_factory=dict)
    target: float | None = None
    """Attainment aimed for, in per cent."""
    responsible: Text | None = None


class Standards(Value, frozen=True, kw_only=True):
    kind: str = "standards"
    format: int = 1
    standards: tuple[Standard, ...]


class Ticket(Value, frozen=True, kw_only=True):
    id: str
    type: str
    received: str
    channel: str | None = None
    category: str | None = None
    priority: str | None = None
    tier: str | None = None
    solved_by: str | None = None
    events: dict[str, str] = msgspec.field(default_factory=dict)
    repeat_of: str | None = None
    contacts: float | None = None
    rating: float | None = None
    """Whole numbers, also where YAML has them as 4.0."""


class FromCsv(Value, frozen=True, kw_only=True):
    """Where the tickets stand instead of in a list, and what the columns and words there mean."""

    file: str
    encoding: str | None = None
    prefix: str = ""
    columns: dict[str, str] = msgspec.field(default_factory=dict)
    values: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)


class Tickets(Value, frozen=True, kw_only=True):
    """As written: a list, or a reference to a CSV file."""

    kind: str = "tickets"
    format: int = 1
    team: str
    period: Period | None = None
    tickets: tuple[Ticket, ...] = ()
    from_csv: FromCsv | None = None
