"""Limits of a funnel: how far the share or rate of a team of some size strays by chance alone.

Pure functions on numbers; know no teams. Source: Spiegelhalter 2005, "Funnel plots for comparing institutional
performance", Statistics in Medicine 24:1185-1202.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, fsum, log1p, sqrt
from typing import NamedTuple

from auditloop.assess.distributions import normal_quantile

LEVELS = (0.95, 0.998)
"""Two-sided: 2.5 % and 0.1 % in each tail; as two and three standard deviations, but exact."""
_FEW = 100.0
"""With a variance below this, tails are summed up; above, expanded around the normal distribution."""
_WINSORISED = 0.1


class Limits(NamedTuple):
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float


class Dispersion(NamedTuple):
    phi: float
    """Mean of z²: 1 where teams differ as chance has it."""
    beyond_chance: bool


def proportion_limits(centre: float, n: float) -> Limits:
    """Limits of y/n where y is binomial with probability `centre` (0..1) and n is rounded to whole cases.

    Lower: where P(Y ≤ y) reaches the tail, between whole numbers by linear interpolation (appendix A.1.1); upper: the
    same counted from above, so that neither tail is ever more than it says.
    """
    size = max(1, round(n))
    rarer = min(centre, 1 - centre)  # what is rare is summed up, from none on: its probabilities do not vanish
    moments = _Moments.binomial(size, rarer)
    low = [max(0.0, _lower(_binomial(size, rarer), moments, tail) / size) for tail in _tails()]
    high = [min(1.0, _upper(_binomial(size, rarer), moments, tail) / size) for tail in _tails()]
    if centre > 0.5:
        low, high = [1 - share for share in high], [1 - share for share in low]
    return Limits(low[0], high[0], low[1], high[1])


def rate_limits(centre: float, exposure: float) -> Limits:
    """Limits of y/exposure where y is Poisson with mean `centre` · exposure; made as for proportions."""
    mean = centre * exposure
    moments = _Moments(mean, mean, 1 / sqrt(mean) if mean > 0 else 0.0, 1 / mean if mean > 0 else 0.0)
    low = [max(0.0, _lower(_poisson(mean), moments, tail)) / exposure for tail in _tails()]
    high = [_upper(_poisson(mean), moments, tail) / exposure for tail in _tails()]
    return Limits(low[0], high[0], low[1], high[1])


def dispersion(z: Sequence[float]) -> Dispersion:
    """φ = Σz²/I over I teams, z winsorised at 10 % on each side so that single outliers do not hide themselves.

    Beyond chance where φ exceeds its mean of 1 by two standard deviations, √(2/I) each (section 3.3.2).
    """
    ordered = sorted(z)
    low, high = _quantile(ordered, _WINSORISED), _quantile(ordered, 1 - _WINSORISED)
    phi = fsum(min(high, max(low, each)) ** 2 for each in ordered) / len(ordered)
    return Dispersion(phi, phi > 1 + 2 * sqrt(2 / len(ordered)))


def stretched(limits: Limits, centre: float, phi: float, most: float) -> Limits:
    """Limits √φ times as far from the centre, within 0 and `most`: the multiplicative approach of section 3.3.2."""
    by = sqrt(phi)
    return Limits(*(min(most, max(0.0, centre + by * (limit - centre))) for limit in limits))


class _Moments(NamedTuple):
    mean: float
    variance: float
    skewness: float
    excess: float

    @staticmethod
    def binomial(n: int, p: float) -> _Moments:
        variance = n * p * (1 - p)
        if variance <= 0:
            return _Moments(n * p, 0.0, 0.0, 0.0)
        return _Moments(n * p, variance, (1 - 2 * p) / sqrt(variance), (1 - 6 * p * (1 - p)) / variance)


def _tails() -> Iterator[float]:
    return ((1 - level) / 2 for level in LEVELS)


def _lower(probabilities: Iterator[float], moments: _Moments, tail: float) -> float:
    """The y at which P(Y ≤ y) reaches the tail; below 0 where even P(Y = 0) is more."""
    if moments.variance > _FEW:
        return _expanded(moments, -normal_quantile(1 - tail)) - 0.5
    below = 0.0
    for y, probability in enumerate(probabilities):
        if below + probability > tail:
            return y - 1 + (tail - below) / probability
        below += probability
    return 0.0


def _upper(probabilities: Iterator[float], moments: _Moments, tail: float) -> float:
    """The y at which P(Y ≥ y) falls to the tail."""
    if moments.variance > _FEW:
        return _expanded(moments, normal_quantile(1 - tail)) + 0.5
    above = 1.0  # P(Y ≥ y)
    for y, probability in enumerate(probabilities):
        if above - probability <= tail:
            return y + (above - tail) / probability
        above -= probability
    return moments.mean


def _expanded(moments: _Moments, z: float) -> float:
    """Cornish & Fisher's expansion of a quantile, to the fourth moment. Source: Abramowitz & Stegun 26.2.49."""
    skewness, excess = moments.skewness, moments.excess
    shift = z + (z**2 - 1) * skewness / 6 + (z**3 - 3 * z) * excess / 24 - (2 * z**3 - 5 * z) * skewness**2 / 36
    return moments.mean + sqrt(moments.variance) * shift


def _binomial(n: int, p: float) -> Iterator[float]:
    """P(Y = 0), P(Y = 1) …, for p ≤ ½."""
    probability, odds = exp(n * log1p(-p)), p / (1 - p)
    for y in range(n + 1):
        yield probability
        probability *= odds * (n - y) / (y + 1)


def _poisson(mean: float) -> Iterator[float]:
    probability, y = exp(-mean), 0
    while y <= mean or probability > 0:
        yield probability
        y += 1
        probability *= mean / y


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Between the two nearest values by linear interpolation."""
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])
