"""On which side of a line a number lies, where floating-point noise is not a side."""

from __future__ import annotations

NOISE = 1e-13
"""Far above what a mean of equal decimals can be off (1e-16 of its size), far below any difference people write."""


def side(value: float, line: float) -> int:
    """1 strictly above the line, −1 strictly below, 0 on it."""
    apart = value - line
    if abs(apart) <= NOISE * max(abs(value), abs(line)):
        return 0
    return 1 if apart > 0 else -1
