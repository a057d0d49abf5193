"""Composite indices."""

from __future__ import annotations

from auditloop.assess.results.base import Result


class Part(Result, frozen=True, kw_only=True, gc=False):
    id: str
    weight: float
    """Normalised: all weights of the index sum to 1."""
    score: float | None
    contribution: float | None
    """Points this part adds to the score; over all parts they add up to it. None without score and if geometric."""


class IndexPoint(Result, frozen=True, kw_only=True):
    period: str
    score: float | None
    coverage: float
    partial: bool
    """Coverage below 0.8."""
    parts: list[Part]


class IndexScope(Result, frozen=True, kw_only=True, gc=False):
    team: str | None


class PartChange(Result, frozen=True, kw_only=True, gc=False):
    id: str
    points: float
    """What the part added to the change since the period before; over all parts they add up to it."""


class IndexResult(Result, frozen=True, kw_only=True):
    id: str
    scope: IndexScope
    step: str
    """Kind of period it moves in: the one most of its weight is reported in."""
    points: list[IndexPoint]
    latest: IndexPoint | None
    """The last point with a score, partial or not."""
    previous: IndexPoint | None
    same_period_last_year: IndexPoint | None
    change: float | None
    """latest − previous; None where one of them lacks a part that the other has: that is not a change of quality."""
    change_last_year: float | None
    """Against the same period of last year, under the same condition."""
    moved_by: list[PartChange]
    """Largest absolute first; empty where there is no change to explain."""
