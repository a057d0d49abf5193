"""The latest value of an indicator is part of a pattern that chance hardly makes, in the wrong direction.

High where it also misses its target.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.alerts.series import each_series
from auditloop.assess.results import IndicatorWorse, KpiResult, LinkTarget, Series
from auditloop.model.early_warning import Concern
from auditloop.model.period import Period


def find(known: Known, limits: Concern) -> Iterator[Draft]:
    return each_series(known, lambda kpi, series: _judge(kpi, series, limits))


def _judge(kpi: KpiResult, series: Series, limits: Concern) -> Draft | None:
    """Since the oldest of the patterns that go on."""
    if series.variation != "concern" or series.latest is None or series.segments[-1].n < limits.points:
        return None
    going_on = [signal for signal in series.signals if signal.ongoing and signal.judgement == "concern"]
    oldest = min(going_on, key=lambda signal: Period.parse(signal.from_))
    point = next(point for point in series.points if point.period == series.latest.period)
    return Draft(
        severity="high" if series.met is False else "medium",
        team=series.team,
        subject=kpi.id,
        since=Period.parse(oldest.from_).first,
        what=IndicatorWorse(
            kpi=kpi.id,
            period=series.latest.period,
            value=series.latest.value,
            signal=oldest.rule,
            from_=oldest.from_,
            centre=point.centre,
            lower=point.lower,
            upper=point.upper,
            target=series.target,
            met=series.met,
        ),
        link=LinkTarget(kind="kpi", id=kpi.id),
    )
