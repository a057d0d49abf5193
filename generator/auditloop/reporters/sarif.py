"""Problems for code-scanning services and editors: SARIF 2.1.0.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from auditloop import __version__
from auditloop.problems import Bilingual, Place, Problem, Severity, fingerprints
from auditloop.problems.catalogue import CODES
from auditloop.problems.shown import visible
from auditloop.reporters import wording

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_ROOT_IS = Bilingual("存放这些文件的仓库的根目录", "The root of the repository that holds the files")


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """One run with the rules that were broken and the results, each with a fingerprint that outlives moved lines."""
    codes = sorted({problem.code for problem in problems})
    rule_index = {code: index for index, code in enumerate(codes)}
    level = {problem.code: _LEVELS[problem.severity] for problem in problems}
    run = {
        "tool": {
            "driver": {
                "name": "Auditloop",
                "semanticVersion": __version__,
                "rules": [_rule(code, level[code], lang) for code in codes],
            }
        },
        "language": "zh-CN" if lang.startswith("zh") else "en-US",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _ROOT_IS.in_language(lang)}}},
        "results": [
            _result(problem, rule_index[problem.code], mark, lang)
            for problem, mark in zip(problems, fingerprints(problems), strict=True)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, level: str, lang: str) -> dict[str, Any]:
    """The catalogue's sentences, with a gap where the facts of a case stand."""
    rule: dict[str, Any] = {"id": code, "defaultConfiguration": {"level": level}}
    entry = CODES.get(code)
    if entry:
        message = _with_gaps(Bilingual(entry.message_zh, entry.message_en).in_language(lang))
        hint = _with_gaps(Bilingual(entry.hint_zh, entry.hint_en).in_language(lang))
        rule["shortDescription"] = {"text": message}
        if hint.strip("…"):
            rule["help"] = {"text": hint}
    return rule


def _with_gaps(sentence: str) -> str:
    return sentence.format_map(defaultdict(lambda: "…"))


def _result(problem: Problem, rule_index: int, fingerprint: str, lang: str) -> dict[str, Any]:
    where: dict[str, Any] = {"physicalLocation": _location(problem.place)}
    if problem.pointer:
        path = "/".join(visible(str(step)) for step in problem.pointer)
        where["logicalLocations"] = [{"fullyQualifiedName": path, "kind": "member"}]
    result = {
        "ruleId": problem.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[problem.severity],
        "message": {"text": _without_links("\n".join(wording.lines(problem, lang, related=False)))},
        "locations": [where],
        "partialFingerprints": {"auditloopProblem/v1": fingerprint},
    }
    if problem.related:
        also = wording.RELATED.in_language(lang)
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(place), "message": {"text": also}}
            for number, place in enumerate(problem.related, start=1)
        ]
    return result


def _without_links(text: str) -> str:
    """`[…](…)` in a message is a link, which what somebody wrote in a file must not become."""
    return text.replace("](", "] (")


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": _uri(place.file), "uriBaseId": _ROOT},
        "region": {"startLine": place.line, "startColumn": place.column},
    }


def _uri(file: str) -> str:
    """Bytes of a name that is no UTF-8 as they are on the disk; a colon in the first step would begin a scheme."""
    return quote(file.encode("utf-8", "surrogateescape"), safe="/")
