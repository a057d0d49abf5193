"""What to do next: open findings and actions, by what they would give."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class DomainRaised(Result, frozen=True, kw_only=True, gc=False):
    """A domain of an audit, as it is and as it would be."""

    id: str
    score_before: float | None
    score: float | None
    grade_before: str | None
    grade: str | None
    median_before: float | None
    """Of the latest scores of all teams in it; None of fewer than two teams"""
    median: float | None
    """The same with this score in place of the team's"""


class AuditRaised(Result, frozen=True, kw_only=True):
    """The latest final audit of a team, scored again with these items at their full score."""

    audit: str
    checklist: str
    items: list[str]
    score_before: float
    score: float
    points: float
    """score − score_before"""
    grade_before: str | None
    grade: str | None
    passed_before: bool | None
    passed: bool | None
    domains: list[DomainRaised]
    """Only those with one of the items"""


class IndexRaised(Result, frozen=True, kw_only=True, gc=False):
    """An index of the team in its latest period, reckoned again with the indicator at its target."""

    index: str
    period: str
    kpi: str
    value: float
    """The target, in the indicator's unit"""
    before: float
    after: float
    points: float
    """after − before"""


class NextStep(Result, frozen=True, kw_only=True):
    """One thing a team can do: an action to finish or to verify, or a finding that no action is under way for."""

    id: str
    """Of the action, or of the finding"""
    kind: str
    """action | finding"""
    team: str
    rank: int
    """Over all teams, from 1"""
    todo: str
    """Of an action: start | finish | unblock | verify. Of a finding: decide (no action) | rethink (what was done did
    not work) | explain (its cause is missing) | correct (a corrective action is missing)."""
    findings: list[str]
    """Still open; the finding itself, or those that the action is for"""
    lifts: str | None
    """passed (an audit that is not passed would be) | grade; None: neither"""
    risks: list[str]
    """Of the register, not closed: those that the action is for"""
    risk: str | None
    """The gravest of the findings and of these risks: extreme | high | medium | low"""
    points: float | None
    """The most it adds to one of the audits or indices below; 0 where the latest audit has nothing left to gain, None
    where no audit and no index tells of it"""
    age_days: int
    """Of the oldest finding, else of the action"""
    audits: list[AuditRaised]
    indices: list[IndexRaised]
    beside: list[str]
    """Other actions that the same findings wait for"""
    lacks: list[str]
    """What else keeps a finding open: cause-missing | corrective-missing"""
    owner: str | None
    due: dt.date | None
    days_overdue: int


class TeamRaised(Result, frozen=True, kw_only=True):
    """What all open findings of a team together would give in one of its latest audits."""

    team: str
    audit: AuditRaised
    enough: list[str]
    """Few steps that lift the grade, or make the audit pass, already; empty where all together do not"""


class NextSteps(Result, frozen=True, kw_only=True):
    steps: list[NextStep]
    """By rank: what lifts most, gravest risk, most points, oldest, id"""
    teams: list[TeamRaised]
    """In organisation order, then by checklist; only where there is something to gain"""
