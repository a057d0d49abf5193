"""Which problems are new: the same sentence about the same thing is the same problem, wherever its line has gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditloop.assess.changes.order import ranked
from auditloop.assess.changes.values import CONCERN, NEUTRAL, ProblemShift, Sentence
from auditloop.problems import Problem, Severity

_SEVERITIES = tuple(Severity)


def problem_shifts(before: Sequence[Problem], after: Sequence[Problem]) -> tuple[list[ProblemShift], int]:
    """The new ones, gravest first, and how many are gone.

    Of one that stands twice now and stood once, the last one counts as new. A problem that only moved with its file is
    the same one; of equal problems those in a file that had one stay.
    """
    known = Counter(map(_identity, before))
    files = Counter((_identity(each), each.place.file) for each in before)
    left = known - Counter(map(_identity, after))
    new = []
    for each in sorted(after, key=lambda each: files[_identity(each), each.place.file] == 0):
        if known[_identity(each)] > 0:
            known[_identity(each)] -= 1
        else:
            new.append(each)
    told = sorted(
        map(_told, new), key=lambda s: ranked(s.judgement, _rank(s.severity), s.file, s.line, s.column, s.code)
    )
    return told, left.total()


def _identity(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message.en


def _rank(severity: str) -> int:
    return _SEVERITIES.index(Severity(severity))


def _told(problem: Problem) -> ProblemShift:
    return ProblemShift(
        file=problem.place.file,
        line=problem.place.line,
        column=problem.place.column,
        severity=problem.severity.value,
        code=problem.code,
        message=Sentence(zh=problem.message.zh, en=problem.message.en),
        hint=Sentence(zh=problem.hint.zh, en=problem.hint.en),
        judgement=NEUTRAL if problem.severity is Severity.INFO else CONCERN,
    )
