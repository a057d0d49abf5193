"""Weak points of a team's people in its latest audit, and whether any training is about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from auditloop.assess.results import AuditResult, DomainResult, SessionResult, TrainingGap
from auditloop.model import Workspace

PEOPLE = "people"
"""Id of the domain about service people, in the built-in handbook and in checklists made from it."""
LOW = 0.5
"""An item at half of what it could be, or below."""
STATES = ("uncovered", "before", "late", "planned", "trained")
"""The first two want a training; the last waits for the next audit."""
OPEN = ("uncovered", "before")


def training_gaps(
    workspace: Workspace, sessions: Sequence[SessionResult], audits: Sequence[AuditResult]
) -> list[TrainingGap]:
    """From the latest final audit of each team with each checklist: items of the domain about people, and items in
    other domains that a skill is about."""
    order = {team.id: position for position, team in enumerate(workspace.organisation.teams)}
    found = [gap for audit in latest_finals(audits) for gap in _of_audit(workspace, sessions, audit)]
    return sorted(found, key=lambda gap: (STATES.index(gap.state), gap.ratio, order[gap.team], gap.item))


def latest_finals(audits: Sequence[AuditResult]) -> list[AuditResult]:
    """`audits` come newest first."""
    found: dict[tuple[str, str], AuditResult] = {}
    for audit in audits:
        if audit.status == "final":
            found.setdefault((audit.team, audit.checklist), audit)
    return list(found.values())


def _of_audit(workspace: Workspace, sessions: Sequence[SessionResult], audit: AuditResult) -> Iterator[TrainingGap]:
    mine = [s for s in sessions if s.team in (None, audit.team) and s.status != "cancelled"]
    for domain, section, item, ratio in _weak(audit.domains):
        about = {item, section}
        skills = [skill.id for skill in workspace.skills.values() if about & set(skill.covers)]
        if domain != PEOPLE and not skills:
            continue
        covering = [s for s in mine if about & set(s.covers)]
        yield TrainingGap(
            team=audit.team,
            audit=audit.id,
            checklist=audit.checklist,
            domain=domain,
            section=section,
            item=item,
            ratio=ratio,
            skills=skills,
            state=_state(covering, audit.date),
            sessions=sorted(s.id for s in covering),
        )


def _weak(domains: Sequence[DomainResult]) -> Iterator[tuple[str, str, str, float]]:
    for domain in domains:
        for section in domain.sections:
            for item in section.items:
                if item.ratio is not None and item.ratio <= LOW:
                    yield domain.id, section.id, item.id, item.ratio


def _state(covering: Sequence[SessionResult], audited: dt.date) -> str:
    states = {s.status for s in covering}
    if any(s.held is not None and s.held > audited for s in covering):
        return "trained"
    for state in ("planned", "late"):
        if state in states:
            return state
    return "before" if covering else "uncovered"
