"""Audits, item by item, and checklists over all teams."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class ItemResult(Result, frozen=True, kw_only=True, gc=False):
    id: str
    ratio: float | None
    """0–1; None when not applicable or missing."""
    state: str
    """scored | na | missing"""
    weight: float
    contribution: float | None
    """Points this item adds to the audit score; over all items they add up to it."""
    possible: float | None
    """Points it would add at ratio 1. Both are None when na or missing, and where the audit has no score."""


class SectionResult(Result, frozen=True, kw_only=True):
    id: str
    score: float | None
    coverage: float | None
    items: list[ItemResult]


class DomainResult(Result, frozen=True, kw_only=True):
    id: str
    score: float | None
    coverage: float | None
    na_share: float | None
    grade: str | None
    """After caps."""
    capped_by: list[str]
    """Failed domain-critical items that lowered the grade; empty where it is no better than the cap anyway."""
    weight: float
    contribution: float | None
    """Points this domain adds to the audit score."""
    sections: list[SectionResult]


class ItemChange(Result, frozen=True, kw_only=True, gc=False):
    """One item against the previous audit."""

    id: str
    before: float | None
    after: float | None
    state_before: str
    state_after: str
    points: float | None
    """Its part of `performance`; over all items they add up to it. None where it was not scored both times."""


class AuditComparison(Result, frozen=True, kw_only=True):
    """Change against the previous audit of the same checklist edition, split by what caused it.

    performance + weights + applicability = change.
    """

    audit: str
    """Id of the earlier audit."""
    comparable: bool
    """False where the checklist or its edition differs; then all numbers are None and items empty."""
    score_before: float | None
    change: float | None
    performance: float | None
    weights: float | None
    applicability: float | None
    """Items that became (not) applicable or (not) assessed."""
    items: list[ItemChange]
    """Only items whose ratio or state differs; largest loss first, then largest gain, then those without points."""


class DomainDifference(Result, frozen=True, kw_only=True, gc=False):
    id: str
    ours: float | None
    theirs: float | None
    difference: float | None
    """theirs − ours, points"""


class Agreement(Result, frozen=True, kw_only=True):
    """Another auditor's view of the same team with the same checklist edition within 100 days."""

    audit: str
    type: str
    date: dt.date
    score: float | None
    difference: float | None
    kappa: float | None
    """Quadratic-weighted kappa over items scored in both; None below 5 such items or where it is undefined."""
    n: int
    domains: list[DomainDifference]


class ApprovalResult(Result, frozen=True, kw_only=True, gc=False):
    by: str
    date: dt.date
    stale: bool
    """The audit was changed since: what was approved is not what it says."""


class AuditResult(Result, frozen=True, kw_only=True):
    id: str
    team: str
    checklist: str
    edition: str
    date: dt.date
    type: str
    status: str
    score: float | None
    coverage: float | None
    """Assessed weight ÷ applicable weight (weights multiplied by domain weight)."""
    na_share: float | None
    """Weight of not-applicable items ÷ all weight."""
    grade: str | None
    """After caps; `uncapped_grade` before."""
    uncapped_grade: str | None
    passed: bool | None
    """False when an overall-critical item failed; None when nothing is scored, or one of them is not assessed yet."""
    capped_by: list[str]
    """Overall-critical items that failed: the audit is not passed and has the lowest grade."""
    domains: list[DomainResult]
    """Empty, and every number None, where the edition of the checklist is not in the workspace."""
    comparison: AuditComparison | None
    agreement: list[Agreement]
    """From every other type of audit the final one nearest in time. Nearest first, then id."""
    findings: list[str]
    approval: ApprovalResult | None


class ItemAcrossTeams(Result, frozen=True, kw_only=True):
    """One checklist item over the latest final audit of every team."""

    id: str
    domain: str
    section: str
    mean: float | None
    """Mean ratio 0–1 over scored answers."""
    n: int
    na: int
    failed: int
    """Answers with ratio 0."""
    teams: dict[str, float | None]


class ChecklistResult(Result, frozen=True, kw_only=True):
    id: str
    edition: str
    audits: list[str]
    """Final audits with it, newest first."""
    items: list[ItemAcrossTeams]
    """In checklist order."""
    weakest: list[str]
    """Up to 10 item ids with the lowest mean below 1, lowest first."""
