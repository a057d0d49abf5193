"""What became of every indicator: its definition, its values, and what its chart says of the latest one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.assess.changes.order import differ, pairs, ranked, worst
from auditloop.assess.changes.values import CONCERN, IMPROVEMENT, NEUTRAL, IndicatorShift, Restated, SeriesShift
from auditloop.assess.results import KpiResult, Point, Series

_FIELDS = ("unit", "better", "formula", "dimension")
_IMPROVEMENTS: dict[object, str] = {"improvement": IMPROVEMENT, "pass": IMPROVEMENT, True: IMPROVEMENT}
_CONCERNS: dict[object, str] = {"concern": CONCERN, "fail": CONCERN, False: CONCERN}


def indicator_shifts(before: Sequence[KpiResult], after: Sequence[KpiResult]) -> list[IndicatorShift]:
    """Definitions that are gone, then other ones, then new ones."""
    found = [shift for old, new in pairs(before, after) if (shift := _definition(old, new))]
    return sorted(found, key=lambda s: ranked(s.judgement, s.what, s.id))


def series_shifts(before: Sequence[KpiResult], after: Sequence[KpiResult]) -> list[SeriesShift]:
    """Series of indicators that both states define: concerns first, restated ones before the others."""
    found: list[SeriesShift] = []
    for old, new in pairs(before, after):
        if old and new:
            found.extend(_of_indicator(old, new))
    return sorted(found, key=lambda s: ranked(s.judgement, s.computed, not s.restated, s.kpi, s.team or ""))


def _definition(old: KpiResult | None, new: KpiResult | None) -> IndicatorShift | None:
    if new is None:
        assert old is not None
        return IndicatorShift(id=old.id, what="removed", fields=[], values=0, judgement=CONCERN)
    if old is None:
        values = sum(p.value is not None for s in new.series if s.team is not None for p in s.points)
        return IndicatorShift(id=new.id, what="added", fields=[], values=values, judgement=NEUTRAL)
    fields = [field for field in _FIELDS if getattr(old, field) != getattr(new, field)]
    if not fields:
        return None
    grave = fields != ["dimension"]
    judgement = CONCERN if grave else NEUTRAL
    return IndicatorShift(id=new.id, what="redefined", fields=fields, values=0, judgement=judgement)


def _of_indicator(old: KpiResult, new: KpiResult) -> Iterator[SeriesShift]:
    was = {series.team: series for series in old.series}
    now = {series.team: series for series in new.series}
    for team in (*now, *(team for team in was if team not in now)):
        if shift := _series(new, team, was.get(team), now.get(team)):
            yield shift


def _series(kpi: KpiResult, team: str | None, old: Series | None, new: Series | None) -> SeriesShift | None:
    was, now = _points(old), _points(new)
    added = [period for period, point in now.items() if point.value is not None and _lacks(was.get(period))]
    restated = [
        shift
        for period, point in was.items()
        if point.value is not None and (shift := _restated(point, now.get(period)))
    ]
    facts = [(getattr(old, name, None), getattr(new, name, None)) for name in ("met", "variation", "assurance")]
    if not added and not restated and all(before == after for before, after in facts):
        return None
    computed = team is None or kpi.formula is not None
    return SeriesShift(
        kpi=kpi.id,
        team=team,
        unit=kpi.unit,
        decimals=kpi.decimals,
        computed=computed,
        added=added,
        restated=restated,
        latest_before=old.latest if old else None,
        latest=new.latest if new else None,
        met_before=old.met if old else None,
        met=new.met if new else None,
        variation_before=old.variation if old else None,
        variation=new.variation if new else None,
        assurance_before=old.assurance if old else None,
        assurance=new.assurance if new else None,
        judgement=worst([*([CONCERN] if restated and not computed else []), *map(_turned, facts)]),
    )


def _turned(fact: tuple[object, object]) -> str:
    """The judgement of what the latest value now is and was not before."""
    before, after = fact
    if before == after:
        return NEUTRAL
    return _CONCERNS.get(after) or _IMPROVEMENTS.get(after) or NEUTRAL


def _points(series: Series | None) -> dict[str, Point]:
    return {point.period: point for point in series.points} if series else {}


def _lacks(point: Point | None) -> bool:
    return point is None or point.value is None


def _restated(old: Point, new: Point | None) -> Restated | None:
    numbers = [(getattr(old, name), getattr(new, name, None)) for name in ("value", "n", "of")]
    excluded = new.excluded if new else old.excluded
    if not any(differ(*pair) for pair in numbers) and excluded == old.excluded:
        return None
    return Restated(
        period=old.period,
        before=old.value,
        after=new.value if new else None,
        n_before=old.n,
        n=new.n if new else None,
        of_before=old.of,
        of=new.of if new else None,
        excluded_before=old.excluded,
        excluded=excluded,
    )
