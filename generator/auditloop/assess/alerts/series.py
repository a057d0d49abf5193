"""Which series of an indicator a rule is about: those of teams, and the organisation's where no team raises it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.results import KpiResult, Series


def each_series(known: Known, judge: Callable[[KpiResult, Series], Draft | None]) -> Iterator[Draft]:
    """The organisation's value repeats what a team's has already said, so it speaks only where teams are silent."""
    for kpi in known.kpis:
        teams = [draft for series in kpi.series if series.team is not None and (draft := judge(kpi, series))]
        whole = [draft for series in kpi.series if series.team is None and (draft := judge(kpi, series))]
        yield from teams or whole
