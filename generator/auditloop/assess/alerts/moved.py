"""An action that is still open was put off again and again. As severe as the action is urgent.

A postponement carries no day of its own: the due date that it gave up stands for it, or the day that is judged where
that date lies ahead.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.actions import ended_on, is_open
from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import ActionPutOff, ActionResult, LinkTarget
from auditloop.model.early_warning import Moved


def find(known: Known, limits: Moved) -> Iterator[Draft]:
    for result in known.actions:
        if is_open(known.workspace.actions[result.id]) and result.moves >= limits.times:
            yield _draft(known, result, limits, known.as_of)


def ended(known: Known, limits: Moved, since: dt.date) -> Iterator[Ended]:
    """When it was done, or cancelled."""
    for result in known.actions:
        end = ended_on(known.workspace.actions[result.id])
        if end and since <= end.day <= known.as_of and result.moves >= limits.times:
            yield Ended(_draft(known, result, limits, end.day), end.day, end.how)


def _draft(known: Known, result: ActionResult, limits: Moved, day: dt.date) -> Draft:
    action = known.workspace.actions[result.id]
    return Draft(
        severity=action.priority,
        team=result.team,
        subject=result.id,
        since=min(action.moved[limits.times - 1].from_, day),
        what=ActionPutOff(
            action=result.id,
            times=result.moves,
            days=result.days_moved,
            due=result.due,
            status=result.status,
            priority=action.priority,
        ),
        link=LinkTarget(kind="action", id=result.id),
        owner=action.owner,
    )
