"""What a score would be if some items had their full score: the audit as it might be, scored by the very same code.

Knows no finding and no action; only answers, and the audit that stands for a team now.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from auditloop.assess.arithmetic import median
from auditloop.assess.audit_score import AuditScore
from auditloop.assess.audits import Edition, Scoring, edition_of
from auditloop.assess.results import AuditRaised, DomainRaised, DomainResult
from auditloop.model import Answer, Audit, Workspace


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
    """Scores the latest audits of teams again with items raised; the same question is reckoned once.

    `peers` are the latest audits of all teams: those made with the same edition are what medians are of.
    """

    def __init__(self, workspace: Workspace, scores: Mapping[str, AuditScore], peers: Iterable[Audit]) -> None:
        self._workspace = workspace
        self._scoring = Scoring(workspace)
        self._scores = scores
        self._domains: dict[tuple[Edition, str], list[float]] = {}
        for audit in peers:
            for domain in scores[audit.id].domains:
                if domain.score is not None:
                    insort(self._domains.setdefault((edition_of(audit, workspace), domain.id), []), domain.score)
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
        raised, edition = set(items), edition_of(audit, self._workspace)
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
                self._domain(edition, old, new)
                for old, new in zip(before.domains, after.domains, strict=True)
                if any(item.id in raised for section in new.sections for item in section.items)
            ],
        )

    def _domain(self, edition: Edition, old: DomainResult, new: DomainResult) -> DomainRaised:
        scores = self._domains.get((edition, new.id), [])
        known = old.score is not None and new.score is not None and len(scores) > 1
        return DomainRaised(
            id=new.id,
            score_before=old.score,
            score=new.score,
            grade_before=old.grade,
            grade=new.grade,
            median_before=median(scores) if known else None,
            median=median(_replaced(scores, old.score, new.score)) if known else None,
        )


def _replaced(scores: Sequence[float], old: float | None, new: float | None) -> list[float]:
    """In order, with one score in place of another one that is there."""
    assert old is not None and new is not None
    others = list(scores)
    others.remove(old)
    insort(others, new)
    return others
