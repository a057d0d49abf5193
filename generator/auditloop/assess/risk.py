"""How bad a finding may become: a cell of the grid likelihood × impact. Knows two numbers from 1 to 5."""

from __future__ import annotations

LEVELS = ("extreme", "high", "medium", "low")
"""Worst first."""

_L, _M, _H, _X = "low", "medium", "high", "extreme"
GRID = (
    # impact:  1   2   3   4   5
    (_L, _L, _L, _M, _H),  # likelihood 1
    (_L, _L, _M, _M, _H),  # likelihood 2
    (_L, _M, _M, _H, _X),  # likelihood 3
    (_M, _M, _H, _H, _X),  # likelihood 4
    (_M, _H, _H, _X, _X),  # likelihood 5
)
"""A table, not a product: what is rare and grave (1 × 5) weighs more than what is frequent and slight (5 × 1)."""


def risk_of(likelihood: int | None, impact: int | None) -> str | None:
    """low | medium | high | extreme; None unless both are rated."""
    if likelihood is None or impact is None:
        return None
    return GRID[likelihood - 1][impact - 1]
