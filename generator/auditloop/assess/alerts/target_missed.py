"""An indicator missed its target several periods running.

High where it cannot meet it as it runs now (both limits on the wrong side), low where it is on its way up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import takewhile

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.alerts.series import each_ended, each_series, steps
from auditloop.assess.results import KpiResult, LinkTarget, Point, Series, TargetMissedAgain
from auditloop.assess.spc import assurance
from auditloop.model.early_warning import TargetMissed
from auditloop.model.period import Period


def find(known: Known, limits: TargetMissed) -> Iterator[Draft]:
    return each_series(known, lambda kpi, series: _judge(kpi, series, limits))


def ended(known: Known, limits: TargetMissed, since: dt.date) -> Iterator[Ended]:
    """By a period on target, or by a target that is no more."""

    def of_series(kpi: KpiResult, series: Series) -> Iterator[Ended]:
        for before, point in steps(series, since):
            run = list(takewhile(lambda earlier: earlier.met is False, reversed(before)))
            if len(run) >= limits.periods and point.met is not False:
                until = min(Period.parse(point.period).last, known.as_of)
                by = "met" if point.met else "no-target"
                yield Ended(_draft_then(kpi, series, run), until, by, point.period, point.value)

    return each_ended(known, lambda kpi, series: _judge(kpi, series, limits), of_series)


def _draft_then(kpi: KpiResult, series: Series, run: Sequence[Point]) -> Draft:
    """As it was with the first of `run`, which goes back in time."""
    last = run[0]
    assert last.value is not None and last.target is not None
    assured = assurance(last.target, last.lower, last.upper, kpi.better)
    return Draft(
        severity=_severity(last.judgement, assured),
        team=series.team,
        subject=kpi.id,
        since=Period.parse(run[-1].period).first,
        what=TargetMissedAgain(
            kpi=kpi.id,
            periods=len(run),
            from_=run[-1].period,
            period=last.period,
            value=last.value,
            target=last.target,
            assurance=assured,
            variation=last.judgement,
        ),
        link=LinkTarget(kind="kpi", id=kpi.id),
    )


def _judge(kpi: KpiResult, series: Series, limits: TargetMissed) -> Draft | None:
    missed = series.targets_missed_in_a_row
    if missed < limits.periods or series.latest is None or series.target is None:
        return None
    counted = [point for point in series.points if point.value is not None and not point.excluded]
    first = counted[-missed].period
    return Draft(
        severity=_severity(series.variation, series.assurance),
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


def _severity(variation: str | None, assured: str | None) -> str:
    if variation == "improvement":
        return "low"
    return "high" if assured == "fail" else "medium"
