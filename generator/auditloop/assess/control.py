"""Process control of one indicator: its readings as numbers in a row, and what was found told in periods again.

A missing period is no observation: its neighbours stand next to each other, so it neither ends a run nor extends it (as
in NHSRplotthedots). An excluded one is passed over in the same way. Knows no pages.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.measures import Reading, scale_of
from auditloop.assess.results import RunTest, SegmentResult, Signal
from auditloop.assess.spc import Analysis, Datum, Fact, Found, Segment, analyse, choose
from auditloop.model import Kpi
from auditloop.model.common import Text


class Control(NamedTuple):
    chart: str
    reason: str
    rules: str
    found: Mapping[str, Found]
    """By period, of every one with a value."""
    segments: list[SegmentResult]
    run: RunTest | None
    signals: list[Signal]


def control(kpi: Kpi, readings: Sequence[Reading], counted: Sequence[bool]) -> Control:
    """Readings in order of time, each with a value or without, and whether it counts."""
    there = [(r, counts) for r, counts in zip(readings, counted, strict=True) if r.value is not None]
    periods = [r.period.text for r, _ in there]
    data = [Datum(r.value or 0.0, r.n, r.of, counts) for r, counts in there]
    reasons = _reasons(kpi, [r for r, _ in there])
    baseline = kpi.baseline.points if kpi.baseline else None
    starts = list(reasons)
    choice = choose(kpi.chart, kpi.kind_of_data, kpi.rules, data, starts=starts, baseline=baseline)
    analysis = analyse(
        data,
        choice.chart,
        choice.profile,
        better=kpi.better,
        starts=starts,
        baseline=baseline,
        scale=scale_of(kpi),
    )
    return Control(
        chart=choice.chart,
        reason=choice.reason,
        rules=choice.profile.name,
        found=dict(zip(periods, analysis.points, strict=True)),
        segments=[_segment(segment, periods, reasons.get(segment.first)) for segment in analysis.segments],
        run=_last_run(analysis),
        signals=[_signal(fact, periods) for fact in analysis.facts],
    )


def _reasons(kpi: Kpi, readings: Sequence[Reading]) -> dict[int, Text]:
    """Where segments start and why: each at the first observation on or after its date.

    One that starts before all data, or after them, changes nothing here. Of two at one observation the later holds.
    """
    if not kpi.segments:
        return {}
    days = [r.period.first for r in readings]
    starts = {bisect_left(days, s.from_.first): s.why for s in sorted(kpi.segments, key=lambda s: s.from_.first)}
    return {start: why for start, why in starts.items() if 0 < start < len(days)}


def _segment(segment: Segment, periods: Sequence[str], why: Text | None) -> SegmentResult:
    return SegmentResult(
        from_=periods[segment.first],
        to=periods[segment.last],
        n=segment.n,
        centre=segment.centre,
        lower=segment.lower,
        upper=segment.upper,
        base=segment.base,
        fixed=segment.fixed,
        trial=segment.trial,
        why=why,
    )


def _last_run(analysis: Analysis) -> RunTest | None:
    counting = [segment for segment in analysis.segments if segment.n]
    return RunTest(**counting[-1].run._asdict()) if counting else None


def _signal(fact: Fact, periods: Sequence[str]) -> Signal:
    return Signal(
        rule=fact.rule,
        from_=periods[fact.first],
        to=periods[fact.last],
        n=fact.n,
        side=fact.side,
        ongoing=fact.ongoing,
        judgement=fact.judgement,
    )
