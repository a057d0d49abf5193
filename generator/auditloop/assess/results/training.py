"""Training: every session, sums by team, sums by team and skill, and weak points that no training covers."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.actions import EffectResult
from auditloop.assess.results.base import Result


class ScoreGain(Result, frozen=True, kw_only=True, gc=False):
    """The test before and after, points on 0–100."""

    n_before: int
    n_after: int
    hidden: bool
    """Fewer than five were tested: nothing is told of their scores, and all numbers are None."""
    before: float | None
    after: float | None
    difference: float | None
    """after − before; of the same people their mean gain"""
    interval: list[float] | None
    """95 % interval of the difference, [low, high]; None where a standard deviation is missing."""
    method: str | None
    """How the interval was made: paired (gains of the same people) | welch (two groups)."""


class SessionResult(Result, frozen=True, kw_only=True):
    id: str
    team: str | None
    """None: the organisation's"""
    skill: str | None
    kpi: str | None
    status: str
    """planned | late | held | cancelled"""
    planned: dt.date
    held: dt.date | None
    days_late: int
    """Of a late one: since the day it was planned for"""
    expected: int | None
    """Who should take part: the audience, else those invited"""
    attended: int | None
    coverage: float | None
    """attended ÷ expected"""
    passed: int | None
    pass_rate: float | None
    """passed ÷ attended"""
    pass_interval: list[float] | None
    """Wilson, 95 %"""
    scores: ScoreGain | None
    """None without a test both times"""
    effect: EffectResult | None
    """On the indicator it should improve; None without one, and where nobody has measured it."""
    mentor: str | None
    newcomers: int | None
    covers: list[str]
    """Items and sections of checklists: its own and those of its skill, by id"""


class TrainingSums(Result, frozen=True, kw_only=True):
    """Of the sessions held in the twelve months that end with as_of, pooled: Σattended ÷ Σexpected."""

    team: str | None
    """In summaries None: all of them; in skills None: the organisation's own"""
    skill: str | None
    """None: of every skill"""
    held: int
    expected: int
    """Only of sessions that know both numbers"""
    attended: int
    coverage: float | None
    tested: int
    """Attended a session with a test"""
    passed: int
    pass_rate: float | None
    pass_interval: list[float] | None
    """Wilson, 95 %"""
    newcomers: int
    planned: int
    """Still to come"""
    late: int
    last_held: dt.date | None


class TrainingGap(Result, frozen=True, kw_only=True):
    """An item about people that a team did badly on in its latest final audit."""

    team: str
    audit: str
    checklist: str
    domain: str
    section: str
    item: str
    ratio: float
    """0–0.5"""
    skills: list[str]
    """Skills that are about it, by id"""
    state: str
    """uncovered: no training covers it | before: only training held before the audit did | late | planned |
    trained: since the audit, the next one will tell"""
    sessions: list[str]
    """That cover it, by id"""


class TrainingResult(Result, frozen=True, kw_only=True):
    first: dt.date
    last: dt.date
    """The twelve months of all sums, both days included"""
    sessions: list[SessionResult]
    """Late first (longest first), then to come, then held (latest first), cancelled last; then id"""
    summaries: list[TrainingSums]
    """The organisation first, then teams with training, in organisation order"""
    skills: list[TrainingSums]
    """By team in organisation order (the organisation's own first), then skill"""
    gaps: list[TrainingGap]
    """What no training covers first, then weakest first, team, item"""
