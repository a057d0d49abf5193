"""The net promoter score as an estimate: how far chance alone would move it."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from auditloop.assess.distributions import normal_quantile
from auditloop.assess.intervals import CONFIDENCE, Interval
from auditloop.ratings import Counts, Recommenders, recommenders


class Nps(NamedTuple):
    value: float
    """−100 to 100."""
    se: float
    interval: Interval | None
    """None where every answer is of one kind: the formula would say that nothing is left to chance."""
    counts: Recommenders


def nps(counts: Counts, confidence: float = CONFIDENCE) -> Nps | None:
    """NPS = p − d in points; Var = p + d − (p − d)², SE = √(Var ÷ n); NPS ± z·SE within −100..100.

    Each answer counts 1, 0 or −1, and Var is the variance of that. Source: Rocks 2016, The American Statistician
    70:365-372. None where nobody answered.
    """
    found = recommenders(counts)
    value = found.points
    if value is None:
        return None
    p, d = found.promoters / found.n, found.detractors / found.n
    se = 100 * sqrt(max(0.0, p + d - (p - d) ** 2) / found.n)
    reach = normal_quantile((1 + confidence) / 2) * se
    interval = Interval(max(-100.0, value - reach), min(100.0, value + reach)) if se > 0 else None
    return Nps(value, se, interval, found)
