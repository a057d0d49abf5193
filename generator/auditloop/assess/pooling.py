"""The organisation's reading of an indicator from its teams': pooled, summed or weighted by n, never averages averaged.

Where the data do not allow it there is no organisation series at all. Source: methods, "Comparison".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.arithmetic import weighted_mean
from auditloop.assess.measures import POOLED_KINDS, Reading, pooled_value
from auditloop.assess.periods import in_time
from auditloop.model import Kpi
from auditloop.model.period import Period

SUM, RATIO, WEIGHTED_MEAN, RECORDS = "sum", "ratio", "weighted-mean", "records"


class Pooled(NamedTuple):
    how: str
    """sum | ratio | weighted-mean | records (computed from those of all teams together)"""
    readings: list[Reading]


def pool(kpi: Kpi, teams: Mapping[str, Sequence[Reading]]) -> Pooled | None:
    """Readings of all teams → one reading per period.

    Counts are summed; a period in which a team that has reported before gives nothing has no sum, since a sum of some
    is not the whole. Proportions and rates: Σn ÷ Σof, where every value of every team comes with both. Values: mean
    weighted by n, where every value comes with n. Rare events, and everything else: None.
    Only kinds of period that every team reports in: a week of one team does not continue the months of another.
    """
    with_value = _in_common_kinds({t: [r for r in readings if r.value is not None] for t, readings in teams.items()})
    given = [r for readings in with_value.values() for r in readings]
    if not given:
        return None
    if kpi.kind_of_data == "count":
        return Pooled(SUM, _sums(with_value))
    if kpi.kind_of_data in POOLED_KINDS and all(r.n is not None and r.of is not None for r in given):
        return Pooled(RATIO, [_ratio(kpi, period, readings) for period, readings in _by_period(given)])
    if kpi.kind_of_data == "value" and all(r.n is not None for r in given):
        return Pooled(WEIGHTED_MEAN, [_weighted(period, readings) for period, readings in _by_period(given)])
    return None


def whole(
    kpi: Kpi, teams: Mapping[str, Sequence[Reading]], computed: Mapping[str | None, Sequence[Reading]]
) -> Pooled | None:
    """As `pool`, except where everything in a period was computed from records: then the organisation's own reading,
    computed from the records of all teams, stands there (`computed`, team None)."""
    made = pool(kpi, teams)
    own = computed.get(None, ())
    if not own:
        return made
    from_records = {team: {r.period for r in readings} for team, readings in computed.items()}
    typed = {r.period for team, rs in teams.items() for r in rs if r.period not in from_records.get(team, ())}
    readings = {r.period: r for r in made.readings} if made else {}
    readings |= {r.period: r for r in own if r.period not in typed}
    how = made.how if made else RATIO if kpi.kind_of_data in POOLED_KINDS else WEIGHTED_MEAN
    if kpi.kind_of_data == "value" and not typed:
        how = RECORDS
    return Pooled(how, sorted(readings.values(), key=lambda r: in_time(r.period))) if readings else None


def absent(teams: Mapping[str, Sequence[Reading]], period: Period) -> list[str]:
    """Teams that had given a value by then and gave none for the period: the pooled value is without them."""
    starts = {team: [r.period.first for r in readings if r.value is not None] for team, readings in teams.items()}
    there = {team for team, readings in teams.items() for r in readings if r.period == period and r.value is not None}
    return [team for team, days in starts.items() if team not in there and days and min(days) <= period.first]


def _in_common_kinds(teams: Mapping[str, Sequence[Reading]]) -> dict[str, list[Reading]]:
    kinds = [{r.period.kind for r in readings} for readings in teams.values() if readings]
    common = set.intersection(*kinds) if kinds else set()
    return {team: [r for r in readings if r.period.kind in common] for team, readings in teams.items()}


def _by_period(readings: Sequence[Reading]) -> list[tuple[Period, list[Reading]]]:
    grouped: dict[Period, list[Reading]] = {}
    for r in readings:
        grouped.setdefault(r.period, []).append(r)
    return sorted(grouped.items(), key=lambda pair: in_time(pair[0]))


def _sums(teams: Mapping[str, Sequence[Reading]]) -> list[Reading]:
    starts = [min(r.period.first for r in readings) for readings in teams.values() if readings]
    sums = []
    for period, given in _by_period([r for readings in teams.values() for r in readings]):
        expected = sum(start <= period.first for start in starts)
        total = sum(r.value or 0 for r in given) if len(given) >= expected else None
        sums.append(Reading(period, total))
    return sums


def _ratio(kpi: Kpi, period: Period, readings: Sequence[Reading]) -> Reading:
    n, of = sum(r.n or 0 for r in readings), sum(r.of or 0 for r in readings)
    return Reading(period, pooled_value(kpi, n, of), n, of)


def _weighted(period: Period, readings: Sequence[Reading]) -> Reading:
    value = weighted_mean((r.n or 0, r.value or 0) for r in readings)
    return Reading(period, value, sum(r.n or 0 for r in readings))
