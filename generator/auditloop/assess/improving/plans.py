"""How far every goal of a plan has come by the data, and where its milestones stand on a day.

A goal is judged on the straight line from its start to its day: the share of the way covered by the latest value
against the share of the time that had passed when that value was measured. The day of the value counts, not today, so
that a goal does not fall behind because figures come in later.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from auditloop.assess.actions import FINISHED, SOON
from auditloop.assess.arithmetic import reaches, share
from auditloop.assess.measuring import Measurements
from auditloop.assess.periods import GRACE
from auditloop.assess.results import GoalResult, Latest, MilestoneResult, PlanResult
from auditloop.model import Goal, Milestone, Plan, Workspace
from auditloop.model.period import Period

GOAL_STATES = ("reached", "on-track", "behind", "missed", "no-data", "not-begun")
MILESTONE_STATES = ("done", "overdue", "waiting", "running", "planned")


def assess_plans(workspace: Workspace, measured: Measurements, as_of: dt.date) -> list[PlanResult]:
    """The organisation's plans first, then those of teams in organisation order; short before long, then by begin."""
    order = {team.id: place for place, team in enumerate(workspace.organisation.teams, 1)}
    done = _done(workspace)
    plans = sorted(
        workspace.plans.values(),
        key=lambda plan: (order.get(plan.team, 0) if plan.team else 0, plan.horizon != "short", plan.first, plan.id),
    )
    return [_plan(plan, workspace, measured, done, as_of) for plan in plans]


def _plan(
    plan: Plan, workspace: Workspace, measured: Measurements, done: Mapping[str, bool], as_of: dt.date
) -> PlanResult:
    goals = [_goal(plan, goal, measured, as_of) for goal in plan.goals]
    milestones = [_milestone(milestone, workspace, done, as_of) for milestone in plan.milestones]
    return PlanResult(
        id=plan.id,
        team=plan.team,
        horizon=plan.horizon,
        first=plan.first,
        last=plan.last,
        elapsed=passed(plan.first, plan.last, as_of),
        goals=goals,
        milestones=sorted(milestones, key=lambda m: (m.due, m.id)),
        goals_by_state=_counts(GOAL_STATES, (goal.state for goal in goals)),
        milestones_by_state=_counts(MILESTONE_STATES, (milestone.state for milestone in milestones)),
    )


def _counts(states: tuple[str, ...], found: Iterable[str]) -> dict[str, int]:
    counts = dict.fromkeys(states, 0)
    for state in found:
        counts[state] += 1
    return counts


def passed(start: dt.date, end: dt.date, day: dt.date) -> float:
    """The share of the time from the beginning of `start` to the end of `end` that is over when `day` ends, 0–1."""
    days = (end - start).days + 1
    return min(1.0, max(0.0, ((day - start).days + 1) / days))


def covered(start: float, to: float, value: float) -> float | None:
    """(value − start) ÷ (to − start); None of a way without length."""
    return share(value - start, to - start) if to > start else share(start - value, start - to)


def _goal(plan: Plan, goal: Goal, measured: Measurements, as_of: dt.date) -> GoalResult:
    team, start = goal.team or plan.team, goal.start or plan.first
    latest = _latest(measured, goal.kpi, team, start)
    day = min(Period.parse(latest.period).last, as_of) if latest else None
    way = covered(goal.from_, goal.to, latest.value) if latest else None
    time = passed(start, goal.by, day) if day else None
    return GoalResult(
        id=goal.id,
        kpi=goal.kpi,
        team=team,
        owner=goal.owner or plan.owner,
        start=start,
        by=goal.by,
        from_=goal.from_,
        to=goal.to,
        latest=latest,
        measured=day,
        covered=way,
        expected=time,
        state=_goal_state(way, time, start, goal.by, as_of),
    )


def _latest(measured: Measurements, kpi: str, team: str | None, start: dt.date) -> Latest | None:
    """Values from before the goal began say nothing of it."""
    found = measured.get((kpi, team))
    latest = found.series.latest if found else None
    return latest if latest and Period.parse(latest.period).last >= start else None


def _goal_state(way: float | None, time: float | None, start: dt.date, by: dt.date, as_of: dt.date) -> str:
    """The first that applies: not begun, no value yet, there, its day has come in vain, behind the line or not.

    In vain: the value of its day falls short, or has not come in within the days that every value has.
    """
    if start > as_of:
        return "not-begun"
    if way is None or time is None:
        return "no-data"
    if reaches(way, 1.0):
        return "reached"
    if reaches(time, 1.0) or as_of > by + GRACE:
        return "missed"
    return "on-track" if reaches(way, time) else "behind"


def _done(workspace: Workspace) -> dict[str, bool]:
    """Milestone or action → whether it is done."""
    found = {
        milestone.id: milestone.done is not None for plan in workspace.plans.values() for milestone in plan.milestones
    }
    return found | {id: action.status in FINISHED for id, action in workspace.actions.items()}


def _milestone(milestone: Milestone, workspace: Workspace, done: Mapping[str, bool], as_of: dt.date) -> MilestoneResult:
    """An action that is not known on the day, since it was opened later, is not done either."""
    is_done = milestone.done is not None
    waits_for = [] if is_done else [need for need in milestone.needs if not done.get(need, False)]
    linked = [a for id in milestone.actions if (a := workspace.actions.get(id)) and a.status != "cancelled"]
    overdue = 0 if is_done else max(0, (as_of - milestone.due).days)
    return MilestoneResult(
        id=milestone.id,
        goal=milestone.goal,
        owner=milestone.owner,
        start=milestone.start,
        due=milestone.due,
        done=milestone.done,
        state=_milestone_state(milestone, overdue, waits_for, as_of),
        days_overdue=overdue,
        due_soon=not is_done and not overdue and milestone.due - as_of <= SOON,
        on_time=milestone.done <= milestone.due if milestone.done else None,
        waits_for=waits_for,
        actions_done=sum(action.status in FINISHED for action in linked),
        actions=len(linked),
    )


def _milestone_state(milestone: Milestone, overdue: int, waits_for: list[str], as_of: dt.date) -> str:
    if milestone.done is not None:
        return "done"
    if overdue:
        return "overdue"
    if milestone.start is not None and milestone.start > as_of:
        return "planned"
    return "waiting" if waits_for else "running"
