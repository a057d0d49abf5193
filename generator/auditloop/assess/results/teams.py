"""Teams."""

from __future__ import annotations

import datetime as dt

from auditloop.assess.results.base import Result


class AuditMark(Result, frozen=True, kw_only=True, gc=False):
    """A final audit in a team's history."""

    audit: str
    date: dt.date
    type: str
    checklist: str
    edition: str
    score: float | None
    grade: str | None
    passed: bool | None


class TeamDomain(Result, frozen=True, kw_only=True, gc=False):
    """A domain in the team's latest final audit with a checklist, against the other teams' latest."""

    checklist: str
    domain: str
    audit: str
    score: float | None
    grade: str | None
    median: float | None
    """Median of the latest scores of all teams that have one."""
    n: int
    """How many teams the median rests on."""
    difference: float | None


class TeamResult(Result, frozen=True, kw_only=True):
    id: str
    history: list[AuditMark]
    """Oldest first."""
    latest: list[AuditMark]
    """The latest final audit per checklist."""
    domains: list[TeamDomain]
    kpis_with_target: int
    kpis_met: int
