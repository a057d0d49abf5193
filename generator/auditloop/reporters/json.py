"""Problems for programs: one JSON object, with the sentences in one language."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from auditloop.problems import Place, Problem, Severity

FORMAT = 1


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """`format`, `counts` by severity, and `problems` in order; lines and columns count from 1."""
    found = {
        "format": FORMAT,
        "language": "zh" if lang.startswith("zh") else "en",
        "counts": {severity.value: sum(p.severity is severity for p in problems) for severity in Severity},
        "problems": [_problem(problem, lang) for problem in problems],
    }
    text = json.dumps(found, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    return {
        **_place(problem.place),
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message.in_language(lang),
        "hint": problem.hint.in_language(lang),
        "related": [_place(place) for place in problem.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
