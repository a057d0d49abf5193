"""What deserves recognition, and what counts against a team in the yearly evaluation."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class StarPeriod(Result, frozen=True, kw_only=True):
    """Who was the service star of a survey period, or why nobody was."""

    period: str
    team: str | None
    why: str
    """distinct | not-distinct | too-few-teams"""
    best: str | None
    """The team with the highest share of satisfied customers; None of fewer than two with enough answers"""
    csat: float | None
    interval: list[float] | None
    """Wilson, 95 %"""
    n: int | None
    """Answers of the best team"""
    next: str | None
    """The team that came closest to it"""
    next_csat: float | None


class ProblemAgain(Result, frozen=True, kw_only=True):
    finding: str
    date: dt.date
    repeats: list[str]
    """Earlier findings, oldest first"""
    points: float
    """Lost; 0 where it is exempt"""
    exempt: str | None
    """The innovation that was tried against it and failed honestly"""


class TeamRecognition(Result, frozen=True, kw_only=True):
    """All within the year."""

    team: str
    months: int
    """Whole months with enough tickets"""
    zero_complaint_months: list[str]
    zero_in_a_row: int
    """Of these months, counted back from the latest"""
    stars: list[str]
    """Survey periods"""
    problems_again: list[ProblemAgain]
    points_lost: float
    innovations: list[str]
    """Actions"""
    innovations_failed: list[str]
    """Verified as not (fully) effective: they cost nothing"""


class RecognitionResult(Result, frozen=True, kw_only=True):
    year: int
    star_periods: list[StarPeriod]
    """Of all years, oldest first; empty where the rule is off"""
    teams: list[TeamRecognition]
    """In organisation order"""
