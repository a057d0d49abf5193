"""Knowing a problem again after the file around it has changed: what platforms compare two runs by."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from auditloop.problems.problem import Problem

_TELLS_A_LINE = frozenset({"line"})
"""Facts that change whenever something is typed above."""


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """One for each problem, in order: 32 hexadecimal digits of SHA-256, no two alike.

    Made of the code, the file, the part of the document (ids and keys, not positions) and the facts, so that neither
    the language of the messages nor lines that move nor entries that come in before it change it. Problems that are
    alike in all this are numbered as they come.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    found = []
    for problem in problems:
        same = _identity(problem)
        found.append(hashlib.sha256(repr((*same, seen[same])).encode("utf-8", "backslashreplace")).hexdigest()[:32])
        seen[same] += 1
    return found


def _identity(problem: Problem) -> tuple[object, ...]:
    steps = tuple(step for step in problem.pointer if isinstance(step, str))
    facts = tuple(fact for fact in problem.facts if fact[0] not in _TELLS_A_LINE)
    return problem.code, problem.place.file, steps, facts
