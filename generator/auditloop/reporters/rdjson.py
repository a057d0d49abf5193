"""Problems for reviewdog: its Diagnostic Format as one JSON object.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from auditloop.problems import Place, Problem, Severity
from auditloop.problems.shown import visible
from auditloop.reporters import wording

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """Lines only: reviewdog counts columns in bytes of UTF-8, we count characters, and the text is not at hand."""
    found = {"source": {"name": "auditloop"}, "diagnostics": [_diagnostic(problem, lang) for problem in problems]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(problem: Problem, lang: str) -> dict[str, Any]:
    also = wording.RELATED.in_language(lang)
    related = [{"message": also, "location": _location(place)} for place in problem.related]
    return {
        "message": "\n".join(wording.lines(problem, lang, related=False)),
        "location": _location(problem.place),
        "severity": _SEVERITIES[problem.severity],
        "code": {"value": problem.code},
        **({"related_locations": related} if related else {}),
    }


def _location(place: Place) -> dict[str, Any]:
    return {"path": visible(place.file), "range": {"start": {"line": place.line}}}
