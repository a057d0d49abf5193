"""The latest value of an indicator is part of a pattern that chance hardly makes, in the wrong direction.

High where it also misses its target.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.alerts.series import each_ended, each_series, steps
from auditloop.assess.results import IndicatorWorse, KpiResult, LinkTarget, Point, Series, Signal
from auditloop.model.early_warning import Concern
from auditloop.model.period import Period


def find(known: Known, limits: Concern) -> Iterator[Draft]:
    return each_series(known, lambda kpi, series: _judge(kpi, series, limits))


def ended(known: Known, limits: Concern, since: dt.date) -> Iterator[Ended]:
    """By a value that is part of no such pattern; past values are judged by the limits of today."""

    def of_series(kpi: KpiResult, series: Series) -> Iterator[Ended]:
        for before, point in steps(series, since):
            last = before[-1]
            if last.judgement != "concern" or point.judgement == "concern":
                continue
            signals = [signal for signal in series.signals if _reaches(signal, last) and signal.judgement == "concern"]
            if signals and _in_segment(series, before) >= limits.points:
                oldest = min(signals, key=lambda signal: Period.parse(signal.from_))
                until = min(Period.parse(point.period).last, known.as_of)
                yield Ended(_draft(kpi, series.team, last, oldest), until, "usual", point.period, point.value)

    return each_ended(known, lambda kpi, series: _judge(kpi, series, limits), of_series)


def _reaches(signal: Signal, point: Point) -> bool:
    return signal.to == point.period


def _in_segment(series: Series, before: Sequence[Point]) -> int:
    """How many values the limits rested on: those of the segment that the last one is in."""
    last = Period.parse(before[-1].period)
    start = max(
        (first for s in series.segments if (first := Period.parse(s.from_)) <= last), default=Period.parse("0001")
    )
    return sum(Period.parse(point.period) >= start for point in before)


def _judge(kpi: KpiResult, series: Series, limits: Concern) -> Draft | None:
    """Since the oldest of the patterns that go on."""
    if series.variation != "concern" or series.latest is None or series.segments[-1].n < limits.points:
        return None
    going_on = [signal for signal in series.signals if signal.ongoing and signal.judgement == "concern"]
    oldest = min(going_on, key=lambda signal: Period.parse(signal.from_))
    point = next(point for point in series.points if point.period == series.latest.period)
    return _draft(kpi, series.team, point, oldest)


def _draft(kpi: KpiResult, team: str | None, point: Point, oldest: Signal) -> Draft:
    """Since the oldest of the patterns that the value is part of."""
    assert point.value is not None
    return Draft(
        severity="high" if point.met is False else "medium",
        team=team,
        subject=kpi.id,
        since=Period.parse(oldest.from_).first,
        what=IndicatorWorse(
            kpi=kpi.id,
            period=point.period,
            value=point.value,
            signal=oldest.rule,
            from_=oldest.from_,
            centre=point.centre,
            lower=point.lower,
            upper=point.upper,
            target=point.target,
            met=point.met,
        ),
        link=LinkTarget(kind="kpi", id=kpi.id),
    )
