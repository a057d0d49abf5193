"""An indicator missed its target several periods running.

High where it cannot meet it as it runs now (both limits on the wrong side), low where it is on its way up.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.alerts.series import each_series
from auditloop.assess.results import KpiResult, LinkTarget, Series, TargetMissedAgain
from auditloop.model.early_warning import TargetMissed
from auditloop.model.period import Period


def find(known: Known, limits: TargetMissed) -> Iterator[Draft]:
    return each_series(known, lambda kpi, series: _judge(kpi, series, limits))


def _judge(kpi: KpiResult, series: Series, limits: TargetMissed) -> Draft | None:
    missed = series.targets_missed_in_a_row
    if missed < limits.periods or series.latest is None or series.target is None:
        return None
    counted = [point for point in series.points if point.value is not None and not point.excluded]
    first = counted[-missed].period
    return Draft(
        severity=_severity(series),
        team=series.team,
        subject=kpi.id,
        since=Period.parse(first).first,
        what=TargetMissedAgain(
            kpi=kpi.id,
            periods=missed,
            from_=first,
            period=series.latest.period,
            value=series.latest.value,
            target=series.target,
            assurance=series.assurance,
            variation=series.variation,
        ),
        link=LinkTarget(kind="kpi", id=kpi.id),
    )


def _severity(series: Series) -> str:
    if series.variation == "improvement":
        return "low"
    return "high" if series.assurance == "fail" else "medium"
