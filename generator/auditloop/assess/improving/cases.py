"""The library of cases, and which of them may help with which finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from auditloop.assess.findings import is_open
from auditloop.assess.improving.figures import assess_figure
from auditloop.assess.measuring import Measurements
from auditloop.assess.results import CaseResult, FindingResult, SimilarCase
from auditloop.model import Case, Workspace

OWN, ITEM, CAUSE = "own", "item", "cause"
WHYS = (OWN, ITEM, CAUSE)
MOST = 3
"""Cases suggested for one finding: more are not read."""


def with_similar_cases(findings: Sequence[FindingResult], cases: Mapping[str, Case]) -> list[FindingResult]:
    """The findings, each with the cases that may help: written about it, of the same item, of the same cause.

    In this order, and of each sort those of the same domain first, then the newest. A good practice needs no help.
    """
    if not cases:
        return list(findings)
    return [
        msgspec.structs.replace(finding, similar_cases=found)
        if finding.class_ != "good-practice" and (found := _similar(finding, cases))
        else finding
        for finding in findings
    ]


def assess_cases(workspace: Workspace, measured: Measurements, findings: Sequence[FindingResult]) -> list[CaseResult]:
    """Newest first, then by id."""
    helps: dict[str, list[str]] = {}
    for finding in findings:
        if is_open(finding):
            for similar in finding.similar_cases:
                helps.setdefault(similar.case, []).append(finding.id)
    found = [
        CaseResult(
            id=case.id,
            name=case.name,
            team=case.team,
            example=case.example,
            date=case.date,
            checklist=case.checklist,
            domain=case.domain,
            cause=case.cause,
            items=list(case.items),
            figures=[assess_figure(figure, case.team, workspace, measured) for figure in case.results],
            actions=list(case.actions),
            findings=list(case.findings),
            suggested_for=helps.get(case.id, []),
        )
        for case in workspace.cases.values()
    ]
    return sorted(found, key=lambda case: (-case.date.toordinal(), case.id))


def _similar(finding: FindingResult, cases: Mapping[str, Case]) -> list[SimilarCase]:
    found = [(why, case) for case in cases.values() if (why := _why(finding, case))]
    found.sort(
        key=lambda each: (
            WHYS.index(each[0]),
            not _same_domain(finding, each[1]),
            -each[1].date.toordinal(),
            each[1].id,
        )
    )
    return [SimilarCase(case=case.id, why=why) for why, case in found[:MOST]]


def _why(finding: FindingResult, case: Case) -> str | None:
    if finding.id in case.findings:
        return OWN
    if finding.checklist == case.checklist and finding.item in case.items:
        return ITEM
    return CAUSE if finding.cause is not None and finding.cause == case.cause else None


def _same_domain(finding: FindingResult, case: Case) -> bool:
    return (finding.checklist, finding.domain) == (case.checklist, case.domain)
