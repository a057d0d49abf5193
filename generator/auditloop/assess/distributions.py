"""Quantiles of the normal and of Student's t distribution, without a statistics library.

Knows no samples and no indicators.
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, lgamma, log, pi, sqrt
from statistics import NormalDist

_STANDARD = NormalDist()
_ROUNDS = 500
_EPSILON = 1e-15
_NEARLY_NORMAL = 1e6
"""Beyond so many degrees of freedom the two distributions differ by less than floating-point noise."""


@lru_cache(maxsize=32)
def normal_quantile(p: float) -> float:
    """The z that a standard normal value stays below with probability p (0 < p < 1)."""
    return _STANDARD.inv_cdf(p)


@lru_cache(maxsize=4096)
def t_quantile(p: float, df: float) -> float:
    """The t that a Student t value stays below with probability p; `df` degrees of freedom, also fractional ones.

    Newton's method on the distribution function. For t > 0 that function is concave and the normal quantile lies
    below the one sought, so the steps come from the left and never overshoot.
    """
    if p < 0.5:
        return -t_quantile(1 - p, df)
    t = normal_quantile(p)
    if df > _NEARLY_NORMAL or t == 0:
        return t
    for _ in range(_ROUNDS):
        step = (p - t_distribution(t, df)) / t_density(t, df)
        t += step
        if abs(step) <= _EPSILON * abs(t) * 10:
            break
    return t


def t_distribution(t: float, df: float) -> float:
    """P(T ≤ t) = 1 − ½·I_x(ν/2, ½) with x = ν ÷ (ν + t²), for t ≥ 0. Source: Abramowitz & Stegun 26.7.1.

    Near the middle ½ + ½·I_{1−x}(½, ν/2), the same number, without taking nearly equal ones from each other.
    """
    if t < 0:
        return 1 - t_distribution(-t, df)
    if t * t < df:
        return 0.5 + 0.5 * incomplete_beta(0.5, df / 2, t * t / (df + t * t))
    return 1 - 0.5 * incomplete_beta(df / 2, 0.5, df / (df + t * t))


def t_density(t: float, df: float) -> float:
    norm = exp(lgamma((df + 1) / 2) - lgamma(df / 2)) / sqrt(df * pi)
    return float(norm * (1 + t * t / df) ** (-(df + 1) / 2))


def incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), regularised, 0 ≤ x ≤ 1. Source: DLMF 8.17.22, the continued fraction, summed by Lentz's method.

    It converges quickly for x < (a + 1)/(a + b + 2); beyond, I_x(a, b) = 1 − I_{1−x}(b, a).
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    factor = exp(a * log(x) + b * log(1 - x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a
    return factor * _continued_fraction(a, b, x)


def _continued_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _ROUNDS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + term * d)
            c = 1 + term / c
            value *= c * d
        if abs(c * d - 1) < _EPSILON:
            break
    return value
