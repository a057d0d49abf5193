"""What a score would be if some items had their full score: the audit as it might be, scored by the very same code.

Knows no finding and no action; only answers, and the audit that stands for a team now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from auditloop.assess.audit_score import AuditScore
from auditloop.assess.audits import Scoring
from auditloop.assess.results import AuditRaised, DomainRaised
from auditloop.model import Answer, Audit


def short_of_full(score: AuditScore, items: Iterable[str]) -> list[str]:
    """Of these items the ones that cost the audit points, in the order of the checklist.

    What is not applicable, not assessed or not asked in this edition has none to give back.
    """
    wanted = set(items)
    return [id_ for id_, item in score.items.items() if id_ in wanted and item.ratio is not None and item.ratio < 1]


def with_full_score(audit: Audit, items: Iterable[str], highest: float) -> Audit:
    """The audit with the best answer of its scale, `highest`, to these items. A sample becomes one without failure."""
    best = Answer(score=highest)
    return msgspec.structs.replace(audit, answers={**audit.answers, **dict.fromkeys(items, best)})


class Raising:
    """Scores the latest audits of teams again with items raised; the same question is reckoned once."""

    def __init__(self, scoring: Scoring, scores: Mapping[str, AuditScore]) -> None:
        self._scoring = scoring
        self._scores = scores
        self._known: dict[tuple[str, tuple[str, ...]], AuditRaised | None] = {}

    @property
    def grades(self) -> list[str]:
        """Best first."""
        return [grade.grade for grade in self._scoring.grades]

    def of(self, audit: Audit, items: Iterable[str]) -> AuditRaised | None:
        """None where there is nothing to gain: every item has its full score, or none."""
        raisable = tuple(short_of_full(self._scores[audit.id], items))
        key = (audit.id, raisable)
        if key not in self._known:
            self._known[key] = self._reckoned(audit, raisable)
        return self._known[key]

    def lifts(self, raised: AuditRaised) -> str | None:
        """passed | grade | None"""
        if raised.passed_before is False and raised.passed is not False:
            return "passed"
        order = self.grades
        if raised.grade is None or raised.grade == raised.grade_before:
            return None
        if raised.grade_before is None or order.index(raised.grade) < order.index(raised.grade_before):
            return "grade"
        return None

    def _reckoned(self, audit: Audit, items: Sequence[str]) -> AuditRaised | None:
        form, before = self._scoring.form(audit), self._scores[audit.id]
        if not items or form is None or before.score is None:
            return None
        after = self._scoring.score(with_full_score(audit, items, form.highest))
        assert after.score is not None
        raised = set(items)
        return AuditRaised(
            audit=audit.id,
            checklist=audit.checklist,
            items=list(items),
            score_before=before.score,
            score=after.score,
            points=after.score - before.score,
            grade_before=before.grade,
            grade=after.grade,
            passed_before=before.passed,
            passed=after.passed,
            domains=[
                DomainRaised(
                    id=new.id,
                    score_before=old.score,
                    score=new.score,
                    grade_before=old.grade,
                    grade=new.grade,
                )
                for old, new in zip(before.domains, after.domains, strict=True)
                if any(item.id in raised for section in new.sections for item in section.items)
            ],
        )
