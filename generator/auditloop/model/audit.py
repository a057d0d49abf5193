"""One audit of one team with one checklist: answers as recorded, and the findings they led to."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import Text, Value


class Sample(Value, frozen=True, kw_only=True):
    size: int
    failed: int


class Answer(Value, frozen=True, kw_only=True):
    """Exactly one of score, sample, na is set."""

    score: float | str | None = None
    """A level's value, or yes | partial | no."""
    sample: Sample | None = None
    na: Text | None = None
    """Not applicable, with the reason."""
    note: Text | None = None
    evidence: tuple[str, ...] = ()
    confirm: bool = False
    """Carried over from an earlier audit and not yet confirmed; a final audit has none."""


class Cause(Value, frozen=True, kw_only=True):
    category: str
    """people | process | system | policy | facility | supplier | environment"""
    whys: tuple[Text, ...] = ()
    summary: Text | None = None


class Acceptance(Value, frozen=True, kw_only=True):
    reason: Text
    by: str
    until: dt.date


class Finding(Value, frozen=True, kw_only=True):
    id: str
    item: str
    class_: str = msgspec.field(name="class")
    """major | minor | observation | opportunity | good-practice"""
    problem: Text
    cause: Cause | None = None
    likelihood: int | None = None
    impact: int | None = None
    repeats: str | None = None
    accepted: Acceptance | None = None
    evidence: tuple[str, ...] = ()


class Correction(Value, frozen=True, kw_only=True):
    """A note on a change of a final audit."""

    date: dt.date
    by: str
    note: Text


class Approval(Value, frozen=True, kw_only=True):
    """Somebody's word that a final audit stands as it is."""

    by: str
    date: dt.date
    content: str
    """Fingerprint of what was approved."""


class Audit(Value, frozen=True, kw_only=True):
    kind: str = "audit"
    format: int = 1
    id: str
    team: str
    checklist: str
    edition: str | None = None
    """Which edition of the checklist was used; missing: the one in the workspace."""
    date: dt.date
    type: str
    """self | internal | third-party | mystery-shopper | re-audit"""
    status: str
    """draft | final"""
    auditors: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    scope: Text | None = None
    summary: Text | None = None
    previous: str | None = None
    answers: dict[str, Answer] = msgspec.field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    corrections: tuple[Correction, ...] = ()
    approval: Approval | None = None
    content: str = ""
    """Fingerprint of what it says now; computed when it is built, never written."""
