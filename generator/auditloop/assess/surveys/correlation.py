"""How closely two series of numbers go together, in a straight line (Pearson) or in order (Spearman), and by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum, sqrt
from operator import mul
from typing import NamedTuple

from auditloop.assess.distributions import incomplete_beta


class Correlation(NamedTuple):
    r: float
    p: float | None
    """How often chance alone gives so much or more in either direction; None of fewer than three pairs."""


def pearson(xs: Sequence[float], ys: Sequence[float]) -> Correlation | None:
    """r = Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)²·Σ(y − ȳ)²). None where one of them does not vary."""
    x, y = centred(xs), centred(ys)
    across = fsum(map(mul, x, y))
    size = sqrt(fsum(map(mul, x, x))) * sqrt(fsum(map(mul, y, y)))
    if size <= 0:
        return None
    r = min(1.0, max(-1.0, across / size))
    return Correlation(r, _p(r, len(xs)))


def spearman(xs: Sequence[float], ys: Sequence[float]) -> Correlation | None:
    """Pearson's r of the ranks, equal values sharing the mean of theirs. Source: Kendall & Gibbons 1990, 3.8."""
    return pearson(ranks(xs), ranks(ys))


def centred(values: Sequence[float]) -> list[float]:
    """Without their mean. All alike give exactly 0: rounding must not pass for variation."""
    if not values or min(values) == max(values):
        return [0.0] * len(values)
    middle = fsum(values) / len(values)
    return [value - middle for value in values]


def ranks(values: Sequence[float]) -> list[float]:
    """1 for the smallest; equal values share the mean of their ranks."""
    shared: dict[float, float] = {}
    below = 0
    for value, n in sorted(Counter(values).items()):
        shared[value] = below + (n + 1) / 2
        below += n
    return [shared[value] for value in values]


def _p(r: float, n: int) -> float | None:
    """Two-sided, by t = r·√((n − 2) ÷ (1 − r²)) with n − 2 degrees of freedom: p = I_{1−r²}((n − 2)/2, ½).

    For Spearman an approximation, good from about ten pairs on.
    """
    if n < 3:
        return None
    return min(1.0, max(0.0, incomplete_beta((n - 2) / 2, 0.5, 1 - r * r)))
