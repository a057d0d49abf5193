"""What became of the decisions that people took: by their own day, or by the action that carries them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from auditloop.assess.actions import FINISHED
from auditloop.assess.results import ActionResult, DecisionResult
from auditloop.model import Decision, Workspace


def assess_decisions(workspace: Workspace, actions: Sequence[ActionResult], as_of: dt.date) -> list[DecisionResult]:
    """Overdue ones first, longest first; then open ones by due date, those without one after them; done ones last."""
    by_id = {action.id: action for action in actions}
    found = [_result(record, at, decision, by_id, as_of) for record, at, decision in _all(workspace)]
    order = {"overdue": 0, "open": 1, "dropped": 2, "done": 3}
    return sorted(found, key=lambda d: (order[d.status], d.due or dt.date.max, d.record, d.position))


def _all(workspace: Workspace) -> Iterator[tuple[str, int, Decision]]:
    for kind, records in (("commentary", workspace.commentaries), ("topic", workspace.topics)):
        for id, record in records.items():
            for position, decision in enumerate(record.decisions):
                yield f"{kind}/{id}", position, decision


def _result(
    record: str, position: int, decision: Decision, actions: Mapping[str, ActionResult], as_of: dt.date
) -> DecisionResult:
    action = actions.get(decision.action or "")
    due = decision.due or (action.due if action else None)
    done = decision.done if decision.done and decision.done <= as_of else None
    if done is None and action and action.status in FINISHED:
        done = action.done
    status = "open"
    if done is not None:
        status = "done"
    elif action and action.status == "cancelled":
        status = "dropped"
    elif due is not None and due < as_of:
        status = "overdue"
    return DecisionResult(
        record=record,
        position=position,
        owner=decision.owner or (action.owner if action else None),
        due=due,
        done=done,
        action=action.id if action else None,
        status=status,
        days_overdue=(as_of - due).days if status == "overdue" and due else 0,
    )
