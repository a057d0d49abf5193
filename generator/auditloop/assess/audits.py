"""All audits of a workspace: each scored on its own, then set beside the one before it and beside other auditors'.

Orders the parts; the arithmetic is in audit_score, audit_change and agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.agreement import Views, agreements, views
from auditloop.assess.audit_change import compare, not_comparable
from auditloop.assess.audit_score import UNSCORABLE, AuditScore, Form, form_of, score_audit
from auditloop.assess.grades import grade_table
from auditloop.assess.results import ApprovalResult, AuditComparison, AuditResult
from auditloop.model import Audit, Checklist, Grade, Workspace


class Edition(NamedTuple):
    """What makes two audits comparable: the same questions with the same weights."""

    checklist: str
    edition: str


def checklist_of(audit: Audit, workspace: Workspace) -> Checklist | None:
    """The checklist in the edition the audit was made with; None where that edition is not at hand."""
    current = workspace.checklists[audit.checklist]
    if audit.edition in (None, current.edition):
        return current
    return workspace.editions.get((audit.checklist, audit.edition or ""))


def edition_of(audit: Audit, workspace: Workspace) -> Edition:
    return Edition(audit.checklist, audit.edition or workspace.checklists[audit.checklist].edition)


class Scoring:
    """Scores audits of a workspace, as they are or as they might be; every edition of a checklist is laid out once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._grades = grade_table(workspace.organisation.grades)
        self._forms: dict[tuple[str, str], Form] = {}

    @property
    def grades(self) -> Sequence[Grade]:
        """Best first."""
        return self._grades

    def form(self, audit: Audit) -> Form | None:
        """None where the edition the audit was made with is not at hand."""
        checklist = checklist_of(audit, self._workspace)
        if checklist is None:
            return None
        key = (checklist.id, checklist.edition)
        if key not in self._forms:
            self._forms[key] = form_of(checklist)
        return self._forms[key]

    def score(self, audit: Audit) -> AuditScore:
        form = self.form(audit)
        return UNSCORABLE if form is None else score_audit(audit, form, self._grades)


def score_audits(workspace: Workspace) -> dict[str, AuditScore]:
    """Every audit, drafts too, scored on its own: id → score."""
    scoring = Scoring(workspace)
    return {audit.id: scoring.score(audit) for audit in workspace.audits.values()}


def assess_audits(workspace: Workspace, scores: Mapping[str, AuditScore]) -> list[AuditResult]:
    """Newest first, then id. A draft has a score and a comparison, but is nobody's second opinion."""
    opinions = _opinions(workspace, final_audits(workspace))
    audits = sorted(workspace.audits.values(), key=lambda a: (-a.date.toordinal(), a.id))
    return [_audit_result(audit, workspace, scores, opinions) for audit in audits]


def final_audits(workspace: Workspace) -> list[Audit]:
    """Oldest first, then id: the ones that histories, teams and checklists are made of."""
    return sorted((a for a in workspace.audits.values() if a.status == "final"), key=lambda a: (a.date, a.id))


def _opinions(workspace: Workspace, audits: Iterable[Audit]) -> dict[tuple[str, Edition], Views]:
    grouped: dict[tuple[str, Edition], list[Audit]] = {}
    for audit in audits:
        grouped.setdefault((audit.team, edition_of(audit, workspace)), []).append(audit)
    return {key: views(group) for key, group in grouped.items()}


def _audit_result(
    audit: Audit,
    workspace: Workspace,
    scores: Mapping[str, AuditScore],
    opinions: Mapping[tuple[str, Edition], Views],
) -> AuditResult:
    score, edition = scores[audit.id], edition_of(audit, workspace)
    others = opinions.get((audit.team, edition), {}) if audit.status == "final" else {}
    return AuditResult(
        id=audit.id,
        team=audit.team,
        checklist=audit.checklist,
        edition=edition.edition,
        date=audit.date,
        type=audit.type,
        status=audit.status,
        score=score.score,
        coverage=score.coverage,
        na_share=score.na_share,
        grade=score.grade,
        uncapped_grade=score.uncapped_grade,
        passed=score.passed,
        capped_by=score.capped_by,
        domains=score.domains,
        comparison=_comparison(audit, workspace, scores),
        agreement=agreements(audit, others, scores),
        findings=[finding.id for finding in audit.findings],
        approval=_approval(audit),
    )


def _approval(audit: Audit) -> ApprovalResult | None:
    given = audit.approval
    return ApprovalResult(by=given.by, date=given.date, stale=given.content != audit.content) if given else None


def _comparison(audit: Audit, workspace: Workspace, scores: Mapping[str, AuditScore]) -> AuditComparison | None:
    """Against the audit named as `previous`; None where none is named."""
    if audit.previous is None:
        return None
    earlier = workspace.audits[audit.previous]
    if edition_of(earlier, workspace) != edition_of(audit, workspace):
        return not_comparable(earlier.id)
    return compare(earlier.id, scores[earlier.id], scores[audit.id])
