"""On which side of a line a number lies, where floating-point noise is not a side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NOISE = 1e-13
"""Far above what a mean of equal decimals can be off (1e-16 of its size), far below any difference people write."""


def side(value: float, line: float) -> int:
    """1 strictly above the line, −1 strictly below, 0 on it."""
    margin = NOISE * abs(line)
    return (value > line + margin) - (value < line - margin)


def sides(values: Sequence[float], line: float) -> list[int]:
    """The side of each."""
    margin = NOISE * abs(line)
    high, low = line + margin, line - margin
    return [(value > high) - (value < low) for value in values]


def steps(values: Sequence[float]) -> list[int]:
    """From each value to the next: 1 up, −1 down, 0 the same."""
    return [
        (after > before + margin) - (after < before - margin)
        for before, after in pairwise(values)
        for margin in (NOISE * abs(before),)
    ]
