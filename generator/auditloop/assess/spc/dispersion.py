"""Whether shares, rates or counts differ from one another more than chance alone would make them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

from auditloop.assess.spc.counted import binomial, deviations, poisson
from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.individuals import mean_range, moving_ranges
from auditloop.assess.spc.profiles import D2, Profile

_ONE_SIDED_5_PERCENT = 1.645


def is_over_dispersed(parts: Iterable[Sequence[Datum]], kind: str, profile: Profile) -> bool:
    """σ_z > 1 + 1.645·√(0.8264·n − 1.082) ÷ (n − 1), with σ_z = mean moving range of z ÷ 1.128.

    σ_z is what p′ and u′ widen limits by (Laney 2002), 1 under chance alone. Its standard error is that of the mean
    moving range of n normal values: Cryer & Ryan 1990, The estimation of sigma for an X chart, Journal of Quality
    Technology 22(3). Neighbours are compared, so a process that has shifted once is not taken for over-dispersed;
    no two of them stand in different segments.
    """
    ranges = [each for part in parts for each in moving_ranges(_deviations(part, kind))]
    if not ranges:
        return False
    n = len(ranges) + 1
    ratio = mean_range(ranges, screened=profile.screened) / D2
    return ratio > 1 + _ONE_SIDED_5_PERCENT * sqrt(max(0.0, 0.8264 * n - 1.082)) / (n - 1)


def _deviations(part: Sequence[Datum], kind: str) -> list[float]:
    if not part:
        return []
    if kind == "count":  # a count is a rate per period
        return deviations([datum._replace(n=datum.value, of=1.0) for datum in part], poisson)
    return deviations(part, binomial if kind == "proportion" else poisson)
