"""A team's audits over time, and its domains beside those of the other teams. Drafts do not enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditloop.assess.arithmetic import difference, median
from auditloop.assess.audit_score import AuditScore
from auditloop.assess.audits import Edition, edition_of
from auditloop.assess.results import AuditMark, DomainResult, KpiResult, TeamDomain, TeamResult
from auditloop.model import Audit, Workspace


def assess_teams(
    workspace: Workspace, finals: Sequence[Audit], scores: Mapping[str, AuditScore], kpis: Iterable[KpiResult]
) -> list[TeamResult]:
    """Teams in the organisation's order. `finals` are oldest first."""
    history: dict[str, list[Audit]] = {team.id: [] for team in workspace.organisation.teams}
    for audit in finals:
        history[audit.team].append(audit)
    latest = {team: _latest(audits) for team, audits in history.items()}
    medians = _medians(workspace, (a for audits in latest.values() for a in audits), scores)
    targets = _targets(kpis)
    return [
        TeamResult(
            id=team,
            history=[_mark(audit, workspace, scores) for audit in audits],
            latest=[_mark(audit, workspace, scores) for audit in latest[team]],
            domains=[
                _team_domain(audit, domain, medians[edition_of(audit, workspace), domain.id])
                for audit in latest[team]
                for domain in scores[audit.id].domains
            ],
            kpis_with_target=len(targets.get(team, ())),
            kpis_met=sum(targets.get(team, ())),
        )
        for team, audits in history.items()
    ]


def _latest(audits: Iterable[Audit]) -> list[Audit]:
    """The newest audit per checklist, by checklist id."""
    newest = {audit.checklist: audit for audit in audits}
    return [newest[checklist] for checklist in sorted(newest)]


def _mark(audit: Audit, workspace: Workspace, scores: Mapping[str, AuditScore]) -> AuditMark:
    score = scores[audit.id]
    return AuditMark(
        audit=audit.id,
        date=audit.date,
        type=audit.type,
        checklist=audit.checklist,
        edition=edition_of(audit, workspace).edition,
        score=score.score,
        grade=score.grade,
        passed=score.passed,
    )


def _medians(
    workspace: Workspace, latest: Iterable[Audit], scores: Mapping[str, AuditScore]
) -> dict[tuple[Edition, str], tuple[float | None, int]]:
    """(edition, domain) → median of the teams' latest scores, and of how many. Within one edition only."""
    values: dict[tuple[Edition, str], list[float]] = {}
    for audit in latest:
        for domain in scores[audit.id].domains:
            found = values.setdefault((edition_of(audit, workspace), domain.id), [])
            if domain.score is not None:
                found.append(domain.score)
    return {key: (median(found), len(found)) for key, found in values.items()}


def _team_domain(audit: Audit, domain: DomainResult, of_all: tuple[float | None, int]) -> TeamDomain:
    middle, n = of_all
    return TeamDomain(
        checklist=audit.checklist,
        domain=domain.id,
        audit=audit.id,
        score=domain.score,
        grade=domain.grade,
        median=middle,
        n=n,
        difference=difference(domain.score, middle),
    )


def _targets(kpis: Iterable[KpiResult]) -> dict[str, list[bool]]:
    """Team → whether each of its indicators with a target meets it in its latest period."""
    met: dict[str, list[bool]] = {}
    for kpi in kpis:
        for series in kpi.series:
            if series.team is not None and series.met is not None:
                met.setdefault(series.team, []).append(series.met)
    return met
