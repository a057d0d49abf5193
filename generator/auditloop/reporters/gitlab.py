"""Problems for GitLab: a Code Quality report, which merge requests show beside the lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from auditloop.problems import Problem, Severity, fingerprints
from auditloop.problems.shown import visible
from auditloop.reporters import wording

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """An array of issues. GitLab compares two branches by the fingerprints and shows one issue for each."""
    marks = fingerprints(problems)
    issues = [_issue(problem, mark, lang) for problem, mark in zip(problems, marks, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(problem: Problem, fingerprint: str, lang: str) -> dict[str, Any]:
    return {
        "description": " ".join(wording.lines(problem, lang)),
        "check_name": problem.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": visible(problem.place.file), "lines": {"begin": problem.place.line}},
    }
