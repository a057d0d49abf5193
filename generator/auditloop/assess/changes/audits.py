"""What became of every audit, and why its score is another one than before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.assess.audit_change import item_changes, split_causes
from auditloop.assess.audit_score import AuditScore
from auditloop.assess.changes.order import by_sign, differ, pairs, ranked
from auditloop.assess.changes.values import CONCERN, NEUTRAL, AuditShift
from auditloop.assess.results import AuditResult

_FINAL = "final"


def audit_shifts(before: Sequence[AuditResult], after: Sequence[AuditResult]) -> list[AuditShift]:
    """Largest loss first, then largest gain, then those without a change of score."""
    now = {audit.id: audit for audit in after}
    found = [_shift(old, new, now, after) for old, new in pairs(before, after)]
    return sorted(
        (shift for shift in found if shift),
        key=lambda s: ranked(s.judgement, -abs(s.change or 0), s.id),
    )


def _shift(
    old: AuditResult | None, new: AuditResult | None, now: Mapping[str, AuditResult], after: Sequence[AuditResult]
) -> AuditShift | None:
    if new is None:
        assert old is not None
        return _told(old, old, None, "removed", CONCERN if old.status == _FINAL else NEUTRAL)
    if old is None or (new.status == _FINAL and old.status != _FINAL):
        earlier = _predecessor(new, now, after)
        what = "added" if old is None else "finalised"
        return _told(new, earlier, new, what, _judged(earlier, new) if new.status == _FINAL else NEUTRAL)
    if _content(old) == _content(new) and not differ(old.score, new.score):
        return None
    reopened = old.status == _FINAL and new.status != _FINAL
    judgement = CONCERN if reopened else _judged(old, new) if new.status == _FINAL else NEUTRAL
    return _told(new, old, new, "reopened" if reopened else "changed", judgement)


def _content(audit: AuditResult) -> object:
    """What people wrote, and what the checklist and the grades made of it."""
    answers = [(item.id, item.state, item.ratio, item.weight) for item in _score(audit).items.values()]
    return (
        audit.team,
        audit.checklist,
        audit.edition,
        audit.date,
        audit.type,
        audit.status,
        audit.grade,
        audit.passed,
        answers,
    )


def _predecessor(
    audit: AuditResult, now: Mapping[str, AuditResult], after: Sequence[AuditResult]
) -> AuditResult | None:
    """The audit it names as its previous one, else the team's last final one with the same edition before it."""
    if audit.comparison:
        return now.get(audit.comparison.audit)
    same = (audit.team, audit.checklist, audit.edition)
    earlier = [
        each
        for each in after
        if each.date < audit.date and each.status == _FINAL and (each.team, each.checklist, each.edition) == same
    ]
    return max(earlier, key=lambda each: (each.date, each.id), default=None)


def _judged(old: AuditResult | None, new: AuditResult) -> str:
    if new.passed is False and (old is None or old.passed is not False):
        return CONCERN
    if old is None or old.score is None or new.score is None:
        return NEUTRAL
    return by_sign(new.score - old.score)


def _told(
    audit: AuditResult, old: AuditResult | None, new: AuditResult | None, what: str, judgement: str
) -> AuditShift:
    causes = split_causes(_score(old), _score(new)) if old and new else None
    return AuditShift(
        id=audit.id,
        team=audit.team,
        checklist=audit.checklist,
        edition=audit.edition,
        edition_before=old.edition if old else None,
        date=audit.date,
        type=audit.type,
        what=what,
        status=audit.status,
        against=old.id if old and new else None,
        score_before=old.score if old else None,
        score=new.score if new else None,
        change=new.score - old.score if old and new and old.score is not None and new.score is not None else None,
        performance=causes.performance if causes else None,
        weights=causes.weights if causes else None,
        questions=causes.questions if causes else None,
        applicability=causes.applicability if causes else None,
        grade_before=old.grade if old else None,
        grade=new.grade if new else None,
        passed_before=old.passed if old else None,
        passed=new.passed if new else None,
        items=item_changes(_score(old), _score(new)) if old and new else [],
        judgement=judgement,
    )


def _score(audit: AuditResult) -> AuditScore:
    items = {item.id: item for d in audit.domains for section in d.sections for item in section.items}
    return AuditScore(
        score=audit.score,
        coverage=audit.coverage,
        na_share=audit.na_share,
        grade=audit.grade,
        uncapped_grade=audit.uncapped_grade,
        passed=audit.passed,
        capped_by=audit.capped_by,
        domains=audit.domains,
        items=items,
    )
