"""The register of findings: risk, effective class, recurrence and status of each, and sums per team and over all.

Orders the parts; the rules are in risk, recurrence and finding_status.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from auditloop.assess.audits import checklist_of
from auditloop.assess.finding_status import ACCEPTED, CLOSED, STATUSES, finding_status
from auditloop.assess.pareto import pareto
from auditloop.assess.recurrence import Found, Recurrence, effective_class, recurrences
from auditloop.assess.results import FindingResult, FindingSummary
from auditloop.assess.risk import LEVELS, risk_of
from auditloop.model import Action, Workspace

CLASSES = ("major", "minor", "observation", "opportunity", "good-practice")
UNRATED = "none"


def assess_findings(workspace: Workspace, as_of: dt.date) -> list[FindingResult]:
    """Open before accepted before closed, extreme before low risk, newest first, then id."""
    actions_for = _actions_by_purpose(workspace)
    domains = _domains_of_items(workspace)
    found = [
        Found(audit.id, audit.team, audit.checklist, audit.date, finding)
        for audit in workspace.audits.values()
        for finding in audit.findings
    ]
    again = recurrences(found, actions_for)
    results = [
        _finding_result(
            f,
            domains.get((f.audit, f.finding.item), ""),
            again[f.finding.id],
            actions_for.get(f.finding.id, ()),
            as_of,
        )
        for f in found
    ]
    return sorted(results, key=_urgency)


def summarise_findings(workspace: Workspace, findings: Sequence[FindingResult]) -> list[FindingSummary]:
    """The organisation first, then every team in its order, also those without a finding."""
    by_team: dict[str, list[FindingResult]] = {team.id: [] for team in workspace.organisation.teams}
    for finding in findings:
        by_team[finding.team].append(finding)
    return [_summary(None, findings), *(_summary(team, theirs) for team, theirs in by_team.items())]


def is_open(finding: FindingResult) -> bool:
    """Something is still to be done: neither closed nor accepted."""
    return finding.status not in (CLOSED, ACCEPTED)


def _actions_by_purpose(workspace: Workspace) -> dict[str, list[Action]]:
    by_purpose: dict[str, list[Action]] = {}
    for action in sorted(workspace.actions.values(), key=lambda a: a.id):
        for purpose in dict.fromkeys(action.for_):
            by_purpose.setdefault(purpose, []).append(action)
    return by_purpose


def _domains_of_items(workspace: Workspace) -> dict[tuple[str, str], str]:
    """(audit, item) of every finding → the item's domain, in the audit's edition where it is at hand."""
    maps: dict[int, dict[str, str]] = {}
    domains: dict[tuple[str, str], str] = {}
    for audit in workspace.audits.values():
        if not audit.findings:
            continue
        checklist = checklist_of(audit, workspace) or workspace.checklists[audit.checklist]
        if id(checklist) not in maps:
            maps[id(checklist)] = {item.id: domain.id for domain in checklist.domains for item in domain.items()}
        for finding in audit.findings:
            if domain := maps[id(checklist)].get(finding.item):
                domains[audit.id, finding.item] = domain
    return domains


def _finding_result(
    found: Found, domain: str, recurrence: Recurrence, actions: Sequence[Action], as_of: dt.date
) -> FindingResult:
    finding = found.finding
    class_ = effective_class(finding.class_, recurrence)
    status = finding_status(finding, class_, actions, as_of)
    return FindingResult(
        id=finding.id,
        audit=found.audit,
        team=found.team,
        checklist=found.checklist,
        domain=domain,
        item=finding.item,
        date=found.date,
        class_=finding.class_,
        class_effective=class_,
        risk=risk_of(finding.likelihood, finding.impact),
        likelihood=finding.likelihood,
        impact=finding.impact,
        cause=finding.cause.category if finding.cause else None,
        status=status.status,
        status_why=status.why,
        recurrences=len(recurrence.repeats),
        repeats=recurrence.repeats,
        not_sustained=recurrence.not_sustained,
        actions=[action.id for action in actions],
        age_days=None if status.status in (CLOSED, ACCEPTED) else max(0, (as_of - found.date).days),
    )


def _urgency(finding: FindingResult) -> tuple[int, int, int, str]:
    standing = {ACCEPTED: 1, CLOSED: 2}.get(finding.status, 0)
    risk = LEVELS.index(finding.risk) if finding.risk else len(LEVELS)
    return standing, risk, -finding.date.toordinal(), finding.id


def _summary(team: str | None, findings: Sequence[FindingResult]) -> FindingSummary:
    problems = [f for f in findings if f.class_ != "good-practice"]
    still_open = [f for f in problems if is_open(f)]
    return FindingSummary(
        team=team,
        total=len(problems),
        open=len(still_open),
        by_status=_count(STATUSES, [f.status for f in problems]),
        by_class=_count(CLASSES, [f.class_effective for f in findings]),
        by_risk=_count((*LEVELS, UNRATED), [f.risk or UNRATED for f in still_open]),
        by_cause=pareto(f.cause for f in problems if f.cause),
        by_domain=pareto(f"{f.checklist}/{f.domain}" for f in problems),
        risk_grid=_risk_grid(still_open),
        recurring=sum(f.recurrences > 0 for f in problems),
    )


def _count(keys: Sequence[str], values: Sequence[str]) -> dict[str, int]:
    """Every key, in its order, also those that do not occur."""
    counts = dict.fromkeys(keys, 0)
    for value in values:
        counts[value] += 1
    return counts


def _risk_grid(findings: Sequence[FindingResult]) -> list[list[int]]:
    grid = [[0] * 5 for _ in range(5)]
    for finding in findings:
        if finding.likelihood is not None and finding.impact is not None:
            grid[finding.likelihood - 1][finding.impact - 1] += 1
    return grid
