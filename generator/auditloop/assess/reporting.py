"""Which periods a series should have, and which of them it lacks. Knows when values are due, not what they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from auditloop.assess.measures import Reading
from auditloop.assess.periods import coarsest, containing, last_due, span
from auditloop.model.period import Period


class Reporting(NamedTuple):
    """What was asked of a series and what came."""

    step: str
    """The kind of period the series moves in."""
    gaps: tuple[Period, ...]
    """Periods without a value between the first and the last observation."""
    expected: int
    """Periods from the first observation to the last one due, without excluded ones that have no value."""
    missing: tuple[Period, ...]
    """Expected ones without a value."""
    last_due_missing: bool


def reporting(readings: Sequence[Reading], excluded: Callable[[Period], bool], as_of: dt.date) -> Reporting:
    """Find the gaps of one series; `readings` are in order of time and at least one.

    The step is the coarsest kind of period in the data: an indicator defined as daily may be reported by month. A
    finer reading stands for the period it lies in. A period is due ten days after its end.
    """
    step = coarsest({r.period.kind for r in readings})
    observed = {containing(r.period, step).text for r in readings}
    present = {containing(r.period, step).text for r in readings if r.value is not None}
    first, last = containing(readings[0].period, step), containing(readings[-1].period, step)
    due = last_due(step, as_of)
    expected = [p for p in span(first, due) if p.text in present or not excluded(p)]
    missing = tuple(p for p in expected if p.text not in present)
    return Reporting(
        step=step,
        gaps=tuple(p for p in span(first, last) if p.text not in observed),
        expected=len(expected),
        missing=missing,
        last_due_missing=bool(missing) and missing[-1] == due,
    )
