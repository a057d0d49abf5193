"""Limits from what chance alone does to counts: p, u and c charts, and p′ and u′ where there is more than chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import fsum, sqrt

from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.individuals import mean_range, moving_ranges
from auditloop.assess.spc.lines import Lines, around, even, mean_of
from auditloop.assess.spc.profiles import D2, Profile

Sigma = Callable[[float, float], float]
"""(centre, opportunities) → standard deviation of one point by chance alone."""


def p(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """p̄ = Σn ÷ Σof; p̄ ± 3·√(p̄(1 − p̄) ÷ of), within 0..1. Source: Montgomery, section 7.2."""
    return _lines(base, data, profile, scale, binomial, ceiling=1.0)


def u(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """ū = Σn ÷ Σof; ū ± 3·√(ū ÷ of), not below 0. Source: Montgomery, section 7.3."""
    return _lines(base, data, profile, scale, poisson)


def p_prime(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """The limits of p, wider by what neighbours differ more than chance. Source: Laney 2002, Improved control charts
    for attributes, Quality Engineering 14(4)."""
    return _lines(base, data, profile, scale, binomial, ceiling=1.0, widen=True)


def u_prime(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """The limits of u, wider in the same way."""
    return _lines(base, data, profile, scale, poisson, widen=True)


def c(base: Sequence[Datum], data: Sequence[Datum], profile: Profile, scale: float) -> Lines:
    """c̄ ± 3·√c̄, not below 0. Source: Montgomery, section 7.3."""
    mean = mean_of([datum.value for datum in base])
    return Lines(mean, even(mean, 3 * sqrt(max(0.0, mean)), profile.near, len(data), floor=0.0))


def binomial(centre: float, of: float) -> float:
    return sqrt(max(0.0, centre * (1 - centre)) / of)


def poisson(centre: float, of: float) -> float:
    return sqrt(max(0.0, centre) / of)


def centre_of(base: Sequence[Datum]) -> float:
    """Σn ÷ Σof"""
    return fsum(datum.n or 0.0 for datum in base) / fsum(datum.of or 0.0 for datum in base)


def deviations(base: Sequence[Datum], sigma: Sigma) -> list[float]:
    """z = (n ÷ of − centre) ÷ σᵢ; empty where chance alone leaves no room (all or nothing everywhere)."""
    centre = centre_of(base)
    sigmas = [sigma(centre, datum.of or 1.0) for datum in base]
    if not all(sigmas):
        return []
    return [((datum.n or 0.0) / (datum.of or 1.0) - centre) / each for datum, each in zip(base, sigmas, strict=True)]


def widening(deviations: Sequence[float], profile: Profile) -> float:
    """σ_z = mean moving range of z ÷ 1.128; 1 where there are no neighbours to compare."""
    ranges = moving_ranges(deviations)
    return mean_range(ranges, screened=profile.screened) / D2 if ranges else 1.0


def _lines(
    base: Sequence[Datum],
    data: Sequence[Datum],
    profile: Profile,
    scale: float,
    sigma: Sigma,
    *,
    ceiling: float | None = None,
    widen: bool = False,
) -> Lines:
    centre = centre_of(base)
    times = 3 * scale * (widening(deviations(base, sigma), profile) if widen else 1.0)
    return Lines(
        scale * centre,
        around(
            scale * centre,
            [times * sigma(centre, datum.of or 1.0) for datum in data],
            profile.near,
            floor=0.0,
            ceiling=None if ceiling is None else scale * ceiling,
        ),
    )
