"""An action is past its due date and not done. As severe as the action is urgent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.results import ActionLate, LinkTarget
from auditloop.model.early_warning import Overdue


def find(known: Known, limits: Overdue) -> Iterator[Draft]:
    for action in known.actions:
        if action.overdue and action.days_overdue >= limits.days:
            priority = known.workspace.actions[action.id].priority
            yield Draft(
                severity=priority,
                team=action.team,
                subject=action.id,
                since=action.due + dt.timedelta(days=1),
                what=ActionLate(
                    action=action.id,
                    due=action.due,
                    days=action.days_overdue,
                    status=action.status,
                    priority=priority,
                ),
                link=LinkTarget(kind="action", id=action.id),
                owner=action.owner,
            )
