"""What became of every action: done, verified, moved, overdue."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.changes.order import pairs, ranked, worst
from auditloop.assess.changes.values import CONCERN, IMPROVEMENT, NEUTRAL, ActionShift
from auditloop.assess.results import ActionResult

_ENDED = ("done", "verified", "cancelled")
_JUDGED = {
    "removed": CONCERN,
    "reopened": CONCERN,
    "overdue": CONCERN,
    "postponed": CONCERN,
    "blocked": CONCERN,
    "done": IMPROVEMENT,
    "verified": IMPROVEMENT,
}


def action_shifts(before: Sequence[ActionResult], after: Sequence[ActionResult]) -> list[ActionShift]:
    """Concerns first, longest overdue first; then what was done, then the rest."""
    found = [shift for old, new in pairs(before, after) if (shift := _shift(old, new))]
    return sorted(found, key=lambda s: ranked(s.judgement, -s.days_overdue, s.due, s.id))


def _shift(old: ActionResult | None, new: ActionResult | None) -> ActionShift | None:
    if new is None:
        assert old is not None
        return _told(old, None, ["removed"])
    if old is None:
        return _told(new, None, ["added", *(["overdue"] if new.overdue else [])])
    what = []
    if old.status != new.status:
        what.append(_step(old.status, new.status))
    if new.due != old.due:
        what.append("postponed" if new.due > old.due else "brought-forward")
    if new.overdue and not old.overdue:
        what.append("overdue")
    return _told(new, old, what) if what else None


def _step(before: str, after: str) -> str:
    if after in (*_ENDED, "blocked"):
        return after
    return "reopened" if before in _ENDED else "status"


def _told(action: ActionResult, old: ActionResult | None, what: list[str]) -> ActionShift:
    judgements = [_JUDGED.get(each, NEUTRAL) for each in what]
    if "verified" in what and action.verdict == "ineffective":
        judgements = [CONCERN]
    return ActionShift(
        id=action.id,
        team=action.team,
        owner=action.owner,
        what=what,
        status_before=old.status if old else None,
        status=action.status,
        due_before=old.due if old else None,
        due=action.due,
        days_overdue=action.days_overdue if action.overdue else 0,
        verdict=action.verdict,
        judgement=worst(judgements),
    )
