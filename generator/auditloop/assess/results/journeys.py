"""Customer journeys: time, value, waits, proposals, and what came of them."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class StepResult(Result, frozen=True, kw_only=True):
    """Minutes as mapped; `after_…` as measured when its action was done."""

    id: str
    touchpoint: str
    channel: str | None
    minutes: float
    standard_minutes: float | None
    over: float | None
    """Minutes beyond the standard, 0 within it; None without one."""
    adds_value: bool
    waiting: bool
    experience: int | None
    """1–5"""
    pain: bool
    esia: str | None
    """eliminate | simplify | integrate | automate"""
    saves_minutes: float | None
    action: str | None
    after_minutes: float | None
    after_experience: int | None
    after_date: dt.date | None
    gained: float | None
    """minutes − after_minutes"""
    kept: float | None
    """gained ÷ saves_minutes"""


class JourneyPath(Result, frozen=True, kw_only=True):
    """The way of a customer through one channel: its own steps and those that all take."""

    channel: str | None
    """None: the journey has no channels."""
    steps: int
    minutes: float
    value_minutes: float
    waiting_minutes: float
    value_share: float | None
    """value_minutes ÷ minutes; None of a way without time"""
    minutes_after: float
    """With what was measured afterwards, where it was"""
    value_share_after: float | None


class EsiaSaving(Result, frozen=True, kw_only=True, gc=False):
    kind: str
    proposals: int
    minutes: float


class JourneyResult(Result, frozen=True, kw_only=True):
    id: str
    team: str | None
    """None: it crosses teams."""
    date: dt.date
    steps: list[StepResult]
    """In order"""
    paths: list[JourneyPath]
    """One for each channel, as the journey lists them"""
    longest_waits: list[str]
    """Steps of waiting, the longest first, three at most"""
    worst: str | None
    """The step with the worst experience; of equals the one that takes longest"""
    pains: int
    savings: list[EsiaSaving]
    """Of every kind, also without proposals"""
    saves_minutes: float
    promised: float
    """By the proposals whose steps were measured afterwards"""
    gained: float
    """By the same, as measured"""
    kept: float | None
    """gained ÷ promised; None while nothing was measured"""
