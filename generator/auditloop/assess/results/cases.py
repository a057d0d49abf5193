"""Cases, good and bad."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result
from auditloop.assess.results.figures import FigureResult


class SimilarCase(Result, frozen=True, kw_only=True, gc=False):
    """A case that may help with a finding."""

    case: str
    why: str
    """own (written about this very finding) | item | cause"""


class CaseResult(Result, frozen=True, kw_only=True):
    id: str
    name: str | dict[str, str]
    team: str
    example: str
    """good | bad"""
    date: dt.date
    checklist: str
    domain: str
    cause: str
    items: list[str]
    figures: list[FigureResult]
    actions: list[str]
    findings: list[str]
    """It came from."""
    suggested_for: list[str]
    """Open findings that it is suggested for, in the order of findings"""
