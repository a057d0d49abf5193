"""Cases worth learning from, good and bad: what was, what was done, what came of it, what to remember."""

from __future__ import annotations

import datetime as dt

from auditloop.model.common import Text, Value
from auditloop.model.figure import Figure


class Picture(Value, frozen=True, kw_only=True):
    file: str
    """Relative to the document."""
    alt: Text
    caption: Text | None = None


class Case(Value, frozen=True, kw_only=True):
    kind: str = "case"
    format: int = 1
    id: str
    name: Text
    team: str
    example: str
    """good | bad"""
    date: dt.date
    """Written up."""
    checklist: str
    domain: str
    cause: str
    """people | process | system | policy | facility | supplier | environment"""
    items: tuple[str, ...] = ()
    background: Text
    problems: Text | None = None
    measures: Text
    results: tuple[Figure, ...] = ()
    lesson: Text
    picture: Picture | None = None
    by: str | None = None
    actions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
