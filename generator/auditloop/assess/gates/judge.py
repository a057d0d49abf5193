"""Gates against values: what fails, by how much, what would pass, and what a waiver still lets through."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from auditloop.assess.changes import Noticed
from auditloop.assess.changes.order import differ
from auditloop.assess.changes.whole import side_of
from auditloop.assess.gates.measures import Measured, Subject, measured
from auditloop.assess.gates.values import (
    FAILED,
    PASSED,
    STATES,
    UNKNOWN,
    WAIVED,
    WARNED,
    GateOutcome,
    GateReport,
    WaiverResult,
)
from auditloop.model.policy import Gate, Policy, Waiver

_OFF = "off"
_LIMITS = ("at_least", "at_most", "may_fall", "may_rise")
_OF_CHANGE = {"may_fall", "may_rise"}
_UPPER = {"at_most", "may_rise"}
"""Limits that a value may not exceed; the others it may not fall below."""


def judge(policy: Policy, head: Noticed, base: Noticed | None, generator: str) -> GateReport:
    """Every gate that is not off. Without a base, limits of a change are left out; waivers are of the head's day."""
    outcomes = [
        outcome
        for gate in policy.gates
        if gate.severity != _OFF
        for outcome in _outcomes(gate, policy.waivers, head, base)
    ]
    counts = Counter(outcome.state for outcome in outcomes)
    return GateReport(
        generator=generator,
        organisation=head.results.organisation,
        base=side_of(base) if base else None,
        head=side_of(head),
        passed=not counts[FAILED],
        counts={state: counts[state] for state in STATES},
        outcomes=sorted(outcomes, key=lambda outcome: STATES.index(outcome.state)),
    )


def _outcomes(gate: Gate, waivers: Sequence[Waiver], head: Noticed, base: Noticed | None) -> Iterator[GateOutcome]:
    before = measured(gate, base.results) if base else {}
    for subject, value in measured(gate, head.results).items():
        waiver = _waiver(gate, subject, waivers, head.results.as_of)
        for limit in _LIMITS:
            bound = getattr(gate, limit)
            if bound is not None and (base or limit not in _OF_CHANGE):
                was = before.get(subject) if limit in _OF_CHANGE else None
                yield _outcome(gate, subject, value, was, limit, bound, waiver)


def _outcome(
    gate: Gate,
    subject: Subject,
    measured_: Measured,
    was: Measured | None,
    limit: str,
    bound: float,
    waiver: WaiverResult | None,
) -> GateOutcome:
    value, before = measured_.value, was.value if was else None
    passes_at = _passes_at(limit, bound, before)
    missing = None
    if value is not None and passes_at is not None and differ(value, passes_at):
        over = value - passes_at if limit in _UPPER else passes_at - value
        missing = over if over > 0 else None
    if value is None or passes_at is None:
        state = UNKNOWN
    elif missing is None:
        state = PASSED
    elif waiver and not waiver.over:
        state = WAIVED
    else:
        state = FAILED if gate.severity == "error" else WARNED
    return GateOutcome(
        gate=gate.id,
        measure=gate.measure,
        team=subject.team,
        checklist=subject.checklist,
        domain=subject.domain,
        index=subject.index,
        class_=gate.class_,
        rule=gate.rule,
        limit=limit,
        bound=bound,
        value=value,
        base=before,
        passes_at=passes_at,
        missing=missing,
        records=list(measured_.records),
        state=state,
        waiver=waiver if missing is not None else None,
    )


def _passes_at(limit: str, bound: float, before: float | None) -> float | None:
    """The bound itself, or the value before less what it may fall, or more what it may rise."""
    if limit not in _OF_CHANGE:
        return bound
    if before is None:
        return None
    return before - bound if limit == "may_fall" else before + bound


def _waiver(gate: Gate, subject: Subject, waivers: Sequence[Waiver], as_of: dt.date) -> WaiverResult | None:
    """The one that holds longest."""
    found = [each for each in waivers if each.gate == gate.id and each.team in (None, subject.team)]
    if not found:
        return None
    last = max(found, key=lambda each: each.until)
    return WaiverResult(reason=last.reason, owner=last.owner, until=last.until, over=last.until < as_of)
