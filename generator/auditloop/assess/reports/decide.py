"""What somebody has to decide: what is late or stuck, did not work, was taken up by nobody, cannot succeed."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.kpis import of_organisation
from auditloop.assess.reports.facts import (
    AlertRaised,
    Blocked,
    Contradicted,
    Fact,
    Failed,
    GoalBehind,
    NoMeasure,
    OutOfReach,
    Overdue,
    ProposalsWaiting,
    Told,
)
from auditloop.assess.reports.order import told
from auditloop.assess.results import Results
from auditloop.model import Period, Workspace

MOST = 14
_OF_EACH = 3
_ALERTS = ("risk-without-plan", "breach", "repeated-complaint", "training-coverage", "data-late")
"""Rules whose alerts ask for a decision of their own; what the others warn of is told with actions and indicators."""


def decide(workspace: Workspace, results: Results, period: Period) -> Told:
    """The most pressing first; of each sort a few, so that none crowds out the others."""
    return told(_facts(workspace, results, period), MOST)


def _facts(workspace: Workspace, results: Results, period: Period) -> Iterator[Fact]:
    yield from [Overdue(action=a.id) for a in results.actions if a.overdue][:_OF_EACH]
    yield from [Blocked(action=a.id) for a in results.actions if a.status == "blocked" and not a.overdue][:_OF_EACH]
    goals = [(plan.id, goal) for plan in results.plans for goal in plan.goals if goal.state in ("missed", "behind")]
    goals.sort(key=lambda entry: (entry[1].state != "missed", entry[1].by, entry[1].id))
    yield from (GoalBehind(plan=plan, goal=goal.id) for plan, goal in goals[:_OF_EACH])
    yield from _verifications(workspace, results, period)
    serious = [f for f in results.findings if f.status == "open" and f.class_ != "good-practice" and not f.actions]
    serious.sort(key=lambda f: ({"extreme": 0, "high": 1, "medium": 2}.get(f.risk or "", 3), f.class_ != "major", f.id))
    yield from [NoMeasure(finding=f.id) for f in serious][:_OF_EACH]
    unable = [
        kpi.id for kpi, series in of_organisation(results.kpis) if series.assurance == "fail" and series.met is False
    ]
    if unable:
        yield OutOfReach(kpis=unable)
    unanswered = [p.id for p in results.proposals.records if p.answered is None and p.in_time is False]
    if unanswered:
        yield ProposalsWaiting(proposals=unanswered)
    for rule in _ALERTS:
        grave = [alert for alert in results.alerts if alert.rule == rule and alert.severity != "low"]
        yield from (AlertRaised(alert=alert.id) for alert in grave[:2])


def _verifications(workspace: Workspace, results: Results, period: Period) -> Iterator[Fact]:
    """Those of the period that say it did not work, and those that the data contradict, of whatever time."""
    for action in results.actions:
        verification = workspace.actions[action.id].verification
        if verification and action.verdict in ("ineffective", "partly") and period.covers(verification.date):
            yield Failed(action=action.id)
    overrated = [a for a in results.actions if a.effect and a.effect.contradicts == "overrated"]
    yield from [Contradicted(action=a.id) for a in overrated][:1]
