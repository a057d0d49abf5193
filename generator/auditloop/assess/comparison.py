"""Teams side by side over a year: a funnel where chance can be told from size, else values on one scale.

Judges nobody by rank: a team stands out only beyond what a team of its size may stray by chance.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from auditloop.assess.funnel import Limits, dispersion, proportion_limits, rate_limits, stretched
from auditloop.assess.measures import POOLED_KINDS, Reading, over_time, pooled_value, scale_of
from auditloop.assess.periods import Window
from auditloop.assess.results import Compared, Comparison
from auditloop.model import Kpi

FUNNEL, SCALE = "funnel", "scale"
BINOMIAL, POISSON = "binomial", "poisson"
INSIDE, ABOVE, BELOW = "inside", "above", "below"
ENOUGH_FOR_DISPERSION = 5
"""With fewer teams one that stands out would widen the limits until it stands out no more."""


class CurvePoint(NamedTuple):
    """The limits of a team of size n, in the indicator's unit."""

    n: float
    limits: Limits


def compare(kpi: Kpi, teams: Mapping[str, Sequence[Reading]], organisation: Sequence[Reading]) -> Comparison | None:
    """`teams` in order, with their readings and the organisation's, without excluded ones; None below two with values.

    The year ends with the latest period of any team. Proportions and rates with numerator and denominator: a funnel
    around the pooled value, limits at 95 % and 99.8 % for each team's own denominator. Where five teams or more differ
    beyond chance as a rule (over-dispersion), limits are widened by √φ. All else: values only. Source: funnel.
    """
    year = _year(teams)
    if year is None:
        return None
    inside = {
        team: [r for r in readings if r.value is not None and year.holds(r.period)] for team, readings in teams.items()
    }
    values = {team: value for team, readings in inside.items() if (value := over_time(kpi, readings)) is not None}
    if len(values) < 2:
        return None
    counted = {team: counts for team in values if (counts := _counts(kpi, inside[team]))}
    if len(counted) >= 2:
        return _funnel(kpi, year, values, counted)
    return Comparison(
        kind=SCALE,
        first=year.first,
        last=year.last,
        centre=over_time(kpi, [r for r in organisation if year.holds(r.period)]),
        distribution=None,
        scale=None,
        dispersion=None,
        widened=False,
        teams=[_on_scale(team, value, inside[team]) for team, value in values.items()],
    )


def funnel_curve(comparison: Comparison, points: int = 60) -> list[CurvePoint]:
    """The limits between the sizes of the smallest and the largest team and a little beyond, for drawing.

    Evenly spaced in √n, where limits are nearly straight. Empty where there is no funnel.
    """
    sizes = [team.n for team in comparison.teams if team.lower_95 is not None and team.n]
    if comparison.kind != FUNNEL or comparison.centre is None or comparison.scale is None or not sizes:
        return []
    first, last = sqrt(min(sizes) * 0.7), sqrt(max(sizes) * 1.1)
    phi = comparison.dispersion if comparison.widened else None
    share = comparison.centre / comparison.scale
    return [
        CurvePoint(n, _limits(comparison.distribution == BINOMIAL, share, n, phi, comparison.scale))
        for n in ((first + (last - first) * step / (points - 1)) ** 2 for step in range(points))
    ]


class _Counts(NamedTuple):
    n: float
    of: float


def _year(teams: Mapping[str, Sequence[Reading]]) -> Window | None:
    ends = [r.period.last for readings in teams.values() for r in readings if r.value is not None]
    if not ends:
        return None
    after = max(ends) + dt.timedelta(days=1)
    leap_day = (after.month, after.day) == (2, 29)
    first = dt.date(after.year - 1, 3, 1) if leap_day else after.replace(year=after.year - 1)
    return Window(first, max(ends))


def _counts(kpi: Kpi, readings: Sequence[Reading]) -> _Counts | None:
    if kpi.kind_of_data not in POOLED_KINDS or any(r.n is None or r.of is None for r in readings):
        return None
    counts = _Counts(sum(r.n or 0 for r in readings), sum(r.of or 0 for r in readings))
    # Validation refuses more cases than there were; whoever assesses without it gets no limits rather than wrong ones.
    return None if kpi.kind_of_data == "proportion" and counts.n > counts.of else counts


def _funnel(kpi: Kpi, year: Window, values: Mapping[str, float], counted: Mapping[str, _Counts]) -> Comparison:
    n, of = sum(c.n for c in counted.values()), sum(c.of for c in counted.values())
    share, scale, binomial = n / of, scale_of(kpi), kpi.kind_of_data == "proportion"
    spread = share * (1 - share) if binomial else share
    found = dispersion([(c.n / c.of - share) / sqrt(spread / c.of) for c in counted.values()]) if spread > 0 else None
    widened = found is not None and found.beyond_chance and len(counted) >= ENOUGH_FOR_DISPERSION
    phi = found.phi if found and widened else None
    return Comparison(
        kind=FUNNEL,
        first=year.first,
        last=year.last,
        centre=pooled_value(kpi, n, of),
        distribution=BINOMIAL if binomial else POISSON,
        scale=scale,
        dispersion=found.phi if found else None,
        widened=widened,
        teams=[
            _in_funnel(kpi, team, value, c.of, _limits(binomial, share, c.of, phi, scale))
            if (c := counted.get(team))
            else _on_scale(team, value, ())
            for team, value in values.items()
        ],
    )


def _limits(binomial: bool, share: float, of: float, phi: float | None, scale: float) -> Limits:
    limits = proportion_limits(share, of) if binomial else rate_limits(share, of)
    if phi is not None:
        limits = stretched(limits, share, phi, 1.0 if binomial else float("inf"))
    return Limits(*(scale * limit for limit in limits))


def _in_funnel(kpi: Kpi, team: str, value: float, n: float, limits: Limits) -> Compared:
    judgement = ABOVE if value > limits.upper_998 else BELOW if value < limits.lower_998 else INSIDE
    directed = judgement != INSIDE and kpi.better != "neither"
    return Compared(
        team=team,
        value=value,
        n=n,
        lower_95=limits.lower_95,
        upper_95=limits.upper_95,
        lower_998=limits.lower_998,
        upper_998=limits.upper_998,
        judgement=judgement,
        beyond_95=value > limits.upper_95 or value < limits.lower_95,
        better=(judgement == ABOVE) == (kpi.better == "higher") if directed else None,
    )


def _on_scale(team: str, value: float, readings: Sequence[Reading]) -> Compared:
    sized = bool(readings) and all(r.n for r in readings)
    return Compared(
        team=team,
        value=value,
        n=sum(r.n or 0 for r in readings) if sized else None,
        lower_95=None,
        upper_95=None,
        lower_998=None,
        upper_998=None,
        judgement=None,
        beyond_95=False,
        better=None,
    )
