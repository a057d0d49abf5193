"""Limits from how much neighbours differ: the XmR chart, and the moving ranges that other charts borrow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.lines import Lines, even, mean_of
from auditloop.assess.spc.profiles import Profile

RANGE_LIMIT = 3.267
"""D₄ for two values: the upper limit of a moving range is 3.267 · their mean (Montgomery, appendix VI)."""


def xmr(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """mean ± 2.66 · mean moving range. Source: Wheeler, Understanding Variation; Montgomery, section 6.4.

    One value alone has no moving range, and so no limits.
    """
    values = [datum.value for datum in base]
    return individuals(values, len(data), profile)


def individuals(values: Sequence[float], count: int, profile: Profile, *, floor: float | None = None) -> Lines:
    mean = mean_of(values)
    if len(values) < 2:
        return Lines(mean, None)
    reach = profile.factor * mean_range(moving_ranges(values), screened=profile.screened)
    return Lines(mean, even(mean, reach, profile.near, count, floor=floor))


def moving_ranges(values: Sequence[float]) -> list[float]:
    """|xᵢ − xᵢ₋₁|"""
    return [abs(after - before) for before, after in pairwise(values)]


def mean_range(ranges: Sequence[float], *, screened: bool) -> float:
    """The mean of moving ranges; screened: once more without those at or above 3.267 times that mean.

    So a single outlier does not widen the limits that should find it. Source: Nelson 1982, Control charts for
    individual measurements, Journal of Quality Technology 14(3).
    """
    mean = fsum(ranges) / len(ranges)
    if not screened:
        return mean
    kept = [each for each in ranges if each < RANGE_LIMIT * mean]
    return fsum(kept) / len(kept) if kept else mean
