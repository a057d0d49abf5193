"""What staff propose: who, when, how it was answered, and what it gave."""

from __future__ import annotations

import datetime as dt

from auditloop.model.common import Text, Value
from auditloop.model.figure import Figure


class Reward(Value, frozen=True, kw_only=True):
    what: Text | None = None
    amount: float | None = None
    currency: str | None = None


class Proposal(Value, frozen=True, kw_only=True):
    id: str
    title: Text
    text: Text | None = None
    by: str
    """Person or team."""
    submitted: dt.date
    answered: dt.date | None = None
    status: str
    """submitted | adopted | declined | done | proven"""
    answer: Text | None = None
    done: dt.date | None = None
    proven: dt.date | None = None
    reward: Reward | None = None
    actions: tuple[str, ...] = ()
    effect: Figure | None = None


class Proposals(Value, frozen=True, kw_only=True):
    kind: str = "proposals"
    format: int = 1
    team: str
    answer_within: int | None = None
    """Days; None: nothing is promised."""
    proposals: tuple[Proposal, ...]
