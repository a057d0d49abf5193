"""What staff proposed."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.base import Result
from auditloop.assess.results.figures import FigureResult


class ProposalResult(Result, frozen=True, kw_only=True):
    id: str
    team: str
    by: str
    """Person or team."""
    status: str
    """submitted | adopted | declined | done | proven"""
    submitted: dt.date
    answered: dt.date | None
    done: dt.date | None
    proven: dt.date | None
    days_to_answer: int | None
    waiting_days: int | None
    """From submission to as_of while unanswered"""
    age_bucket: str | None
    """0-7 | 8-30 | 31-60 | 61-90 | 90+ days unanswered"""
    answer_within: int | None
    """Days promised"""
    in_time: bool | None
    """Answered within the promised days; False also of one that waits longer; None without promise or within it"""
    effect: FigureResult | None
    outcome: str | None
    """Once carried out: worked (the figures got better, beyond chance where that is known) | no-effect (worse or
    unchanged; without figures: all its actions were verified ineffective); None: nobody can tell"""
    contradicted: bool
    """Said to be proven where the figures show no improvement"""
    amount: float | None
    currency: str | None
    actions: list[str]


class ProposalSummary(Result, frozen=True, kw_only=True):
    """Stages count all that came so far: what is proven was done, adopted and submitted as well."""

    team: str | None
    submitted: int
    answered: int
    adopted: int
    declined: int
    done: int
    proven: int
    waiting: int
    """Not answered"""
    age_buckets: dict[str, int]
    """Of those waiting"""
    median_days_to_answer: float | None
    due: int
    """Whose promised days are over or kept"""
    in_time: int
    in_time_share: float | None
    adopted_share: float | None
    """Of those answered"""
    no_effect: int
    """Carried out without effect: costs nobody anything"""
    people: int
    """Different people who submitted"""
    last_year: int
    """Submitted in the twelve months up to as_of"""
    staff: int | None
    """Of the team, or of all teams with proposals together; None where it is not written"""
    per_head: float | None
    """last_year ÷ staff"""
    rewards: dict[str, float]
    """Currency → sum"""


class ProposalsResult(Result, frozen=True, kw_only=True):
    records: list[ProposalResult] = msgspec.field(default_factory=list)
    """Unanswered first, the longest waiting first; then newest first, by id"""
    summaries: list[ProposalSummary] = msgspec.field(default_factory=list)
    """The organisation first, then teams with proposals, in organisation order"""
