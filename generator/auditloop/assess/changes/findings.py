"""What became of every finding: new, come back, closed, accepted, or a step on."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.changes.order import pairs, ranked
from auditloop.assess.changes.values import CONCERN, IMPROVEMENT, NEUTRAL, FindingShift
from auditloop.assess.finding_status import ACCEPTED, CLOSED
from auditloop.assess.findings import CLASSES, is_open
from auditloop.assess.results import FindingResult

_STEPS = ("open", "planned", "in-action", "awaiting-verification", CLOSED)
_GRAVE = ("major", "minor")
_WHATS = ("removed", "reopened", "added", "reclassified", "moved", "accepted", "closed")


def finding_shifts(before: Sequence[FindingResult], after: Sequence[FindingResult]) -> list[FindingShift]:
    """Concerns by what happened, then by class; improvements and the rest likewise."""
    found = [shift for old, new in pairs(before, after) if (shift := _shift(old, new))]
    return sorted(
        found,
        key=lambda s: ranked(s.judgement, _WHATS.index(s.what), CLASSES.index(s.class_), s.id),
    )


def _shift(old: FindingResult | None, new: FindingResult | None) -> FindingShift | None:
    if new is None:
        assert old is not None
        return _told(old, None, "removed", CONCERN)
    if old is None:
        return _told(new, None, "added", _of_new(new))
    if is_open(old) != is_open(new):
        if is_open(new):
            return _told(new, old, "reopened", CONCERN)
        return _told(new, old, new.status, IMPROVEMENT if new.status == CLOSED else NEUTRAL)
    if old.class_effective != new.class_effective:
        graver = CLASSES.index(new.class_effective) < CLASSES.index(old.class_effective)
        return _told(new, old, "reclassified", CONCERN if graver else NEUTRAL)
    if old.status != new.status:
        return _told(new, old, "moved", _of_step(old.status, new.status))
    return None


def _of_new(finding: FindingResult) -> str:
    if finding.class_effective == "good-practice":
        return IMPROVEMENT
    return CONCERN if is_open(finding) and finding.class_effective in _GRAVE else NEUTRAL


def _of_step(before: str, after: str) -> str:
    if ACCEPTED in (before, after):
        return NEUTRAL
    return CONCERN if _STEPS.index(after) < _STEPS.index(before) else NEUTRAL


def _told(finding: FindingResult, old: FindingResult | None, what: str, judgement: str) -> FindingShift:
    return FindingShift(
        id=finding.id,
        team=finding.team,
        audit=finding.audit,
        checklist=finding.checklist,
        item=finding.item,
        what=what,
        class_before=old.class_effective if old else None,
        class_=finding.class_effective,
        risk=finding.risk,
        status_before=old.status if old else None,
        status=finding.status,
        recurrences=finding.recurrences,
        judgement=judgement,
    )
