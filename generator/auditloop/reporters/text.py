"""Problems for people and editors: `file:line:column: severity [code] message`, the hint below, the sum at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.problems import Problem
from auditloop.reporters import wording

_INDENT = "    "


def report(problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str:
    """Safe for a terminal: whatever the data holds, only visible characters and line breaks come out."""
    lines = [line for problem in problems for line in _lines(problem, lang)]
    return "\n".join([*lines, wording.total(problems).in_language(lang)]) + "\n"


def _lines(problem: Problem, lang: str) -> Iterator[str]:
    message, *more = wording.lines(problem, lang)
    yield wording.headline(problem, lang, message)
    yield from (_INDENT + line for line in more)
