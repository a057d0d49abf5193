"""What was measured before and after."""

from __future__ import annotations

from auditloop.assess.results.base import Result


class FigureResult(Result, frozen=True, kw_only=True):
    """Values of an indicator in two windows, or numbers that people typed."""

    name: str | dict[str, str] | None
    """Of typed numbers; an indicator has its own."""
    kpi: str | None
    before_window: str | None
    after_window: str | None
    before: float | None
    after: float | None
    """None where the indicator has no value in the window."""
    n_before: int | None
    n_after: int | None
    """Readings in the windows; None of typed numbers"""
    unit: str | dict[str, str]
    difference: float | None
    """after − before, in the unit"""
    difference_interval: list[float] | None
    """95 % interval, [low, high]; None of typed numbers and where the readings are too few for one"""
    method: str | None
    """newcombe | score | welch, of the interval"""
    change: float | None
    """(after − before) ÷ |before|"""
    better: bool | None
    """Whether the change goes in the better direction; None without direction or change"""
    beyond_chance: bool | None
    """Whether the interval leaves out zero; None without one"""
