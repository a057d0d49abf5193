"""Intervals for what was measured: a share, a rate, a mean, and the difference of two of each.

Pure functions on numbers, confidence 95 % unless told; know no indicators and no periods. Where nothing was counted
there is no interval: callers ask only with a denominator above zero, or two values.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt
from typing import NamedTuple

from auditloop.assess.distributions import normal_quantile, t_quantile

CONFIDENCE = 0.95


class Interval(NamedTuple):
    low: float
    high: float


class Sample(NamedTuple):
    """The mean of some values, the variance of that mean, and the degrees of freedom the variance rests on."""

    mean: float
    variance: float
    df: int


def wilson(x: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """A proportion x of n: Wilson's score interval, (p + z²/2n ± z·√(pq/n + z²/4n²)) ÷ (1 + z²/n).

    Source: Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857-872, method 3. Always within 0..1.
    """
    z = _z(confidence)
    p = x / n
    middle = p + z * z / (2 * n)
    reach = z * sqrt(max(0.0, p * (1 - p) / n + z * z / (4 * n * n)))
    whole = 1 + z * z / n
    # At 0 and n the formula is exactly 0 and 1; rounding must not push the estimate out of its interval.
    low = 0.0 if x <= 0 else min(p, max(0.0, (middle - reach) / whole))
    high = 1.0 if x >= n else max(p, min(1.0, (middle + reach) / whole))
    return Interval(low, high)


def of_share(x: float | None, n: float | None) -> list[float] | None:
    """Wilson's interval as results have it; None where nothing was counted."""
    return list(wilson(x, n)) if x is not None and n else None


def rate_score(x: float, exposure: float, confidence: float = CONFIDENCE) -> Interval:
    """x events in `exposure` opportunities: the score interval (x + z²/2 ± z·√(x + z²/4)) ÷ exposure of a Poisson rate.

    Wilson's interval for n → ∞. Source: Barker 2002, The American Statistician 56:85-89.
    """
    z = _z(confidence)
    middle, reach = x + z * z / 2, z * sqrt(x + z * z / 4)
    low = 0.0 if x <= 0 else min(x, max(0.0, middle - reach))
    return Interval(low / exposure, max(x, middle + reach) / exposure)


def newcombe(x1: float, n1: float, x2: float, n2: float, confidence: float = CONFIDENCE) -> Interval:
    """p₁ − p₂ of two independent proportions: the hybrid score interval, made of each one's Wilson interval.

    Source: Newcombe 1998, Statistics in Medicine 17:873-890, method 10.
    """
    return _hybrid(x1 / n1, wilson(x1, n1, confidence), x2 / n2, wilson(x2, n2, confidence))


def rate_difference(x1: float, t1: float, x2: float, t2: float, confidence: float = CONFIDENCE) -> Interval:
    """x₁/t₁ − x₂/t₂ of two independent Poisson rates, made of their score intervals as Newcombe's is of Wilson's.

    Source: Zou & Donner 2008, Statistics in Medicine 27:1693-1702 (method of variance estimates recovery).
    """
    return _hybrid(x1 / t1, rate_score(x1, t1, confidence), x2 / t2, rate_score(x2, t2, confidence))


def sample(values: Sequence[float], weights: Sequence[float] | None = None) -> Sample:
    """The mean of at least two values; with weights the weighted mean, whose variance is n/(n−1)·Σw²(x − x̄)²/(Σw)².

    Equal weights give s²/n. Source: Cochran 1977, Sampling Techniques, 6.4; Gatz & Smith 1995, Atmospheric Environment
    29:1185-1193.
    """
    n = len(values)
    weights = weights if weights is not None else [1.0] * n
    total = fsum(weights)
    shares = [weight / total for weight in weights]
    middle = fsum(share * value for share, value in zip(shares, values, strict=True))
    variance = fsum((share * (value - middle)) ** 2 for share, value in zip(shares, values, strict=True)) * n / (n - 1)
    return Sample(middle, variance, n - 1)


def welch(one: Sample, other: Sample, confidence: float = CONFIDENCE) -> Interval:
    """one.mean − other.mean where the variances may differ; Welch–Satterthwaite degrees of freedom.

    Source: Welch 1947, Biometrika 34:28-35. Where nothing varies the interval is the difference itself.
    """
    difference = one.mean - other.mean
    variance = one.variance + other.variance
    if variance <= 0:
        return Interval(difference, difference)
    # Shares of the variance rather than their squares: the squares of very small numbers vanish.
    share = one.variance / variance
    df = 1 / (share**2 / one.df + (1 - share) ** 2 / other.df)
    reach = t_quantile((1 + confidence) / 2, df) * sqrt(variance)
    return Interval(difference - reach, difference + reach)


def _hybrid(p1: float, of_p1: Interval, p2: float, of_p2: Interval) -> Interval:
    difference = p1 - p2
    down = sqrt((p1 - of_p1.low) ** 2 + (of_p2.high - p2) ** 2)
    up = sqrt((of_p1.high - p1) ** 2 + (p2 - of_p2.low) ** 2)
    return Interval(difference - down, difference + up)


def _z(confidence: float) -> float:
    return normal_quantile((1 + confidence) / 2)
