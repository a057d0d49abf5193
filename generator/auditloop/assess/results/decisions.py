"""Decisions that people wrote down in commentaries and topics."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class DecisionResult(Result, frozen=True, kw_only=True, gc=False):
    record: str
    """Where it stands: `commentary/2026-10`, `commentary/2026-10/call-centre`, `topic/first-contact`."""
    position: int
    """In the record's list, from 0."""
    owner: str | None
    """Person or team; of one without, the owner of its action."""
    due: dt.date | None
    done: dt.date | None
    action: str | None
    """That carries it out."""
    status: str
    """open | overdue | done | dropped (its action was cancelled)"""
    days_overdue: int
