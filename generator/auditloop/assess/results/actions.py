"""Actions and their effect."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.base import Result


class EffectResult(Result, frozen=True, kw_only=True, gc=False):
    """Before and after windows of the indicator an action aims at (mean of the values; pooled where n and of exist)."""

    kpi: str
    before_window: str
    after_window: str
    before: float | None
    after: float | None
    n_before: int
    n_after: int
    difference: float | None
    """after − before, in the indicator's unit"""
    difference_interval: list[float] | None
    """95 % interval of the difference, [low, high]; None where the readings are too few for one."""
    method: str | None
    """How the interval was made: newcombe (proportions) | score (rates and counts) | welch (all else)."""
    change: float | None
    """(after − before) ÷ |before|"""
    interval: list[float] | None
    """Of `change`: the interval of the difference ÷ |before|, [low, high]; `before` itself is taken as it is."""
    better: bool | None
    """Whether the change goes in the indicator's better direction; None without direction, values or change."""
    signal: bool
    """Whether a point of the after window shows improvement beyond chance on the control chart."""
    target: float | None
    target_met: bool | None
    verdict: str | None
    """effective | partly | ineffective | too-early; None where the data can never tell (`why` says why)."""
    why: str
    """Key of the rule that decided on the verdict: one of effect.REASONS."""
    contradicts: str | None
    """How the data contradict what the verification says: overrated | underrated; None: they do not. People's verdict
    stays in force (ActionResult.verdict), the contradiction is pointed out beside it."""


class ActionResult(Result, frozen=True, kw_only=True):
    id: str
    team: str
    owner: str
    status: str
    opened: dt.date
    due: dt.date
    done: dt.date | None
    overdue: bool
    days_overdue: int
    due_soon: bool
    """Due within 14 days and not done."""
    age_days: int
    """From opening to done, cancelled (the last dated entry of its log, else as_of) or as_of."""
    age_bucket: str | None
    """0-7 | 8-30 | 31-60 | 61-90 | 90+ days open; None when no longer open."""
    moves: int
    days_moved: int
    on_time: bool | None
    """Done on or before due; None when not done."""
    verdict: str | None
    """What the verification says: effective | partly | ineffective."""
    awaiting_verification: bool
    for_: list[str] = msgspec.field(name="for")
    effect: EffectResult | None


class ActionSummary(Result, frozen=True, kw_only=True):
    team: str | None
    """None: the whole organisation."""
    total: int
    open: int
    overdue: int
    due_soon: int
    done: int
    """done or verified"""
    verified: int
    cancelled: int
    by_status: dict[str, int]
    age_buckets: dict[str, int]
    on_time: int
    on_time_rate: float | None
    """on time ÷ (done or verified)"""
    moved: int
    """Actions with at least one postponement."""
    moves: int
    median_days_to_done: float | None
    median_days_to_verified: float | None
    judged: int
    """All with a verdict, without innovations that failed (an honest attempt is exempt)."""
    effective: int
    effective_share: float | None
    """effective ÷ judged"""
