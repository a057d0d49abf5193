"""What may go wrong: how likely, how bad, what keeps it away, what is done when it happens, and how that is drilled."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import End, Text, Value
from auditloop.model.tickets import Where


class Assessment(Value, frozen=True, kw_only=True):
    """How a risk was rated on a day, both 1–5."""

    date: dt.date
    likelihood: int
    impact: int
    note: Text | None = None


class Drill(Value, frozen=True, kw_only=True):
    """A trial of the response plan."""

    date: dt.date
    result: str
    """passed | partly | failed"""
    note: Text | None = None


class Risk(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    description: Text | None = None
    category: str
    """people | process | system | policy | facility | supplier | environment"""
    likelihood: int
    impact: int
    assessed: dt.date
    history: tuple[Assessment, ...] = ()
    """Earlier assessments, oldest first."""
    owner: str
    prevention: Text | None = None
    plan: Text | None = None
    """What is done when it happens; None: nobody has said."""
    review: dt.date | None = None
    """By when it is to be assessed again."""
    drills: tuple[Drill, ...] = ()
    """Oldest first."""
    next_drill: dt.date | None = None
    tickets: tuple[str, ...] = ()
    where: Where = msgspec.field(default_factory=dict)
    """Tickets that count as the risk having happened, beside those named."""
    actions: tuple[str, ...] = ()
    closed: End | None = None

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """All of them, oldest first; the last is the one in force."""
        return (*self.history, Assessment(date=self.assessed, likelihood=self.likelihood, impact=self.impact))


class Risks(Value, frozen=True, kw_only=True):
    kind: str = "risks"
    format: int = 1
    team: str | None = None
    """None: the organisation's."""
    risks: tuple[Risk, ...]
