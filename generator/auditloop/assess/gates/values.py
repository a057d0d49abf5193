"""What the gates came to: the value that text, comment, JSON and the exit code read.

Its JSON form is described by `schema/gates.schema.json`.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.changes.values import Side
from auditloop.assess.results import OrganisationResult
from auditloop.assess.results.base import Result
from auditloop.model import Text

FAILED, WARNED, WAIVED, UNKNOWN, PASSED = "failed", "warned", "waived", "unknown", "passed"
STATES = (FAILED, WARNED, WAIVED, UNKNOWN, PASSED)
"""In the order they are told."""


class WaiverResult(Result, frozen=True, kw_only=True):
    reason: Text
    owner: str
    until: dt.date
    over: bool
    """It ran out before the day of the results, and holds no longer."""


class GateOutcome(Result, frozen=True, kw_only=True):
    """One limit of one gate for one subject."""

    gate: str
    measure: str
    """audit-score | domain-score | index | overdue | alerts | open-findings"""
    team: str | None
    """None: the organisation."""
    checklist: str | None
    domain: str | None
    index: str | None
    class_: str | None = msgspec.field(name="class")
    rule: str | None
    """Of early warnings, where only those of one rule are counted."""
    limit: str
    """at_least | at_most | may_fall | may_rise"""
    bound: float
    """As the gate says."""
    value: float | None
    base: float | None
    """The value before, where the limit is about a change."""
    passes_at: float | None
    """The value that would just pass; None where it cannot be told."""
    missing: float | None
    """By how much the value fails, in points or in number; None where it does not."""
    records: list[str]
    """What is counted: ids of actions, findings or alerts."""
    state: str
    """failed | warned | waived | unknown (there is no value, or none to compare it with) | passed"""
    waiver: WaiverResult | None


class GateReport(Result, frozen=True, kw_only=True):
    format: int = 1
    generator: str
    organisation: OrganisationResult
    base: Side | None
    head: Side
    passed: bool
    """Nothing failed; warnings, waivers and unknown values do not fail."""
    counts: dict[str, int]
    """State → number of outcomes."""
    outcomes: list[GateOutcome]
    """Failed first, then warned, waived, unknown, passed; within each in the order of the policy."""


def encode_gates(report: GateReport) -> bytes:
    """JSON of two spaces' indentation, UTF-8, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
