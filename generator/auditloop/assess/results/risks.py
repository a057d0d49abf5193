"""The register of risks."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class RiskRating(Result, frozen=True, kw_only=True, gc=False):
    date: dt.date
    likelihood: int
    impact: int
    level: str
    """low | medium | high | extreme: a cell of the grid likelihood × impact"""


class RiskMonth(Result, frozen=True, kw_only=True, gc=False):
    period: str
    n: int


class RiskIncidents(Result, frozen=True, kw_only=True):
    """How often a risk came true, by the tickets that are named or fall under its conditions."""

    since_assessed: int
    """After the day of the latest assessment"""
    year: int
    """In the 365 days that end with as_of"""
    latest: dt.date | None
    months: list[RiskMonth]
    """The last twelve months that have ended, in order of time"""


class RiskResult(Result, frozen=True, kw_only=True):
    id: str
    team: str | None
    """None: the organisation's"""
    category: str
    owner: str
    likelihood: int
    impact: int
    level: str
    assessed: dt.date
    history: list[RiskRating]
    """Earlier assessments, oldest first"""
    trend: str | None
    """rising | falling | same since the assessment before; None without one"""
    has_plan: bool
    review: dt.date | None
    days_review_overdue: int
    """0: it is not"""
    drills: int
    last_drill: dt.date | None
    drill_result: str | None
    """passed | partly | failed, of the last drill"""
    next_drill: dt.date | None
    days_drill_overdue: int
    incidents: RiskIncidents | None
    """None where no ticket can tell of the risk."""
    actions: list[str]
    """By id: those it names, and those that name it"""
    actions_open: int
    closed: dt.date | None


class RiskSummary(Result, frozen=True, kw_only=True):
    """Of the risks that are not closed."""

    team: str | None
    """None: all of them, those of the organisation included"""
    total: int
    by_level: dict[str, int]
    grid: list[list[int]]
    """Row likelihood 1..5, column impact 1..5"""
    rising: int
    falling: int
    without_plan: int
    serious_without_plan: int
    """high or extreme"""
    reviews_overdue: int
    drills_overdue: int
    drills_failed: int
    """Whose last drill did not pass"""
    incidents: int
    """After the latest assessment of each"""


class RiskRegister(Result, frozen=True, kw_only=True):
    risks: list[RiskResult]
    """Closed ones last; extreme before low, rising first, then id"""
    summaries: list[RiskSummary]
    """The organisation first, then teams with a risk, in organisation order"""
