"""How all teams do on a checklist, item by item, and which items are weakest. Knows the latest final audits only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditloop.assess.arithmetic import mean
from auditloop.assess.audit_score import NOT_APPLICABLE, AuditScore
from auditloop.assess.audits import Edition, edition_of
from auditloop.assess.results import ChecklistResult, ItemAcrossTeams, ItemResult
from auditloop.model import Audit, Checklist, Workspace

WEAKEST = 10


def assess_checklists(
    workspace: Workspace, finals: Iterable[Audit], scores: Mapping[str, AuditScore]
) -> list[ChecklistResult]:
    """One result per checklist id, over its current edition, by id. `finals` are oldest first."""
    with_edition: dict[Edition, list[Audit]] = {}
    for audit in finals:
        with_edition.setdefault(edition_of(audit, workspace), []).append(audit)
    return [
        _checklist_result(checklist, with_edition.get(Edition(checklist.id, checklist.edition), []), scores)
        for _, checklist in sorted(workspace.checklists.items())
    ]


def _checklist_result(checklist: Checklist, finals: list[Audit], scores: Mapping[str, AuditScore]) -> ChecklistResult:
    latest = {audit.team: scores[audit.id].items for audit in finals}
    by_team = dict(sorted(latest.items()))
    items = [
        _across_teams(item.id, domain.id, section.id, {team: items[item.id] for team, items in by_team.items()})
        for domain in checklist.domains
        for section in domain.sections
        for item in section.items
    ]
    weak = sorted((item.mean, item.id) for item in items if item.mean is not None and item.mean < 1)
    return ChecklistResult(
        id=checklist.id,
        edition=checklist.edition,
        audits=[audit.id for audit in sorted(finals, key=lambda a: (-a.date.toordinal(), a.id))],
        items=items,
        weakest=[id_ for _, id_ in weak[:WEAKEST]],
    )


def _across_teams(item: str, domain: str, section: str, answers: Mapping[str, ItemResult]) -> ItemAcrossTeams:
    """Mean ratio 0–1 over scored answers; what is not applicable or not assessed is left out, not counted as 0."""
    ratios = [answer.ratio for answer in answers.values() if answer.ratio is not None]
    return ItemAcrossTeams(
        id=item,
        domain=domain,
        section=section,
        mean=mean(ratios),
        n=len(ratios),
        na=sum(answer.state == NOT_APPLICABLE for answer in answers.values()),
        failed=sum(ratio == 0 for ratio in ratios),
        teams={team: answer.ratio for team, answer in answers.items()},
    )
