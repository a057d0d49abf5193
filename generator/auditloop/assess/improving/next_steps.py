"""What every team could do next, ranked by what it would give: open findings and actions, simulated one by one.

A step gives what the scoring itself says of changed answers: the items of its findings at full score in the team's
latest audit, the indicator of an action at its target in the team's latest index. Orders and collects; the arithmetic
is in `raising`, `audit_score` and `indices`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from auditloop.assess.actions import is_open as is_unfinished
from auditloop.assess.audit_score import AuditScore
from auditloop.assess.findings import is_open
from auditloop.assess.improving.raising import Raising
from auditloop.assess.indices import index_point
from auditloop.assess.measures import score_of
from auditloop.assess.results import (
    ActionResult,
    AuditRaised,
    FindingResult,
    IndexRaised,
    IndexResult,
    KpiResult,
    NextStep,
    NextSteps,
    RiskResult,
    TeamRaised,
)
from auditloop.assess.risk import LEVELS
from auditloop.model import Action, Audit, Workspace
from auditloop.model.period import Period

LIFTS = ("passed", "grade", None)
"""What a step may do to a grade, the most first."""
_TODO = {"planned": "start", "in-progress": "finish", "blocked": "unblock", "done": "verify"}
_RETHINK = ("verified-partly", "verified-ineffective")
_LACKING = {"cause-missing": "explain", "corrective-missing": "correct"}


@dataclass(frozen=True)
class Standing:
    """What is known of findings, actions, audits and indicators on the day."""

    workspace: Workspace
    finals: Sequence[Audit]
    """Oldest first"""
    scores: Mapping[str, AuditScore]
    findings: Sequence[FindingResult]
    actions: Sequence[ActionResult]
    kpis: Sequence[KpiResult]
    indices: Sequence[IndexResult]
    risks: Sequence[RiskResult] = ()

    @cached_property
    def risks_of(self) -> dict[str, list[RiskResult]]:
        """Action → the risks of the register that it is for; without closed ones."""
        found: dict[str, list[RiskResult]] = {}
        for risk in self.risks:
            for action in risk.actions if risk.closed is None else ():
                found.setdefault(action, []).append(risk)
        return found

    @cached_property
    def open_findings(self) -> dict[str, FindingResult]:
        return {finding.id: finding for finding in self.findings if is_open(finding)}

    @cached_property
    def under_way(self) -> dict[str, Action]:
        """Actions that are not done, or done and not verified yet; by id."""
        return {
            action.id: self.workspace.actions[action.id]
            for action in self.actions
            if action.awaiting_verification or is_unfinished(self.workspace.actions[action.id])
        }

    @cached_property
    def latest(self) -> dict[tuple[str, str], Audit]:
        """(team, checklist) → its latest final audit: the score that stands for the team."""
        return {(audit.team, audit.checklist): audit for audit in self.finals}

    @cached_property
    def team_indices(self) -> dict[str, list[IndexResult]]:
        found: dict[str, list[IndexResult]] = {}
        for index in self.indices:
            if index.scope.team is not None and index.latest is not None:
                found.setdefault(index.scope.team, []).append(index)
        return found

    @cached_property
    def targets(self) -> dict[tuple[str, str], float | None]:
        """(indicator, team) → the target of its latest value."""
        return {
            (kpi.id, series.team): series.target
            for kpi in self.kpis
            for series in kpi.series
            if series.team is not None
        }


def assess_next_steps(standing: Standing) -> NextSteps:
    """Ranked by a rule without weights; each criterion decides only where all before it are equal.

    1. What it lifts: makes an audit pass, then lifts its grade, then neither. 2. The gravest risk of its findings and
    of the register's risks that it is for; unrated last. 3. Points, to one decimal. 4. Age in days, the oldest first.
    5. Id.
    """
    raising = Raising(standing.workspace, standing.scores, standing.latest.values())
    found = [
        *(_of_action(standing, raising, action) for action in standing.actions if action.id in standing.under_way),
        *(_of_finding(standing, raising, finding) for finding in _unattended(standing)),
    ]
    ranked = sorted(found, key=urgency)
    steps = [msgspec.structs.replace(step, rank=rank) for rank, step in enumerate(ranked, 1)]
    return NextSteps(steps=steps, teams=list(_together(standing, raising, steps)))


def urgency(step: NextStep) -> tuple[int, int, float, int, str]:
    """The ranking, as something to sort by."""
    risk = LEVELS.index(step.risk) if step.risk else len(LEVELS)
    return LIFTS.index(step.lifts), risk, -round(step.points or 0.0, 1), -step.age_days, step.id


def _unattended(standing: Standing) -> Iterator[FindingResult]:
    """Open findings without an action under way."""
    for finding in standing.open_findings.values():
        if not any(action in standing.under_way for action in finding.actions):
            yield finding


def _of_action(standing: Standing, raising: Raising, action: ActionResult) -> NextStep:
    written = standing.under_way[action.id]
    findings = [found for id_ in dict.fromkeys(action.for_) if (found := standing.open_findings.get(id_))]
    beside = {other for f in findings for other in f.actions if other != action.id and other in standing.under_way}
    return _step(
        standing,
        raising,
        findings,
        NextStep(
            id=action.id,
            kind="action",
            team=action.team,
            rank=0,
            todo=_TODO[action.status],
            findings=[finding.id for finding in findings],
            lifts=None,
            risks=[],
            risk=None,
            points=None,
            age_days=max((f.age_days or 0 for f in findings), default=action.age_days),
            audits=[],
            indices=list(_indices(standing, written, action.team)),
            beside=sorted(beside),
            lacks=list(_lacks(standing, findings)),
            owner=action.owner,
            due=action.due,
            days_overdue=action.days_overdue,
        ),
    )


def _of_finding(standing: Standing, raising: Raising, finding: FindingResult) -> NextStep:
    rethink = "rethink" if finding.status_why in _RETHINK else "decide"
    return _step(
        standing,
        raising,
        [finding],
        NextStep(
            id=finding.id,
            kind="finding",
            team=finding.team,
            rank=0,
            todo=_LACKING.get(finding.status_why, rethink),
            findings=[finding.id],
            lifts=None,
            risks=[],
            risk=None,
            points=None,
            age_days=finding.age_days or 0,
            audits=[],
            indices=[],
            beside=[],
            lacks=[],
            owner=None,
            due=None,
            days_overdue=0,
        ),
    )


def _step(standing: Standing, raising: Raising, findings: Sequence[FindingResult], step: NextStep) -> NextStep:
    """The step with what it gives."""
    audits = _audits(standing, raising, findings)
    lifts = {raising.lifts(audit) for audit in audits}
    risks = standing.risks_of.get(step.id, []) if step.kind == "action" else []
    levels = [*(finding.risk for finding in findings if finding.risk), *(risk.level for risk in risks)]
    points = [*(audit.points for audit in audits), *(index.points for index in step.indices)]
    told = any(standing.latest.get((f.team, f.checklist)) for f in findings)
    return msgspec.structs.replace(
        step,
        audits=audits,
        risks=sorted(risk.id for risk in risks),
        lifts=next((each for each in LIFTS if each in lifts), None),
        risk=min(levels, key=LEVELS.index, default=None),
        points=max(points, default=0.0 if told else None),
    )


def _audits(standing: Standing, raising: Raising, findings: Iterable[FindingResult]) -> list[AuditRaised]:
    """One entry for each audit that would have another score, by id."""
    items: dict[str, list[str]] = {}
    for finding in findings:
        if audit := standing.latest.get((finding.team, finding.checklist)):
            items.setdefault(audit.id, []).append(finding.item)
    audits = standing.workspace.audits
    return [raised for id_ in sorted(items) if (raised := raising.of(audits[id_], items[id_]))]


def _indices(standing: Standing, action: Action, team: str) -> Iterator[IndexRaised]:
    """What reaching the target would do to the team's indices: that of the action, else the indicator's own."""
    kpis = standing.workspace.kpis
    aims = {kpi: None for kpi in action.for_ if kpi in kpis}
    if action.effect:
        aims[action.effect.kpi] = None
    for id_ in aims:
        aimed = action.effect.target if action.effect and action.effect.kpi == id_ else None
        target = standing.targets.get((id_, team)) if aimed is None else aimed
        score = score_of(kpis[id_].score, target)
        if target is None or score is None:
            continue
        for index in standing.team_indices.get(team, ()):
            if raised := _raised_index(standing.workspace, index, id_, target, score):
                yield raised


def _raised_index(
    workspace: Workspace, index: IndexResult, kpi: str, target: float, score: float
) -> IndexRaised | None:
    """None where the indicator is no part of it, has no value in its latest period, or stands as well already."""
    latest = index.latest
    assert latest is not None
    scores = {part.id: part.score for part in latest.parts}
    now = scores.get(kpi)
    if now is None or now >= score or latest.score is None:
        return None
    weights = {part.id: part.weight for part in latest.parts}
    method = workspace.indices[index.id].method
    after = index_point(method, Period.parse(latest.period), weights, {**scores, kpi: score}).score
    if after is None or after <= latest.score:
        return None
    return IndexRaised(
        index=index.id,
        period=latest.period,
        kpi=kpi,
        value=target,
        before=latest.score,
        after=after,
        points=after - latest.score,
    )


def _lacks(standing: Standing, findings: Sequence[FindingResult]) -> Iterator[str]:
    """What a major finding needs beside actions that work, and has not."""
    major = [finding for finding in findings if finding.class_effective == "major"]
    if any(finding.cause is None for finding in major):
        yield "cause-missing"
    actions = standing.workspace.actions
    if any(
        not any(actions[id_].type == "corrective" and actions[id_].status != "cancelled" for id_ in finding.actions)
        for finding in major
    ):
        yield "corrective-missing"


def _together(standing: Standing, raising: Raising, steps: Sequence[NextStep]) -> Iterator[TeamRaised]:
    by_audit: dict[str, list[tuple[NextStep, AuditRaised]]] = {}
    for step in steps:
        for raised in step.audits:
            by_audit.setdefault(raised.audit, []).append((step, raised))
    order = {team.id: at for at, team in enumerate(standing.workspace.organisation.teams)}
    audits = [standing.workspace.audits[id_] for id_ in by_audit]
    for audit in sorted(audits, key=lambda each: (order[each.team], each.checklist)):
        whole = raising.of(audit, [item for _, each in by_audit[audit.id] for item in each.items])
        if whole:
            enough = _enough(raising, audit, by_audit[audit.id], standing.scores[audit.id].capped_by)
            yield TeamRaised(team=audit.team, audit=whole, enough=enough)


def _enough(
    raising: Raising, audit: Audit, steps: Sequence[tuple[NextStep, AuditRaised]], caps: Sequence[str]
) -> list[str]:
    """The first steps that lift the grade together: those that lift a cap, since nothing helps before; then by points.

    More items never lower a grade, so the shortest sufficient beginning is found by halving.
    """
    capping = set(caps)
    ordered = sorted(steps, key=lambda pair: (capping.isdisjoint(pair[1].items), -pair[1].points, pair[0].rank))

    def lifted(count: int) -> bool:
        raised = raising.of(audit, [item for _, each in ordered[:count] for item in each.items])
        return raised is not None and raising.lifts(raised) is not None

    if not lifted(len(ordered)):
        return []
    short, long = 0, len(ordered)
    while long - short > 1:
        middle = (short + long) // 2
        short, long = (short, middle) if lifted(middle) else (middle, long)
    return [step.id for step, _ in ordered[:long]]
