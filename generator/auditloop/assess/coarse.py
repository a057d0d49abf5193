"""A series in quarters and years: what its shorter periods come to when they are pooled.

As over teams: sums, ratios of sums and means by size; a mean of means is not made. Source: methods, "Comparison".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from auditloop.assess.arithmetic import weighted_mean
from auditloop.assess.derived import FORMULA, Derivation, derive
from auditloop.assess.measures import POOLED_KINDS, Reading, pooled_value
from auditloop.assess.periods import containing
from auditloop.assess.pooling import RATIO, SUM, WEIGHTED_MEAN
from auditloop.assess.results import Coarse, CoarsePoint
from auditloop.model import Kpi
from auditloop.model.period import KINDS, Period

STEPS = ("quarter", "year")


def in_longer_periods(kpi: Kpi, step: str, readings: Sequence[Reading]) -> list[Coarse]:
    """`readings` of one series that moves in `step`, without excluded ones; the longer steps that can be pooled.

    Counts: Σ, and none where a period inside is lacking, since a sum of some is not the whole. Proportions and rates:
    Σn ÷ Σof, where every value has both. Values: mean weighted by n, where every value has n. Rare events, and
    everything else: nothing. A longer period that lacks one inside (not reported, left out, or still to come) is
    marked partial.
    """
    given = [r for r in readings if r.value is not None and r.period.kind == step]
    how = _how(kpi, given)
    if how is None:
        return []
    return [
        Coarse(
            step=longer, how=how, points=[_point(kpi, how, period, parts) for period, parts in _inside(given, longer)]
        )
        for longer in _longer(step)
    ]


def derived_in_longer_periods(how: Derivation, step: str, operands: Mapping[str, Sequence[Coarse]]) -> list[Coarse]:
    """A derived series from its operands in the same longer periods: the formula of sums, not a mean of its values."""
    found = []
    for longer in _longer(step):
        by_id = {id: next((c for c in coarse if c.step == longer), None) for id, coarse in operands.items()}
        if any(by_id.get(id) is None for id in how.operands.values()):
            continue
        points = {id: {p.period: p for p in coarse.points} for id, coarse in by_id.items() if coarse}
        derived = derive(how, {id: [_reading(p) for p in of_id.values()] for id, of_id in points.items()})
        if derived is None:
            continue
        made = [
            _derived_point(r, [of_id[r.period.text] for of_id in points.values() if r.period.text in of_id], step)
            for r in derived.readings
        ]
        found.append(Coarse(step=longer, how=FORMULA, points=made))
    return found


@lru_cache(maxsize=4096)
def expected_inside(period: Period, step: str) -> int:
    """How many periods of the kind begin in the longer one."""
    at = Period.containing(period.first, step)
    if at.first < period.first:
        at = at.next
    count = 0
    while at.first <= period.last:
        count += 1
        at = at.next
    return count


def _longer(step: str) -> list[str]:
    return [longer for longer in STEPS if KINDS.index(longer) < KINDS.index(step)]


def _how(kpi: Kpi, given: Sequence[Reading]) -> str | None:
    if not given:
        return None
    if kpi.kind_of_data == "count":
        return SUM
    if kpi.kind_of_data in POOLED_KINDS and all(r.n is not None and r.of is not None for r in given):
        return RATIO
    return WEIGHTED_MEAN if kpi.kind_of_data == "value" and all(r.n for r in given) else None


def _inside(given: Sequence[Reading], longer: str) -> Iterator[tuple[Period, list[Reading]]]:
    """Longer periods with those that begin in them, both in order of time; `given` are in that order."""
    around, parts = containing(given[0].period, longer), [given[0]]
    for r in given[1:]:
        if r.period.first > around.last:
            yield around, parts
            around, parts = containing(r.period, longer), []
        parts.append(r)
    yield around, parts


def _point(kpi: Kpi, how: str, period: Period, parts: Sequence[Reading]) -> CoarsePoint:
    expected = expected_inside(period, parts[0].period.kind)
    partial = len(parts) < expected
    n = of = None
    value: float | None
    if how == SUM:
        value = None if partial else sum(r.value or 0 for r in parts)
    elif how == RATIO:
        n, of = sum(r.n or 0 for r in parts), sum(r.of or 0 for r in parts)
        value = pooled_value(kpi, n, of)
    else:
        n = sum(r.n or 0 for r in parts)
        value = weighted_mean((r.n or 0, r.value or 0) for r in parts)
    return CoarsePoint(
        period=period.text, value=value, n=n, of=of, parts=len(parts), expected=expected, partial=partial
    )


def _reading(point: CoarsePoint) -> Reading:
    return Reading(Period.parse(point.period), point.value)


def _derived_point(r: Reading, made_of: Sequence[CoarsePoint], step: str) -> CoarsePoint:
    parts = min(point.parts for point in made_of)
    expected = expected_inside(r.period, step)
    return CoarsePoint(
        period=r.period.text,
        value=r.value,
        n=r.n,
        of=r.of,
        parts=parts,
        expected=expected,
        partial=any(point.partial for point in made_of),
    )
