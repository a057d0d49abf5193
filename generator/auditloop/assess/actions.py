"""The register of actions: overdue, due soon, age, postponements and verdict of each, and sums per team and over all.

Knows dates and states; what an action did to its indicator comes from effect.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from auditloop.assess.arithmetic import median, share
from auditloop.assess.effect import assess_effect
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import ActionResult, ActionSummary, EffectResult
from auditloop.model import Action, Workspace

SOON = dt.timedelta(days=14)
FINISHED = ("done", "verified")
STATUSES = ("planned", "in-progress", "blocked", "done", "verified", "cancelled")
AGE_BUCKETS = (("0-7", 7), ("8-30", 30), ("31-60", 60), ("61-90", 90))
OLDEST = "90+"


def assess_actions(workspace: Workspace, measured: Measurements, as_of: dt.date) -> list[ActionResult]:
    """Overdue first (longest first), then open, then finished and cancelled ones, each by due date and id."""
    results = [
        _action_result(action, workspace.action_team[action.id], workspace, measured, as_of)
        for action in workspace.actions.values()
    ]
    return sorted(results, key=lambda a: (-a.days_overdue, a.age_bucket is None, a.due, a.id))


def summarise_actions(workspace: Workspace, actions: Sequence[ActionResult]) -> list[ActionSummary]:
    """The organisation first, then every team in its order, also those without an action."""
    by_team: dict[str, list[ActionResult]] = {team.id: [] for team in workspace.organisation.teams}
    for action in actions:
        by_team[action.team].append(action)
    return [_summary(None, actions, workspace), *(_summary(t, a, workspace) for t, a in by_team.items())]


def age_bucket(days: int) -> str:
    """Days since opening → 0-7 | 8-30 | 31-60 | 61-90 | 90+."""
    return next((name for name, upto in AGE_BUCKETS if days <= upto), OLDEST)


def is_open(action: Action | ActionResult) -> bool:
    """Neither finished nor cancelled."""
    return action.status not in (*FINISHED, "cancelled")


class End(NamedTuple):
    day: dt.date
    how: str
    """done | cancelled"""


def ended_on(action: Action) -> End | None:
    """When nothing was left to do about it; None while something is, or where nobody wrote down when."""
    if action.status in FINISHED and action.done:
        return End(action.done, "done")
    if action.status == "cancelled" and action.log:
        return End(max(entry.date for entry in action.log), "cancelled")
    return None


def _action_result(
    action: Action, team: str, workspace: Workspace, measured: Measurements, as_of: dt.date
) -> ActionResult:
    """Source: methods, "Actions". Overdue is the day after the due date; an action due today is not late."""
    still_open = is_open(action)
    overdue = still_open and as_of > action.due
    finished = action.status in FINISHED
    age = max(0, (_end(action, as_of) - action.opened).days)
    return ActionResult(
        id=action.id,
        team=team,
        owner=action.owner,
        status=action.status,
        opened=action.opened,
        due=action.due,
        done=action.done,
        overdue=overdue,
        days_overdue=(as_of - action.due).days if overdue else 0,
        due_soon=still_open and as_of <= action.due <= as_of + SOON,
        age_days=age,
        age_bucket=age_bucket(age) if still_open else None,
        moves=len(action.moved),
        days_moved=sum((move.to - move.from_).days for move in action.moved),
        on_time=action.done <= action.due if finished and action.done else None,
        verdict=action.verification.result if action.verification else None,
        awaiting_verification=action.status == "done" and action.verification is None,
        for_=list(action.for_),
        effect=_effect(action, team, workspace, measured, as_of),
    )


def _effect(
    action: Action, team: str, workspace: Workspace, measured: Measurements, as_of: dt.date
) -> EffectResult | None:
    if action.effect is None:
        return None
    kpi = workspace.kpis[action.effect.kpi]
    return assess_effect(action.effect, kpi, measured.get((kpi.id, team)), action, as_of)


def _end(action: Action, as_of: dt.date) -> dt.date:
    """The day an action stopped ageing. A cancellation carries no date of its own: the last entry of its log tells."""
    end = ended_on(action)
    return end.day if end else as_of


def _summary(team: str | None, actions: Sequence[ActionResult], workspace: Workspace) -> ActionSummary:
    written = [workspace.actions[a.id] for a in actions]
    finished = [a for a in actions if a.status in FINISHED]
    on_time = sum(a.on_time is True for a in finished)
    ages = [a.age_bucket for a in actions]
    states = [a.status for a in actions]
    verdicts = [a.verification.result for a in written if a.verification and not _exempt(a)]
    return ActionSummary(
        team=team,
        total=len(actions),
        open=sum(a.age_bucket is not None for a in actions),
        overdue=sum(a.overdue for a in actions),
        due_soon=sum(a.due_soon for a in actions),
        done=len(finished),
        verified=states.count("verified"),
        cancelled=states.count("cancelled"),
        by_status={status: states.count(status) for status in STATUSES},
        age_buckets={bucket: ages.count(bucket) for bucket in (*(name for name, _ in AGE_BUCKETS), OLDEST)},
        on_time=on_time,
        on_time_rate=share(on_time, len(finished)),
        moved=sum(a.moves > 0 for a in actions),
        moves=sum(a.moves for a in actions),
        median_days_to_done=median([(a.done - a.opened).days for a in written if a.status in FINISHED and a.done]),
        median_days_to_verified=median([(a.verification.date - a.opened).days for a in written if a.verification]),
        judged=len(verdicts),
        effective=verdicts.count("effective"),
        effective_share=share(verdicts.count("effective"), len(verdicts)),
    )


def _exempt(action: Action) -> bool:
    """A failed but honest innovation costs nothing."""
    return action.innovation and action.verification is not None and action.verification.result != "effective"
