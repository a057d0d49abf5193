"""Which series of an indicator a rule is about: those of teams, and the organisation's where no team raises it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import KpiResult, Point, Series
from auditloop.model.period import Period


def each_series(known: Known, judge: Callable[[KpiResult, Series], Draft | None]) -> Iterator[Draft]:
    """The organisation's value repeats what a team's has already said, so it speaks only where teams are silent."""
    for kpi in known.kpis:
        teams = [draft for series in kpi.series if series.team is not None and (draft := judge(kpi, series))]
        whole = [draft for series in kpi.series if series.team is None and (draft := judge(kpi, series))]
        yield from teams or whole


def each_ended(
    known: Known,
    is_active: Callable[[KpiResult, Series], Draft | None],
    ended: Callable[[KpiResult, Series], Iterator[Ended]],
) -> Iterator[Ended]:
    """Likewise of what ended: the organisation's only where no team raises or raised the same."""
    for kpi in known.kpis:
        teams = [series for series in kpi.series if series.team is not None]
        found = [each for series in teams for each in ended(kpi, series)]
        yield from found
        if not found and not any(is_active(kpi, series) for series in teams):
            yield from (each for series in kpi.series if series.team is None for each in ended(kpi, series))


def steps(series: Series, since: dt.date) -> Iterator[tuple[list[Point], Point]]:
    """Every value whose period ends since the day, after those before it; only values that count."""
    counted = [point for point in series.points if point.value is not None and not point.excluded]
    for at in range(len(counted) - 1, 0, -1):
        if Period.parse(counted[at].period).last < since:
            return
        yield counted[:at], counted[at]
