"""A team has not handed in what was due. Medium from the second period on.

Only what is missing up to now: a gap with later values behind it is no longer waited for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.data_quality import is_handed_in
from auditloop.assess.indicators import Measurement
from auditloop.assess.periods import last_due
from auditloop.assess.results import LinkTarget, ValuesLate
from auditloop.model.early_warning import DataLate
from auditloop.model.period import Period


def find(known: Known, limits: DataLate) -> Iterator[Draft]:
    """One alert for each team, over all its indicators."""
    late: dict[str, dict[str, list[Period]]] = {team.id: {} for team in known.workspace.organisation.teams}
    for (kpi, team), measurement in known.measured.items():
        if team is not None and is_handed_in(known.workspace.kpis[kpi]):
            periods = _waited_for(measurement, known.as_of, limits)
            if periods:
                late[team][kpi] = periods
    grace = dt.timedelta(days=limits.days + 1)
    for team, of_team in late.items():
        if of_team:
            first = min((periods[0] for periods in of_team.values()), key=lambda period: period.last)
            most = max(map(len, of_team.values()))
            yield Draft(
                severity="medium" if most > 1 else "low",
                team=team,
                subject=team,
                since=first.last + grace,
                what=ValuesLate(
                    kpis=sorted(of_team),
                    values=sum(map(len, of_team.values())),
                    from_=first.text,
                    periods=most,
                ),
                link=LinkTarget(kind="team", id=team),
            )


def _waited_for(measurement: Measurement, as_of: dt.date, limits: DataLate) -> list[Period]:
    """The missing periods at the end of the series that are late by these limits, oldest first."""
    step = measurement.reporting.step
    due = last_due(step, as_of, dt.timedelta(days=limits.days))
    latest = max((r.period.last for r in measurement.readings if r.value is not None), default=dt.date.min)
    return [period for period in measurement.reporting.missing if period.first > latest and period.last <= due.last]
