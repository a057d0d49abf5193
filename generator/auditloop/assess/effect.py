"""What an action did to the indicator it aims at: before, after, the difference with its interval, and a verdict.

The verdict is what the data say. It never replaces what the people who verified wrote: where the two contradict each
other, that is told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

import msgspec

from auditloop.assess.arithmetic import difference, finite
from auditloop.assess.indicators import Measurement
from auditloop.assess.intervals import Interval, Sample, newcombe, rate_difference, sample, welch
from auditloop.assess.measures import Reading, is_better, meets, over_time, scale_of
from auditloop.assess.periods import Window, parse_window
from auditloop.assess.results import EffectResult
from auditloop.model import Action, Effect, Kpi
from auditloop.model.period import Period

NEWCOMBE, SCORE, WELCH = "newcombe", "score", "welch"

EFFECTIVE, PARTLY, INEFFECTIVE, TOO_EARLY = "effective", "partly", "ineffective", "too-early"

REASONS = {
    "cancelled": None,
    "no-direction": None,
    "no-readings-before": None,
    "few-readings-before": None,
    "not-done": TOO_EARLY,
    "window-open": TOO_EARLY,
    "no-readings-after": TOO_EARLY,
    "few-readings-after": TOO_EARLY,
    "beyond-chance": EFFECTIVE,
    "target-met": EFFECTIVE,
    "target-missed": PARTLY,
    "within-chance": PARTLY,
    "within-chance-target-missed": INEFFECTIVE,
    "unchanged": INEFFECTIVE,
    "worse": INEFFECTIVE,
    "worse-beyond-chance": INEFFECTIVE,
}
"""Key of the rule that decided → the verdict it gives."""

IMPROVEMENT = "improvement"

OVERRATED, UNDERRATED = "overrated", "underrated"


class Difference(NamedTuple):
    """The interval of after − before, and the method it comes from; neither where there are too few readings."""

    interval: Interval | None = None
    method: str | None = None


def assess_effect(
    effect: Effect, kpi: Kpi, measurement: Measurement | None, action: Action, as_of: dt.date
) -> EffectResult:
    """Compare the two windows on the readings of the action's team, beside what its verification says."""
    written = action.verification.result if action.verification else None
    cancelled = action.status == "cancelled"
    return compare(effect, kpi, measurement, done=action.done, as_of=as_of, cancelled=cancelled, written=written)


def compare(
    effect: Effect,
    kpi: Kpi,
    measurement: Measurement | None,
    *,
    done: dt.date | None,
    as_of: dt.date,
    cancelled: bool = False,
    written: str | None = None,
) -> EffectResult:
    """What something done on a day did to an indicator; without readings there are no numbers.

    `written` is the verdict of people: effective | partly | ineffective. Excluded periods stay out. Each window is one
    value in the indicator's unit: pooled where n and of exist, else mean.
    """
    before, after = readings_in(effect.before, measurement), readings_in(effect.after, measurement)
    was, is_ = over_time(kpi, before), over_time(kpi, after)
    found = difference_of(kpi, before, after)
    result = EffectResult(
        kpi=effect.kpi,
        before_window=effect.before,
        after_window=effect.after,
        before=was,
        after=is_,
        n_before=len(before),
        n_after=len(after),
        difference=difference(is_, was),
        difference_interval=_as_list(found.interval),
        method=found.method,
        change=relative_change(was, is_),
        interval=_relative(found.interval, was),
        better=is_better(kpi.better, is_, was),
        signal=improvement_shown(parse_window(effect.after), measurement),
        target=effect.target,
        target_met=meets(kpi.better, is_, effect.target),
        verdict=None,
        why="",
        contradicts=None,
    )
    why = why_of(result, kpi, done=done, as_of=as_of, cancelled=cancelled)
    return msgspec.structs.replace(result, verdict=REASONS[why], why=why, contradicts=contradiction(written, why))


def why_of(found: EffectResult, kpi: Kpi, *, done: dt.date | None, as_of: dt.date, cancelled: bool = False) -> str:
    """The first rule that applies, of REASONS; each with its verdict.

    No verdict at all: the action was *cancelled*; the indicator has *no direction* that would be better; there are *no
    readings before*, or too *few before* for an interval while no signal helps: waiting will not change that.
    too-early: the action is *not done*; the *window* after is still *open* on the day; there are *no readings after*,
    or too *few after* for an interval (two, or one that comes with numerator and denominator) while no signal helps.
    Then, with "beyond chance" = the 95 % interval of the difference leaves out zero, or a point of the after window is
    an improvement signal on the control chart:
    effective: better *beyond chance*, and the *target met* where there is one.
    partly: better beyond chance, but the *target missed*; or better, but *within chance*.
    ineffective: better *within chance*, and the *target missed*; *unchanged*; or *worse* (*beyond chance*, where the
    interval says so).
    """
    if cancelled:
        return "cancelled"
    if kpi.better == "neither":
        return "no-direction"
    if done is None:
        return "not-done"
    if not found.n_before:
        return "no-readings-before"
    if as_of <= parse_window(found.after_window).last:
        return "window-open"
    if not found.n_after:
        return "no-readings-after"
    if found.difference_interval is None and not found.signal:
        return "few-readings-after" if found.n_after < 2 else "few-readings-before"
    if found.better is None:
        return "unchanged"
    certain = found.difference_interval is not None and not _holds_zero(found.difference_interval)
    if not found.better:
        return "worse-beyond-chance" if certain else "worse"
    if not certain and not found.signal:
        return "within-chance-target-missed" if found.target_met is False else "within-chance"
    if found.target_met is None:
        return "beyond-chance"
    return "target-met" if found.target_met else "target-missed"


def contradiction(written: str | None, why: str) -> str | None:
    """Whether the data contradict a verification, as opposed to merely not proving it.

    overrated: “effective” or “partly” where the indicator did not get better, or “effective” where the target was
    missed. underrated: “ineffective” where it got better beyond chance. A change within chance contradicts nobody.
    """
    no_better = why in ("unchanged", "worse", "worse-beyond-chance")
    missed = why in ("target-missed", "within-chance-target-missed")
    if written in (EFFECTIVE, PARTLY) and no_better:
        return OVERRATED
    if written == EFFECTIVE and missed:
        return OVERRATED
    if written == INEFFECTIVE and why in ("beyond-chance", "target-met", "target-missed"):
        return UNDERRATED
    return None


def difference_of(kpi: Kpi, before: Sequence[Reading], after: Sequence[Reading]) -> Difference:
    """The 95 % interval of after − before, in the indicator's unit, by kind of data.

    Proportions with numerator and denominator: Newcombe's, on the pooled counts. Rates with both: the score interval of
    a difference of rates; counts: the same, per period. All else: Welch's on the readings, weighted by n where the
    values are, which needs two readings on each side. All else is also what a formula made negative or more than the
    whole (“solved − received” is declared a count, and is none).
    """
    if not before or not after:
        return Difference()
    if kpi.kind_of_data == "count":
        now, then = _total(after), _total(before)
        if min(now, then) >= 0:
            return _finite(rate_difference(now, len(after), then, len(before)), 1, SCORE)
    if kpi.kind_of_data in ("proportion", "rate"):
        (x1, n1), (x2, n2) = _pooled(after), _pooled(before)
        of_shares = kpi.kind_of_data == "proportion"
        if n1 > 0 and n2 > 0 and min(x1, x2) >= 0 and not (of_shares and (x1 > n1 or x2 > n2)):
            interval = newcombe(x1, n1, x2, n2) if of_shares else rate_difference(x1, n1, x2, n2)
            return _finite(interval, scale_of(kpi), NEWCOMBE if of_shares else SCORE)
    if len(before) < 2 or len(after) < 2:
        return Difference()
    return _finite(welch(_sample(kpi, after), _sample(kpi, before)), 1, WELCH)


def improvement_shown(window: Window, measurement: Measurement | None) -> bool:
    """Whether the control chart judges a point of the window an improvement."""
    if measurement is None:
        return False
    return any(
        point.judgement == IMPROVEMENT and window.holds(Period.parse(point.period))
        for point in measurement.series.points
    )


def readings_in(window: str, measurement: Measurement | None) -> list[Reading]:
    """Readings with a value whose period lies wholly in the window, in order of time."""
    if measurement is None:
        return []
    span = parse_window(window)
    return [r for r in measurement.readings if r.value is not None and span.holds(r.period)]


def relative_change(before: float | None, after: float | None) -> float | None:
    """Improvement rate as a share: (after − before) ÷ |before|. None where there is nothing to divide by."""
    change = difference(after, before)
    return None if change is None or not before else finite(change / abs(before))


def _sample(kpi: Kpi, readings: Sequence[Reading]) -> Sample:
    """Weighted exactly where `over_time` weights, so that the interval lies around the difference that is shown."""
    weighted = kpi.kind_of_data == "value" and all(r.n for r in readings)
    return sample([r.value or 0 for r in readings], [r.n or 0 for r in readings] if weighted else None)


def _total(readings: Sequence[Reading]) -> float:
    return sum(r.value or 0 for r in readings)


def _pooled(readings: Sequence[Reading]) -> tuple[float, float]:
    """Σn and Σof; a denominator of 0 where a reading comes without."""
    if any(r.n is None or r.of is None for r in readings):
        return 0, 0
    return sum(r.n or 0 for r in readings), sum(r.of or 0 for r in readings)


def _finite(interval: Interval, scale: float, method: str) -> Difference:
    low, high = interval.low * scale, interval.high * scale
    return Difference(Interval(low, high), method) if isfinite(low) and isfinite(high) else Difference()


def _holds_zero(interval: Sequence[float]) -> bool:
    low, high = interval
    return low <= 0 <= high


def _as_list(interval: Interval | None) -> list[float] | None:
    return list(interval) if interval else None


def _relative(interval: Interval | None, before: float | None) -> list[float] | None:
    if interval is None or not before:
        return None
    ends = [finite(end / abs(before)) for end in interval]
    return [end for end in ends if end is not None] if None not in ends else None
