"""Problems that were found again: each costs points in the yearly evaluation.

It costs nothing where an innovation was tried against it that did not work: an honest attempt is exempt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.assess.results import FindingResult, ProblemAgain
from auditloop.model import Workspace
from auditloop.model.early_warning import RepeatedProblem


def problems_again(
    workspace: Workspace, findings: Sequence[FindingResult], year: int, limits: RepeatedProblem
) -> dict[str, list[ProblemAgain]]:
    """Team → the findings of the year that repeat an earlier one, oldest first."""
    by_id = {finding.id: finding for finding in findings}
    found: dict[str, list[ProblemAgain]] = {}
    for finding in sorted(findings, key=lambda f: (f.date, f.id)):
        if finding.repeats and finding.date.year == year:
            exempt = _innovation(workspace, finding, by_id)
            found.setdefault(finding.team, []).append(
                ProblemAgain(
                    finding=finding.id,
                    date=finding.date,
                    repeats=finding.repeats,
                    points=0.0 if exempt else limits.points,
                    exempt=exempt,
                )
            )
    return found


def _innovation(workspace: Workspace, finding: FindingResult, by_id: Mapping[str, FindingResult]) -> str | None:
    """The first innovation taken for a problem that it repeats and judged not (fully) effective."""
    for earlier in finding.repeats:
        for id in by_id[earlier].actions:
            action = workspace.actions[id]
            if action.innovation and action.verification and action.verification.result != "effective":
                return id
    return None
