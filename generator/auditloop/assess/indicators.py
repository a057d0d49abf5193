"""An indicator over time, for one team or pooled: its points with gaps, its target, what it scores, how it stands.

Judges single values against target and earlier values; whether a series varies beyond chance it asks `control`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import compress
from typing import NamedTuple

from auditloop.assess.arithmetic import difference
from auditloop.assess.control import Control, control
from auditloop.assess.measures import Reading, is_better, meets, score_of
from auditloop.assess.periods import in_time, window_of
from auditloop.assess.reporting import Reporting, reporting
from auditloop.assess.results import Latest, Point, Series
from auditloop.assess.spc import Found, assurance
from auditloop.assess.targets import TargetAt, target_at
from auditloop.model import Kpi
from auditloop.model.period import Period


class Measurement(NamedTuple):
    """A series beside what it was made from: later methods read the readings, pages read the series."""

    series: Series
    readings: tuple[Reading, ...]
    """In order of time, without excluded ones."""
    reporting: Reporting


def measure(
    kpi: Kpi, team: str | None, readings: Sequence[Reading], as_of: dt.date, pooled: str | None = None
) -> Measurement:
    """One series of an indicator; at least one reading, in any order, each period once.

    Excluded periods are shown but count nowhere: not as latest or earlier value, not for target or score.
    """
    readings = sorted(readings, key=lambda r: in_time(r.period))
    excluded = excluded_periods(kpi)
    counts = [not excluded(r.period) for r in readings]
    counted = tuple(compress(readings, counts))
    targets = target_at(kpi, counted)
    reported = reporting(readings, excluded, as_of)
    gaps = [Reading(gap, None) for gap in reported.gaps]
    shown = sorted([*readings, *gaps], key=lambda r: in_time(r.period)) if gaps else readings
    controlled = control(kpi, readings, counts)
    points = [_point(kpi, r, targets, excluded(r.period), controlled.found.get(r.period.text, NOWHERE)) for r in shown]
    series = _series(kpi, points, counted, reported, controlled, team=team, pooled=pooled)
    return Measurement(series, counted, reported)


def excluded_periods(kpi: Kpi) -> Callable[[Period], bool]:
    """Whether a period lies in one that the indicator leaves out."""
    windows = [window_of(exclusion.period) for exclusion in kpi.exclude]
    return lambda period: any(window.holds(period) for window in windows)


NOWHERE = Found(None, None, None, None, None, (), None)
"""A gap stands between no limits."""


def _point(kpi: Kpi, r: Reading, targets: TargetAt, excluded: bool, found: Found) -> Point:
    target = targets(r.period)
    return Point(
        period=r.period.text,
        value=r.value,
        n=r.n,
        of=r.of,
        se=r.se,
        target=target,
        met=None if excluded else meets(kpi.better, r.value, target),
        excluded=excluded,
        score=None if excluded else score_of(kpi.score, r.value),
        centre=found.centre,
        lower=found.lower,
        upper=found.upper,
        signals=found.signals,
        judgement=found.judgement,
    )


def _series(
    kpi: Kpi,
    points: list[Point],
    counted: Sequence[Reading],
    reported: Reporting,
    controlled: Control,
    *,
    team: str | None,
    pooled: str | None,
) -> Series:
    with_value = {r.period: r.value for r in counted if r.value is not None}
    last = max(with_value, key=in_time, default=None)
    latest = _at(with_value, last)
    previous = _at(with_value, last.previous if last else None)
    year_before = _at(with_value, last.year_before if last else None)
    by_period = {point.period: point for point in points}
    now = by_period[last.text] if last else None
    value, before, long_before = _value(latest), _value(previous), _value(year_before)
    return Series(
        team=team,
        step=reported.step,
        chart=controlled.chart,
        chart_reason=controlled.reason,
        rules=controlled.rules,
        segments=controlled.segments,
        points=points,
        run=controlled.run,
        signals=controlled.signals,
        latest=latest,
        previous=previous,
        same_period_last_year=year_before,
        change=difference(value, before),
        change_last_year=difference(value, long_before),
        target=now.target if now else None,
        met=now.met if now else None,
        gap=difference(value, now.target if now else None),
        benchmark=kpi.benchmark.value if kpi.benchmark else None,
        score=now.score if now else None,
        variation=now.judgement if now else None,
        assurance=assurance(now.target, now.lower, now.upper, kpi.better) if now else None,
        better_than_previous=is_better(kpi.better, value, before),
        better_than_last_year=is_better(kpi.better, value, long_before),
        missing=[period.text for period in reported.missing],
        targets_missed_in_a_row=_missed_in_a_row(points),
        pooled=pooled,
        without=[],
        unvalued=[],
        coarse=[],
        forecast=None,
    )


def _at(values: dict[Period, float], period: Period | None) -> Latest | None:
    return Latest(period=period.text, value=values[period]) if period in values else None


def _value(latest: Latest | None) -> float | None:
    return latest.value if latest else None


def _missed_in_a_row(points: Sequence[Point]) -> int:
    """Counted back from the latest value; a period without a value neither adds to the run nor ends it."""
    run = 0
    for point in reversed(points):
        if point.value is None or point.excluded:
            continue
        if point.met is not False:
            break
        run += 1
    return run
