"""The target in force in a period: one number, one that changes over time, or a change against a base period."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditloop.assess.measures import Reading, over_time
from auditloop.assess.periods import window_of
from auditloop.assess.results import TargetStep
from auditloop.model import Kpi, TargetChange
from auditloop.model.period import Period

TargetAt = Callable[[Period], float | None]


def target_at(kpi: Kpi, readings: Sequence[Reading]) -> TargetAt:
    """How to find the target of a series in any period; `readings` are the series' own, without excluded ones.

    A change is taken from the series' own base value, so that each team has its own target.
    """
    target = kpi.target
    if target is None:
        return lambda _: None
    if isinstance(target, TargetChange):
        return _against_base(kpi, target, readings)
    if isinstance(target, tuple):
        steps = sorted(target, key=lambda step: step.from_.first, reverse=True)
        return lambda period: next((step.value for step in steps if step.from_.first <= period.first), None)
    return lambda _: target


def target_steps(kpi: Kpi) -> list[TargetStep]:
    """The targets as written, in order of time."""
    target = kpi.target
    if target is None:
        return []
    if isinstance(target, TargetChange):
        return [TargetStep(from_=None, value=None, change=target.change, base=target.base.text)]
    if isinstance(target, tuple):
        steps = sorted(target, key=lambda step: step.from_.first)
        return [TargetStep(from_=step.from_.text, value=step.value, change=None, base=None) for step in steps]
    return [TargetStep(from_=None, value=target, change=None, base=None)]


def changed(base: float, change: str) -> float:
    """`-30%` of a base: base − 0.30·|base|, in the indicator's unit.

    |base| as in the improvement rate, so that +20 % is upward from a negative NPS too.
    """
    return base + float(change.removesuffix("%")) * abs(base) / 100


def _against_base(kpi: Kpi, target: TargetChange, readings: Sequence[Reading]) -> TargetAt:
    base_window = window_of(target.base)
    base = over_time(kpi, [r for r in readings if base_window.holds(r.period)])
    value = None if base is None else changed(base, target.change)
    # In force once the base period is over: the base is not measured against itself.
    return lambda period: value if period.first > base_window.last else None
