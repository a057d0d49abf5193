"""What an action did to the indicator it aims at: the value before, the value after, and the change between them.

States the difference; whether it is more than chance is another method's verdict, on the same two windows.
"""

from __future__ import annotations

from auditloop.assess.arithmetic import difference, finite
from auditloop.assess.indicators import Measurement
from auditloop.assess.measures import Reading, is_better, meets, over_time
from auditloop.assess.periods import parse_window
from auditloop.assess.results import EffectResult
from auditloop.model import Effect, Kpi


def assess_effect(effect: Effect, kpi: Kpi, measurement: Measurement | None) -> EffectResult:
    """Compare the two windows on the readings of the action's team; without readings there are no numbers.

    Excluded periods stay out. Each window is one value in the indicator's unit: pooled where n and of exist, else mean.
    """
    before, after = readings_in(effect.before, measurement), readings_in(effect.after, measurement)
    was, is_ = over_time(kpi, before), over_time(kpi, after)
    return EffectResult(
        kpi=effect.kpi,
        before_window=effect.before,
        after_window=effect.after,
        before=was,
        after=is_,
        n_before=len(before),
        n_after=len(after),
        change=relative_change(was, is_),
        better=is_better(kpi.better, is_, was),
        target=effect.target,
        target_met=meets(kpi.better, is_, effect.target),
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
