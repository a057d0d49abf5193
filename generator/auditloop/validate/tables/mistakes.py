"""Wrong cells, by what is wrong with them and in which column: a thousand of one sort are told in a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from auditloop.problems import Place, Problem, Severity, problem
from auditloop.problems.shown import shown

_TOLD = 3
_RELATED = 9


class _Alike(NamedTuple):
    first: list[tuple[int, dict[str, object]]]
    """Row and facts of the first few."""
    rows: list[int]
    """All of them."""


class Mistakes:
    """`place`: (row, column) → where that cell stands; `called`: column → what people call it."""

    def __init__(self, place: Callable[[int, str], Place], called: Callable[[str], str] = str) -> None:
        self._place = place
        self._called = called
        self._found: dict[tuple[str, str], _Alike] = {}

    def add(self, code: str, column: str, row: int, **facts: object) -> None:
        alike = self._found.setdefault((code, column), _Alike([], []))
        alike.rows.append(row)
        if len(alike.first) < _TOLD:
            alike.first.append((row, facts))

    def problems(self) -> Iterator[Problem]:
        for (code, column), alike in self._found.items():
            name = shown(self._called(column))
            told = [self._one(code, row, column, name, facts) for row, facts in alike.first]
            yield from told
            rest = alike.rows[_TOLD:]
            if rest:
                first, *others = (self._place(row, column) for row in rest[: _RELATED + 1])
                yield problem(
                    "more-alike" if told[0].severity is Severity.ERROR else "more-alike-warnings",
                    first,
                    related=tuple(others),
                    column=name,
                    count=len(rest),
                    last=self._place(rest[-1], column).line,
                )

    def _one(self, code: str, row: int, column: str, name: str, facts: Mapping[str, object]) -> Problem:
        return problem(code, self._place(row, column), **{**facts, "column": name})  # type: ignore[arg-type]
