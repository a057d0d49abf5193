"""What is done about findings and indicators: measures with owner, date, state and their re-evaluation."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import Text, Value


class Move(Value, frozen=True, kw_only=True):
    from_: dt.date = msgspec.field(name="from")
    to: dt.date
    reason: Text


class Verification(Value, frozen=True, kw_only=True):
    date: dt.date
    by: str
    result: str
    """effective | partly | ineffective"""
    note: Text | None = None


class Effect(Value, frozen=True, kw_only=True):
    """The indicator an action aims at, with the windows that are compared (`2025-12..2026-02`)."""

    kpi: str
    before: str
    after: str
    target: float | None = None


class LogEntry(Value, frozen=True, kw_only=True):
    date: dt.date
    note: Text


class Action(Value, frozen=True, kw_only=True):
    id: str
    title: Text
    for_: tuple[str, ...] = msgspec.field(name="for", default=())
    type: str
    """containment | corrective | preventive | improvement | training"""
    esia: str | None = None
    """eliminate | simplify | integrate | automate"""
    owner: str
    priority: str = "medium"
    """high | medium | low"""
    opened: dt.date
    due: dt.date
    moved: tuple[Move, ...] = ()
    status: str
    """planned | in-progress | blocked | done | verified | cancelled"""
    progress: float | None = None
    done: dt.date | None = None
    evidence: tuple[str, ...] = ()
    innovation: bool = False
    verification: Verification | None = None
    effect: Effect | None = None
    log: tuple[LogEntry, ...] = ()
    note: Text | None = None


class Actions(Value, frozen=True, kw_only=True):
    kind: str = "actions"
    format: int = 1
    team: str
    actions: tuple[Action, ...]
