"""One measured value: what it is in the indicator's unit, which way is better, and what it scores. Knows no time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditloop.assess.arithmetic import finite, mean, reaches, weighted_mean
from auditloop.model import Kpi, ScoreMap
from auditloop.model.observations import Measured
from auditloop.model.period import Period

POOLED_KINDS = ("proportion", "rate")


class Reading(NamedTuple):
    """A value with its period. `n` of `of` for proportions and rates; `n` alone is the size of the sample.

    `se`: the standard error of a value that was computed from single answers.
    """

    period: Period
    value: float | None
    n: float | None = None
    of: float | None = None
    se: float | None = None


def reading(kpi: Kpi, period: Period, measured: Measured) -> Reading:
    """Bring what was written to the indicator's unit. A numerator and a denominator win over a rounded value."""
    value = measured.value
    if measured.n is not None and measured.of is not None:
        value = pooled_value(kpi, measured.n, measured.of)
    return Reading(period, value, measured.n, measured.of)


def scale_of(kpi: Kpi) -> float:
    """What n ÷ of is multiplied by to be in the indicator's unit: per cent, per `per` opportunities, or as it is."""
    return kpi.per if kpi.kind_of_data == "rate" else 100 if kpi.unit == "%" else 1


def pooled_value(kpi: Kpi, n: float, of: float) -> float | None:
    """n ÷ of in the indicator's unit. None of no opportunities."""
    # Multiply first: 100 * 7 / 100 is 7, but 100 * (7 / 100) is a hair above and would miss a target of 7.
    return finite(scale_of(kpi) * n / of) if of > 0 else None


def over_time(kpi: Kpi, readings: Sequence[Reading]) -> float | None:
    """One value for several periods of one team, in the indicator's unit.

    As over teams: proportions and rates are pooled, Σn ÷ Σof, where every period gives both; values are weighted by
    their n where every period gives one. Everything else is the plain mean (a count: the mean per period, so that
    windows of different length compare). None of no values.
    """
    there = [r for r in readings if r.value is not None]
    if kpi.kind_of_data in POOLED_KINDS and there and all(r.n is not None and r.of is not None for r in there):
        return pooled_value(kpi, sum(r.n or 0 for r in there), sum(r.of or 0 for r in there))
    if kpi.kind_of_data == "value" and all(r.n for r in there):
        return weighted_mean((r.n or 0, r.value or 0) for r in there)
    return mean([r.value for r in there if r.value is not None])


def meets(better: str, value: float | None, target: float | None) -> bool | None:
    """Whether the value reaches its target in the better direction; None without value, target or direction."""
    if value is None or target is None or better == "neither":
        return None
    return reaches(value, target) if better == "higher" else reaches(-value, -target)


def is_better(better: str, value: float | None, than: float | None) -> bool | None:
    """Whether a value is better than another; None where one is missing, they are equal, or no direction is better."""
    if value is None or than is None or better == "neither" or (reaches(value, than) and reaches(than, value)):
        return None
    return value > than if better == "higher" else value < than


def score_of(score: ScoreMap | None, value: float | None) -> float | None:
    """Linear map to points: `zero` gives 0, `full` gives 100, clipped beyond. Source: methods, "Indices".

    None without a value or a map, or where the map has no length.
    """
    if score is None or value is None or score.full == score.zero:
        return None
    return min(100.0, max(0.0, 100 * (value - score.zero) / (score.full - score.zero)))
