"""What reporters say in words: names of severities, sums, and a problem as lines that are safe to show."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.problems import Bilingual, Place, Problem, Severity
from auditloop.problems.shown import visible

SEVERITIES = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("提示", "info"),
}
RELATED = Bilingual("另见", "see also")
NONE = Bilingual("没有问题。", "No problems.")


def lines(problem: Problem, lang: str, *, related: bool = True) -> list[str]:
    """Message, hint and, unless the form has a place of its own for them, related places.

    Whatever the data holds, a line has visible characters only.
    """
    hint = problem.hint.in_language(lang)
    said = problem.message.in_language(lang).split("\n") + (hint.split("\n") if hint else [])
    also = [f"{RELATED.in_language(lang)} {place(other)}" for other in problem.related] if related else []
    return [visible(line) for line in said] + also


def place(where: Place) -> str:
    """`file:line:column`, as editors and terminals know it."""
    return f"{visible(where.file)}:{where.line}:{where.column}"


def headline(problem: Problem, lang: str, message: str) -> str:
    """`file:line:column: severity [code] message`"""
    return f"{place(problem.place)}: {SEVERITIES[problem.severity].in_language(lang)} [{problem.code}] {message}"


def counts(problems: Sequence[Problem]) -> Bilingual:
    """`2 errors, 1 warning`; “no problems” where there are none."""
    if not problems:
        return NONE
    counted = [(severity, sum(p.severity is severity for p in problems)) for severity in Severity]
    return Bilingual(
        "、".join(f"{count} 个{SEVERITIES[severity].zh}" for severity, count in counted if count),
        ", ".join(_plural(count, SEVERITIES[severity].en) for severity, count in counted if count),
    )


def total(problems: Sequence[Problem]) -> Bilingual:
    """`2 errors, 1 warning in 2 files`"""
    if not problems:
        return NONE
    counted = counts(problems)
    files = len({problem.place.file for problem in problems})
    return Bilingual(f"{files} 个文件中有 {counted.zh}", f"{counted.en} in {_plural(files, 'file')}")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 or noun == "info" else f"{count} {noun}s"
