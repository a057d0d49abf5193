"""The organisation's own rules: how grave changes of history are, quality gates, and what they let pass."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import Text, Value


class Exception_(Value, frozen=True, kw_only=True):  # noqa: N801 - `Exception` is Python's
    """A change of history that is allowed; it holds for the change that brings it along."""

    rule: str
    record: str
    """`kind/id`"""
    reason: Text
    by: str
    date: dt.date


class Gate(Value, frozen=True, kw_only=True):
    id: str
    measure: str
    """audit-score | domain-score | index (scores: at_least, may_fall) | overdue | alerts | open-findings (numbers:
    at_most, may_rise)"""
    severity: str = "error"
    """off | warn | error"""
    scope: str = "teams"
    """teams | organisation"""
    team: str | None = None
    checklist: str | None = None
    domain: str | None = None
    index: str | None = None
    class_: str | None = msgspec.field(name="class", default=None)
    rule: str | None = None
    """Of early warnings."""
    at_least: float | None = None
    at_most: float | None = None
    may_fall: float | None = None
    may_rise: float | None = None


class Waiver(Value, frozen=True, kw_only=True):
    gate: str
    team: str | None = None
    reason: Text
    owner: str
    until: dt.date
    """The last day it holds."""


class Policy(Value, frozen=True, kw_only=True):
    kind: str = "policy"
    format: int = 1
    history: dict[str, str] = msgspec.field(default_factory=dict)
    """Rule → off | warn | error, where it is not as shipped."""
    exceptions: tuple[Exception_, ...] = ()
    gates: tuple[Gate, ...] = ()
    waivers: tuple[Waiver, ...] = ()
