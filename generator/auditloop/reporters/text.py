"""Problems for people and editors: `file:line:column: severity [code] message`, the hint below, the sum at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.problems import Bilingual, Place, Problem, Severity
from auditloop.problems.shown import visible

_SEVERITIES = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("提示", "info"),
}
_RELATED = Bilingual("另见", "see also")
_NONE = Bilingual("没有问题。", "No problems.")
_INDENT = "    "


def report(problems: Sequence[Problem], *, lang: str) -> str:
    """Safe for a terminal: whatever the data holds, only visible characters and line breaks come out."""
    lines = [line for problem in problems for line in _lines(problem, lang)]
    return "\n".join([*lines, _sum(problems).in_language(lang)]) + "\n"


def _lines(problem: Problem, lang: str) -> Iterator[str]:
    severity = _SEVERITIES[problem.severity].in_language(lang)
    message, *more = problem.message.in_language(lang).split("\n")
    yield f"{_place(problem.place)}: {severity} [{problem.code}] {visible(message)}"
    hint = problem.hint.in_language(lang)
    for line in (*more, *(hint.split("\n") if hint else ())):
        yield _INDENT + visible(line)
    for place in problem.related:
        yield f"{_INDENT}{_RELATED.in_language(lang)} {_place(place)}"


def _place(place: Place) -> str:
    return f"{visible(place.file)}:{place.line}:{place.column}"


def _sum(problems: Sequence[Problem]) -> Bilingual:
    if not problems:
        return _NONE
    counts = [(severity, sum(p.severity is severity for p in problems)) for severity in Severity]
    zh = "、".join(f"{count} 个{_SEVERITIES[severity].zh}" for severity, count in counts if count)
    en = ", ".join(_counted(count, _SEVERITIES[severity].en) for severity, count in counts if count)
    files = len({problem.place.file for problem in problems})
    return Bilingual(f"{files} 个文件中有 {zh}", f"{en} in {_counted(files, 'file')}")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 or noun == "info" else f"{count} {noun}s"
