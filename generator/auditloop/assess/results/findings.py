"""Findings."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.base import Result
from auditloop.assess.results.cases import SimilarCase


class FindingResult(Result, frozen=True, kw_only=True):
    id: str
    audit: str
    team: str
    checklist: str
    domain: str
    item: str
    date: dt.date
    class_: str = msgspec.field(name="class")
    """As written."""
    class_effective: str
    """One step up when the same item fails again in the team after an effective verification."""
    risk: str | None
    """low | medium | high | extreme; None without likelihood and impact."""
    likelihood: int | None
    impact: int | None
    cause: str | None
    """Category."""
    status: str
    """open | planned | in-action | awaiting-verification | closed | accepted"""
    status_why: str
    """Key of the rule that decided it (`findings.status.<key>` in the words): one of finding_status.REASONS."""
    recurrences: int
    """How many earlier findings of the same item in the same team it repeats."""
    repeats: list[str]
    """These findings, oldest first."""
    not_sustained: list[str]
    """Earlier actions verified effective whose finding came back."""
    actions: list[str]
    age_days: int | None
    """From the audit to as_of while not closed or accepted."""
    similar_cases: list[SimilarCase] = msgspec.field(default_factory=list)
    """That may help with it, the most similar first; three at most."""


class Count(Result, frozen=True, kw_only=True, gc=False):
    key: str
    n: int
    share: float
    cumulative: float


class FindingSummary(Result, frozen=True, kw_only=True):
    team: str | None
    total: int
    """Without good-practice."""
    open: int
    """Not closed and not accepted."""
    by_status: dict[str, int]
    by_class: dict[str, int]
    """By effective class; counts good-practice too."""
    by_risk: dict[str, int]
    """Open ones only; key none for unrated."""
    by_cause: list[Count]
    """All with a cause, largest first: the Pareto."""
    by_domain: list[Count]
    """key is `checklist/domain`."""
    risk_grid: list[list[int]]
    """Open findings: row likelihood 1..5, column impact 1..5."""
    recurring: int
    """Findings that repeat an earlier one."""
