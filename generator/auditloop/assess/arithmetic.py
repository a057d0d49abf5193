"""The few sums that every method shares, and how floating-point noise is kept out of judgements.

Knows nothing of audits or indicators.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum, isclose
from statistics import median as _median

NOISE = 1e-9
"""Two numbers this close, relative to their size, are the same number: 0.1 + 0.2 reaches 0.3."""

_TOO_LARGE = 1e100
"""Sums and squares of smaller numbers are still numbers."""


def reaches(value: float, threshold: float) -> bool:
    """value ≥ threshold on unrounded numbers, where a difference of mere floating-point noise counts as equal."""
    return value >= threshold or isclose(value, threshold, rel_tol=NOISE)


def difference(after: float | None, before: float | None) -> float | None:
    """after − before, in their unit; None where either is missing."""
    return None if after is None or before is None else after - before


def mean(values: Sequence[float]) -> float | None:
    """Σx ÷ n; None of nothing."""
    return fsum(values) / len(values) if values else None


def weighted_mean(pairs: Iterable[tuple[float, float]]) -> float | None:
    """Σ weight·value ÷ Σ weight over (weight, value); None where no weight is left."""
    pairs = list(pairs)
    total = fsum(weight for weight, _ in pairs)
    return fsum(weight * value for weight, value in pairs) / total if total > 0 else None


def median(values: Sequence[float]) -> float | None:
    """The middle value, or the mean of the two in the middle; None of nothing."""
    return float(_median(values)) if values else None


def share(part: float, whole: float) -> float | None:
    """part ÷ whole, 0–1; None where the whole is nothing."""
    return part / whole if whole > 0 else None


def finite(value: float) -> float | None:
    """The value, or None where it is too large to reckon with: next to nothing was divided by."""
    return value if abs(value) < _TOO_LARGE else None
