"""What customers got against what they expected, and against how much it matters to them."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from auditloop.assess.arithmetic import mean, reaches, weighted_mean
from auditloop.assess.distributions import t_quantile
from auditloop.assess.intervals import CONFIDENCE, Interval

CONCENTRATE, KEEP_UP, LOW_PRIORITY, OVERKILL = "concentrate-here", "keep-up", "low-priority", "possible-overkill"


class Gap(NamedTuple):
    """Over all dimensions, in steps of the scale."""

    unweighted: float | None
    weighted: float | None
    """By importance; None where a dimension has none."""


class Cross(NamedTuple):
    """Where the cross-hairs of the importance–performance grid stand: at the means."""

    importance: float
    performance: float


def gap(perceived: float | None, expected: float | None) -> float | None:
    """SERVQUAL: perceived − expected; negative where service falls short.

    Source: Parasuraman, Zeithaml & Berry 1988, Journal of Retailing 64:12-40.
    """
    return None if perceived is None or expected is None else perceived - expected


def gap_interval(gap: float, sd: float | None, n: int, confidence: float = CONFIDENCE) -> Interval | None:
    """gap ± t·sd ÷ √n, as sure as the mean that was perceived is: what was expected counts as a standard without error.

    Student's t with n − 1 degrees of freedom. None of one answer.
    """
    if sd is None or n < 2:
        return None
    reach = t_quantile((1 + confidence) / 2, n - 1) * sd / sqrt(n)
    return Interval(gap - reach, gap + reach)


def overall_gap(gaps: Mapping[str, float | None], weights: Mapping[str, float | None]) -> Gap:
    """Mean of the dimensions' gaps, and their mean weighted by importance: Σ w·gap ÷ Σ w, in the unit of the gaps.

    Source: Zeithaml, Parasuraman & Berry 1990, Delivering Quality Service. The weighted sum is not divided again.
    """
    there = {id: found for id, found in gaps.items() if found is not None}
    given = [(weight, there[id]) for id in there if (weight := weights.get(id)) is not None]
    return Gap(mean(list(there.values())), weighted_mean(given) if len(given) == len(there) else None)


def cross_hairs(points: Mapping[str, tuple[float, float]]) -> Cross | None:
    """`points`: dimension → (importance, performance). Two at least: one alone would stand on its own cross-hairs."""
    if len(points) < 2:
        return None
    importance, performance = zip(*points.values(), strict=True)
    return Cross(sum(importance) / len(points), sum(performance) / len(points))


def quadrant(importance: float, performance: float, cross: Cross) -> str:
    """What stands on a cross-hair counts as above it.

    Source: Martilla & James 1977, Journal of Marketing 41(1):77-79.
    """
    matters, good = reaches(importance, cross.importance), reaches(performance, cross.performance)
    if matters:
        return KEEP_UP if good else CONCENTRATE
    return OVERKILL if good else LOW_PRIORITY
