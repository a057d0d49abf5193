"""Plans: how far goals have come, and where milestones stand."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.base import Result
from auditloop.assess.results.kpis import Latest


class GoalResult(Result, frozen=True, kw_only=True):
    """An indicator on its way from one value to another; see `improving.plans`."""

    id: str
    kpi: str
    team: str | None
    """Whose series it is; None: the organisation's."""
    owner: str | None
    start: dt.date
    by: dt.date
    from_: float = msgspec.field(name="from")
    to: float
    latest: Latest | None
    """The newest value of a period that ends on or after the start; None: there is none yet."""
    measured: dt.date | None
    """The day the latest value speaks for: the last of its period, at most as_of."""
    covered: float | None
    """(latest − from) ÷ (to − from): 1 is there, above 1 beyond, below 0 further away than at the start."""
    expected: float | None
    """The share of the time from start to by that had passed on that day, 0–1."""
    state: str
    """reached | on-track | behind | missed | no-data | not-begun"""


class MilestoneResult(Result, frozen=True, kw_only=True):
    id: str
    goal: str | None
    owner: str | None
    start: dt.date | None
    due: dt.date
    done: dt.date | None
    state: str
    """done | overdue | waiting (for a need that is not done) | running | planned (its start is still to come)"""
    days_overdue: int
    due_soon: bool
    """Due within 14 days and not done."""
    on_time: bool | None
    """Done on or before due; None when not done."""
    waits_for: list[str]
    """Milestones and actions that it needs and that are not done; empty once it is done."""
    actions_done: int
    actions: int
    """Linked actions that are known, without cancelled ones."""


class PlanResult(Result, frozen=True, kw_only=True):
    id: str
    team: str | None
    """None: the organisation's plan."""
    horizon: str
    """short | long"""
    first: dt.date
    last: dt.date
    elapsed: float
    """The share of its time that has passed, 0–1."""
    goals: list[GoalResult]
    """In the order written."""
    milestones: list[MilestoneResult]
    """By due date, then id."""
    goals_by_state: dict[str, int]
    """Every state, also with 0."""
    milestones_by_state: dict[str, int]
