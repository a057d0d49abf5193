"""The lines of a chart over one segment: centre, limits, and near limits. Knows no data."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, isfinite
from typing import NamedTuple


class Limits(NamedTuple):
    """A number per point."""

    lower: Sequence[float]
    upper: Sequence[float]
    near_lower: Sequence[float]
    near_upper: Sequence[float]


class Lines(NamedTuple):
    centre: float
    limits: Limits | None
    """None where the chart has no limits, or too few points to compute them."""


def around(
    middle: float,
    reaches: Sequence[float],
    near: float,
    *,
    floor: float | None = None,
    ceiling: float | None = None,
) -> Limits | None:
    """middle ± reach (three sigma), and near limits at a share of it, clipped to what the values can be."""
    if not all(map(isfinite, reaches)):
        return None
    return Limits(
        *(_clipped([middle + share * reach for reach in reaches], floor, ceiling) for share in (-1.0, 1.0, -near, near))
    )


def even(middle: float, reach: float, near: float, count: int, *, floor: float | None = None) -> Limits | None:
    """The same where the limits are the same for all points."""
    one = around(middle, (reach,), near, floor=floor)
    return one and Limits(*(list(line) * count for line in one))


def mean_of(values: Sequence[float]) -> float:
    """Σx ÷ n; exactly the value where all are equal, which the division can miss by a bit."""
    first = values[0]
    if all(value == first for value in values):
        return first
    return fsum(values) / len(values)


def _clipped(line: list[float], floor: float | None, ceiling: float | None) -> list[float]:
    if floor is not None and min(line) < floor:
        line = [max(floor, value) for value in line]
    if ceiling is not None and max(line) > ceiling:
        line = [min(ceiling, value) for value in line]
    return line
