"""A workspace as it was known on a day: what had not happened yet is left out, what was done later is still open.

With it `--as-of` gives the picture of that day from today's files, as a report frozen to its period needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import msgspec

from auditloop.model.actions import Action
from auditloop.model.journey import Journey, Step
from auditloop.model.plan import Milestone, Plan
from auditloop.model.proposals import Proposal
from auditloop.model.risks import Risk
from auditloop.model.training import Session
from auditloop.model.workspace import Workspace
from auditloop.tickets import TimeReader
from auditloop.tickets.log import known_at


def as_known_on(workspace: Workspace, day: dt.date) -> Workspace:
    """Leaves out audits, actions, tickets and cases that begin after the day and values of periods that do; takes later
    steps and events back.

    Postponements, acceptances and plans carry no day of their own, so all of them count as known, as do the response
    plan of a risk and the days by which it is to be looked at again. A training counts as planned from the beginning.
    """
    end = TimeReader(workspace.organisation.timezone).end_of(day) - 1 if workspace.tickets else 0
    actions = {id: _on(action, day) for id, action in workspace.actions.items() if action.opened <= day}
    risks = {id: _risk_on(risk, day) for id, risk in workspace.risks.items() if _is_known(risk, day)}
    return replace(
        workspace,
        audits={id: audit for id, audit in workspace.audits.items() if audit.date <= day},
        actions=actions,
        action_team={id: team for id, team in workspace.action_team.items() if id in actions},
        sessions={id: _session_on(session, day) for id, session in workspace.sessions.items()},
        risks=risks,
        risk_team={id: team for id, team in workspace.risk_team.items() if id in risks},
        tickets=tuple(known for log in workspace.tickets if len(known := known_at(log, end))),
        observations=tuple(o for o in workspace.observations if o.period.first <= day),
        surveys=tuple(s for s in workspace.surveys if s.period.first <= day),
        journeys={id: _journey_on(j, day) for id, j in workspace.journeys.items() if j.date <= day},
        plans={id: _plan_on(plan, day) for id, plan in workspace.plans.items()},
        segments=tuple(s for s in workspace.segments if s.period.first <= day),
        proposals={id: _answered_on(p, day) for id, p in workspace.proposals.items() if p.submitted <= day},
        cases={id: case for id, case in workspace.cases.items() if case.date <= day},
        commentaries={id: c for id, c in workspace.commentaries.items() if c.period.first <= day},
        topics={id: topic for id, topic in workspace.topics.items() if topic.from_.first <= day},
    )


def _journey_on(journey: Journey, day: dt.date) -> Journey:
    """What was measured later is not known yet."""
    if not any(step.after and step.after.date > day for step in journey.steps()):
        return journey
    touchpoints = (
        msgspec.structs.replace(each, steps=tuple(_step_on(step, day) for step in each.steps))
        for each in journey.touchpoints
    )
    return msgspec.structs.replace(journey, touchpoints=tuple(touchpoints))


def _step_on(step: Step, day: dt.date) -> Step:
    return msgspec.structs.replace(step, after=None) if step.after and step.after.date > day else step


def _plan_on(plan: Plan, day: dt.date) -> Plan:
    """What was done later is open again, and nothing came of it yet."""
    if not any(milestone.done and milestone.done > day for milestone in plan.milestones):
        return plan
    return msgspec.structs.replace(plan, milestones=tuple(_milestone_on(each, day) for each in plan.milestones))


def _milestone_on(milestone: Milestone, day: dt.date) -> Milestone:
    if milestone.done is None or milestone.done <= day:
        return milestone
    return msgspec.structs.replace(milestone, done=None, result=None)


def _answered_on(proposal: Proposal, day: dt.date) -> Proposal:
    """A step that came later has not happened yet, nor what came of it."""
    answered = proposal.answered if proposal.answered and proposal.answered <= day else None
    done = proposal.done if proposal.done and proposal.done <= day else None
    proven = proposal.proven if proposal.proven and proposal.proven <= day else None
    if (answered, done, proven) == (proposal.answered, proposal.done, proposal.proven):
        return proposal
    status = "submitted" if answered is None else "done" if done else "adopted"
    return msgspec.structs.replace(
        proposal,
        status=status,
        answered=answered,
        answer=proposal.answer if answered else None,
        done=done,
        proven=None,
        reward=proposal.reward if answered else None,
        effect=proposal.effect if done else None,
    )


def _on(action: Action, day: dt.date) -> Action:
    verified = action.verification if action.verification and action.verification.date <= day else None
    done = action.done if action.done and action.done <= day else None
    status = action.status
    if status == "verified" and verified is None:
        status = "done"
    if status in {"done", "verified"} and done is None:
        status = "in-progress"
    log = tuple(entry for entry in action.log if entry.date <= day)
    # A cancellation has no date of its own; the last entry of the log tells when it was (as for the action's age).
    if status == "cancelled" and log != action.log:
        status = "in-progress"
    if (status, done, verified, log) == (action.status, action.done, action.verification, action.log):
        return action
    progress = action.progress if status == action.status else None
    return msgspec.structs.replace(action, status=status, done=done, verification=verified, log=log, progress=progress)


def _session_on(session: Session, day: dt.date) -> Session:
    if session.cancelled and session.cancelled.date > day:
        session = msgspec.structs.replace(session, cancelled=None)
    if session.held is None or session.held <= day:
        return session
    return msgspec.structs.replace(
        session, held=None, attended=None, passed=None, before=None, after=None, gain=None, paired=False
    )


def _is_known(risk: Risk, day: dt.date) -> bool:
    return min(each.date for each in risk.assessments) <= day


def _risk_on(risk: Risk, day: dt.date) -> Risk:
    """The last assessment of that day is the one in force; drills and the end that came later are taken back."""
    known = [each for each in risk.assessments if each.date <= day]
    *history, latest = known
    return msgspec.structs.replace(
        risk,
        likelihood=latest.likelihood,
        impact=latest.impact,
        assessed=latest.date,
        history=tuple(history),
        drills=tuple(drill for drill in risk.drills if drill.date <= day),
        closed=risk.closed if risk.closed and risk.closed.date <= day else None,
    )
