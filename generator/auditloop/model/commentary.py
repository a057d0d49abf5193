"""What people say themselves: their words on a period, and special reports on one question."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import Text, Value
from auditloop.model.period import Period


class Decision(Value, frozen=True, kw_only=True):
    """What was decided; `action` carries it out, and then knows how far it is."""

    text: Text
    owner: str | None = None
    due: dt.date | None = None
    action: str | None = None
    done: dt.date | None = None


class NextDate(Value, frozen=True, kw_only=True):
    date: dt.date
    what: Text


class Commentary(Value, frozen=True, kw_only=True):
    """Of a month, quarter or half-year; one per team, and one of the organisation (team None)."""

    kind: str = "commentary"
    format: int = 1
    period: Period
    team: str | None = None
    headline: Text
    text: Text | None = None
    """Paragraphs, lists, stress and links in Markdown; never HTML."""
    decisions: tuple[Decision, ...] = ()
    next_dates: tuple[NextDate, ...] = ()
    by: str

    @property
    def id(self) -> str:
        """`2026-10`, or with the team behind it."""
        return f"{self.period}/{self.team}" if self.team else str(self.period)


class Topic(Value, frozen=True, kw_only=True):
    """`background`, `analysis` and `conclusion` are Markdown as in commentary."""

    kind: str = "topic"
    format: int = 1
    id: str
    title: Text
    from_: Period = msgspec.field(name="from")
    to: Period
    team: str | None = None
    question: Text
    background: Text | None = None
    kpis: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    """Of complaints."""
    standards: tuple[str, ...] = ()
    dimensions: tuple[str, ...] = ()
    """Of surveys."""
    analysis: Text | None = None
    conclusion: Text | None = None
    decisions: tuple[Decision, ...] = ()
    next_dates: tuple[NextDate, ...] = ()
    by: str
