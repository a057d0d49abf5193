"""An action that is still open was put off again and again. As severe as the action is urgent.

A postponement carries no day of its own: the due date that it gave up stands for it, or the day that is judged where
that date lies ahead.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.actions import is_open
from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.results import ActionPutOff, LinkTarget
from auditloop.model.early_warning import Moved


def find(known: Known, limits: Moved) -> Iterator[Draft]:
    for result in known.actions:
        action = known.workspace.actions[result.id]
        if is_open(action) and result.moves >= limits.times:
            yield Draft(
                severity=action.priority,
                team=result.team,
                subject=result.id,
                since=min(action.moved[limits.times - 1].from_, known.as_of),
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
