"""A workspace in which suppositions hold. What was supposed is written as people would have written it.

A finding that closes says that its item is as it should be: the team's latest audit is raised there, as `improving`
does it. So closing an action gives what the page of next steps says of it, once nothing else keeps its findings open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from auditloop.assess.audits import Scoring, final_audits
from auditloop.assess.finding_status import CLOSED
from auditloop.assess.findings import assess_findings
from auditloop.assess.improving.raising import short_of_full, with_full_score
from auditloop.assess.results import FindingResult
from auditloop.assess.what_if.suppositions import Answered, Closed, Supposition, Valued
from auditloop.model import Action, Audit, Cause, Finding, Observation, Workspace
from auditloop.model.actions import Verification

_BY = "what-if"


@dataclass(frozen=True, slots=True)
class Supposed:
    workspace: Workspace
    invented: frozenset[str]
    """Actions that nobody wrote: they only close a finding for which nothing is under way."""


def applied(workspace: Workspace, suppositions: Sequence[Supposition], as_of: dt.date) -> Supposed:
    """Later suppositions win over earlier ones about the same; answers and values over what follows from closing."""
    closed = [each for each in suppositions if isinstance(each, Closed)]
    invented: frozenset[str] = frozenset()
    if closed:
        before = assess_findings(workspace, as_of)
        workspace, invented = _closed(workspace, closed, as_of)
        workspace = _repaired(workspace, before, assess_findings(workspace, as_of))
    for each in suppositions:
        if isinstance(each, Answered):
            audit = workspace.audits[each.audit]
            answers = {**audit.answers, each.item: each.answer}
            workspace = _with_audits(workspace, [msgspec.structs.replace(audit, answers=answers)])
        elif isinstance(each, Valued):
            workspace = _with_value(workspace, each)
    return Supposed(workspace, invented)


def _closed(workspace: Workspace, closed: Iterable[Closed], as_of: dt.date) -> tuple[Workspace, frozenset[str]]:
    actions, teams = dict(workspace.actions), dict(workspace.action_team)
    invented: set[str] = set()
    findings = {finding.id: (audit, finding) for audit in workspace.audits.values() for finding in audit.findings}
    explained: dict[str, Finding] = {}
    for each in closed:
        if each.kind == "action":
            actions[each.id] = _verified(actions[each.id], each.verdict, as_of)
            continue
        audit, finding = findings[each.id]
        for action in [a for a in actions.values() if each.id in a.for_ and a.status not in ("cancelled", "verified")]:
            actions[action.id] = _verified(action, "effective", as_of)
        # Whatever was done so far, one corrective action that worked and a known cause close every finding.
        id_ = _free(f"A-what-if-{len(invented) + 1}", actions)
        actions[id_], teams[id_] = _invented(id_, each.id, as_of), audit.team
        invented.add(id_)
        if finding.cause is None:
            explained[each.id] = msgspec.structs.replace(finding, cause=Cause(category="process"))
    known = replace(
        workspace, actions=dict(sorted(actions.items())), action_team={id_: teams[id_] for id_ in sorted(actions)}
    )
    changed = {findings[id_][0].id for id_ in explained}
    audits = [
        msgspec.structs.replace(audit, findings=tuple(explained.get(f.id, f) for f in audit.findings))
        for audit in workspace.audits.values()
        if audit.id in changed
    ]
    return _with_audits(known, audits), frozenset(invented)


def _verified(action: Action, verdict: str, as_of: dt.date) -> Action:
    return msgspec.structs.replace(
        action,
        status="verified",
        done=action.done or as_of,
        verification=Verification(date=as_of, by=_BY, result=verdict),
        progress=None,
    )


def _invented(id_: str, finding: str, as_of: dt.date) -> Action:
    return Action(
        id=id_,
        title=_BY,
        for_=(finding,),
        type="corrective",
        owner=_BY,
        opened=as_of,
        due=as_of,
        status="verified",
        done=as_of,
        verification=Verification(date=as_of, by=_BY, result="effective"),
    )


def _free(id_: str, taken: Iterable[str]) -> str:
    taken = set(taken)
    while id_ in taken:
        id_ += "x"
    return id_


def _repaired(workspace: Workspace, before: Sequence[FindingResult], after: Sequence[FindingResult]) -> Workspace:
    """The items of findings that close now, at their full score in the team's latest final audit."""
    was = {finding.id for finding in before if finding.status == CLOSED}
    latest = {(audit.team, audit.checklist): audit for audit in final_audits(workspace)}
    items: dict[str, list[str]] = {}
    for finding in after:
        audit = latest.get((finding.team, finding.checklist))
        if audit and finding.status == CLOSED and finding.id not in was:
            items.setdefault(audit.id, []).append(finding.item)
    scoring = Scoring(workspace)
    raised = []
    for id_, wanted in items.items():
        audit = workspace.audits[id_]
        form = scoring.form(audit)
        if form:
            raised.append(with_full_score(audit, short_of_full(scoring.score(audit), wanted), form.highest))
    return _with_audits(workspace, raised)


def _with_audits(workspace: Workspace, changed: Iterable[Audit]) -> Workspace:
    audits = dict(workspace.audits)
    audits.update({audit.id: audit for audit in changed})
    return replace(workspace, audits=audits)


def _with_value(workspace: Workspace, valued: Valued) -> Workspace:
    key = (valued.kpi, valued.team, valued.period)
    others = [each for each in workspace.observations if (each.kpi, each.team, each.period) != key]
    new = Observation(team=valued.team, kpi=valued.kpi, period=valued.period, measured=valued.measured)
    observations = sorted([*others, new], key=lambda each: (each.kpi, each.team, each.period))
    return replace(workspace, observations=tuple(observations))
