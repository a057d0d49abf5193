"""An action is past its due date and not done. As severe as the action is urgent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.actions import ended_on
from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import ActionLate, ActionResult, LinkTarget
from auditloop.model.early_warning import Overdue


def find(known: Known, limits: Overdue) -> Iterator[Draft]:
    for action in known.actions:
        if action.overdue and action.days_overdue >= limits.days:
            yield _draft(known, action, action.days_overdue)


def ended(known: Known, limits: Overdue, since: dt.date) -> Iterator[Ended]:
    """When it was done, or cancelled. A due date that was put off leaves no day by which it could be told."""
    for action in known.actions:
        end = ended_on(known.workspace.actions[action.id])
        late = (end.day - action.due).days - 1 if end else 0
        if end and since <= end.day <= known.as_of and late >= limits.days:
            yield Ended(_draft(known, action, late), end.day, end.how)


def _draft(known: Known, action: ActionResult, days: int) -> Draft:
    priority = known.workspace.actions[action.id].priority
    return Draft(
        severity=priority,
        team=action.team,
        subject=action.id,
        since=action.due + dt.timedelta(days=1),
        what=ActionLate(
            action=action.id,
            due=action.due,
            days=days,
            status=action.status,
            priority=priority,
        ),
        link=LinkTarget(kind="action", id=action.id),
        owner=action.owner,
    )
