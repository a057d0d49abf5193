"""What customers say against what they said before, or what others say: the difference, and what chance would do."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from auditloop.assess.distributions import normal_quantile
from auditloop.assess.intervals import CONFIDENCE, Interval, newcombe
from auditloop.assess.surveys.nps import nps
from auditloop.ratings import Counts, satisfied, total


class Difference(NamedTuple):
    value: float
    interval: Interval | None
    """None where nothing says what chance does."""

    @property
    def beyond_chance(self) -> bool | None:
        """Whether the interval leaves out zero."""
        return None if self.interval is None else not self.interval.low <= 0 <= self.interval.high


def shared_confidence(comparisons: int) -> float:
    """For each of several comparisons made at once, so that all of them together are wrong in one case of twenty.

    1 − 0.05 ÷ k. Source: Bonferroni's inequality; Dunn 1961, Journal of the American Statistical Association 56:52-64.
    """
    return 1 - (1 - CONFIDENCE) / max(1, comparisons)


def csat_difference(one: Counts, other: Counts, confidence: float = CONFIDENCE) -> Difference | None:
    """Share of the satisfied in one minus that in the other, with Newcombe's interval; None where nobody answered."""
    n1, n2 = total(one), total(other)
    if not n1 or not n2:
        return None
    x1, x2 = satisfied(one), satisfied(other)
    return Difference(x1 / n1 - x2 / n2, newcombe(x1, n1, x2, n2, confidence))


def nps_difference(one: Counts, other: Counts, confidence: float = CONFIDENCE) -> Difference | None:
    """NPS₁ − NPS₂ ± z·√(SE₁² + SE₂²) of two independent surveys.

    Source: Rocks 2016, The American Statistician 70:365-372. None where nobody answered; without an interval where all
    answers of one survey are of one kind, as its SE is 0.
    """
    first, second = nps(one), nps(other)
    if first is None or second is None:
        return None
    return error_difference((first.value, first.se or None), (second.value, second.se or None), confidence)


Estimate = tuple[float, float | None]
"""A value and its standard error."""


def error_difference(one: Estimate, other: Estimate, confidence: float = CONFIDENCE) -> Difference:
    """one − other ± z·√(SE₁² + SE₂²); without an interval where a standard error is not known."""
    value = one[0] - other[0]
    if one[1] is None or other[1] is None:
        return Difference(value, None)
    reach = normal_quantile((1 + confidence) / 2) * sqrt(one[1] ** 2 + other[1] ** 2)
    return Difference(value, Interval(value - reach, value + reach))


def without(whole: Counts, part: Counts) -> Counts:
    """Everybody else's answers."""
    rest: Mapping[int, int] = {answer: n - part.get(answer, 0) for answer, n in whole.items()}
    return {answer: n for answer, n in rest.items() if n > 0}
