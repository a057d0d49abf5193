"""The next three periods of a series with an interval, where it is long and settled enough to say; otherwise nothing.

Carries the present level forward and continues no trend: what goes on rising after today is a hope, not a measurement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import fsum, isfinite, sqrt
from typing import NamedTuple

from auditloop.assess.distributions import t_quantile
from auditloop.assess.intervals import CONFIDENCE
from auditloop.assess.measures import Reading
from auditloop.assess.reporting import Reporting
from auditloop.assess.results import Forecast, ForecastPoint
from auditloop.model import Kpi

METHOD = "exponential-smoothing"
AHEAD = 3
ENOUGH = 12
"""Values that the last segment must have: below, its limits are trial limits, and so would be any forecast."""
_COARSE = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_GOLDEN = (sqrt(5) - 1) / 2
_NARROWINGS = 10


class Fit(NamedTuple):
    alpha: float
    level: float
    """After the last value."""
    sigma: float
    """Of the one-step errors: √(SSE ÷ (n − 2)), for the two that were fitted."""


def forecast_of(kpi: Kpi, step: str, readings: Sequence[Reading], reported: Reporting) -> Forecast | None:
    """Simple exponential smoothing on the values of the last segment, `readings` without excluded ones.

    ŷ(T+h) = ℓ_T, and its 95 % interval ℓ_T ± t·σ·√(1 + (h − 1)α²), with α and ℓ₀ by least squares and t for n − 2
    degrees of freedom. A steady process gives α near 0: its mean, and an interval that does not widen; a wandering one
    gives α near 1. Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., 8.1 and 8.7;
    Hyndman, Koehler, Ord & Snyder 2008, class 1 (ETS(A,N,N)). Gaps are passed over. What cannot be is cut off: shares
    beyond the whole, negative counts and rates.

    None with fewer than twelve values since the last change of segment, and where the last two values due are missing:
    what comes next would lie in the past. None of rare events either: what lies between two of them leans far to one
    side, and an interval that is even on both would promise too much on one and too little on the other.
    """
    if kpi.kind_of_data == "rare-event":
        return None
    segment = [r for r in _last_segment(kpi, step, readings) if r.value is not None]
    if len(segment) < ENOUGH:
        return None
    at = segment[-1].period
    if sum(period.first > at.first for period in reported.missing) > 1:
        return None
    values = [r.value for r in segment if r.value is not None]
    fit = fitted(values)
    t = t_quantile((1 + CONFIDENCE) / 2, len(values) - 2)
    low, high = _possible(kpi)
    points = []
    for ahead in range(AHEAD):
        at = at.next
        reach = t * fit.sigma * sqrt(1 + ahead * fit.alpha**2)
        ends = [min(high, max(low, end)) for end in (fit.level - reach, fit.level, fit.level + reach)]
        if not all(map(isfinite, ends)):
            return None
        points.append(ForecastPoint(period=at.text, low=ends[0], value=ends[1], high=ends[2]))
    return Forecast(method=METHOD, alpha=fit.alpha, n=len(values), points=points)


def fitted(values: Sequence[float]) -> Fit:
    """α in 0..1 and the first level with the least sum of squared one-step errors."""
    centre = fsum(values) / len(values)
    # On one scale whatever the unit: squares of 1e200 overflow, and those of 1e-200 vanish.
    scale = max(abs(value - centre) for value in values) or 1.0
    scaled = [(value - centre) / scale for value in values]
    alpha = _least(lambda alpha: _errors(scaled, alpha)[0])
    squares, level = _errors(scaled, alpha)
    return Fit(alpha, centre + level * scale, sqrt(max(0.0, squares) / (len(values) - 2)) * scale)


def _least(cost: Callable[[float], float]) -> float:
    """Where in 0..1 the cost is least: the best of six steps, then by golden section around it."""
    best = min(_COARSE, key=cost)
    low, high = max(0.0, best - 0.2), min(1.0, best + 0.2)
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = cost(left), cost(right)
    for _ in range(_NARROWINGS):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - _GOLDEN * (high - low)
            at_left = cost(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + _GOLDEN * (high - low)
            at_right = cost(right)
    # A steady process stays exactly at 0, where the search around it only comes near.
    return min((best, left, right), key=cost)


def _errors(values: Sequence[float], alpha: float) -> tuple[float, float]:
    """The least sum of squared errors that any first level gives, and the level after the last value with it.

    Each error is eₜ = aₜ − ℓ₀·bₜ: aₜ with a first level of 0, and bₜ = (1 − α)ᵗ what is left of it by then. So the best
    ℓ₀ is Σab ÷ Σb².
    """
    keep = 1 - alpha
    level, left = 0.0, 1.0
    aa = ab = 0.0
    for value in values:
        error = value - level
        aa += error * error
        ab += error * left
        level += alpha * error
        left *= keep
    # Σb² is a geometric series: 1 + (1 − α)² + (1 − α)⁴ …
    first = ab * (1 - keep * keep) / (1 - left * left) if alpha > 0 else ab / len(values)
    return aa - first * ab, level + first * left


def _last_segment(kpi: Kpi, step: str, readings: Sequence[Reading]) -> Sequence[Reading]:
    """Of the series' own kind of period, from the last change of segment that it has reached."""
    own = [r for r in readings if r.period.kind == step]
    starts = [s.from_.first for s in kpi.segments if own and s.from_.first <= own[-1].period.first]
    return [r for r in own if r.period.first >= max(starts)] if starts else own


def _possible(kpi: Kpi) -> tuple[float, float]:
    if kpi.kind_of_data == "value":
        return float("-inf"), float("inf")
    whole = (100.0 if kpi.unit == "%" else 1.0) if kpi.kind_of_data == "proportion" else float("inf")
    return 0.0, whole
