"""What one pass over a YAML text has found so far: data, marks and problems. Knows no events but their place."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from auditloop.load.places import NodePlaces, key_positions, place_of
from auditloop.problems import MOST_IN_ONE_FILE, Place, Problem, problem
from auditloop.problems.shown import shown


class GiveUpError(Exception):
    """Reading on makes no sense; the reason has been noted."""


class _Repeated(NamedTuple):
    """A key written again in the mapping whose marks begin at `at`."""

    key: str
    place: Place
    into: dict[str, Any]
    at: int


@dataclass(slots=True)
class Reading:
    """`found` is False for a text that holds no document at all, `complete` where something of it was left out."""

    file: str
    data: Any = None
    marks: array[int] = field(default_factory=lambda: array("Q"))
    aliases: dict[int, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    found: bool = False
    last_event: Any = None
    """What was read last, for explaining a syntax error after it."""
    _repeated: list[_Repeated] = field(default_factory=list)

    def note(self, code: str, event: Any, /, **facts: Any) -> None:
        self.problems.append(problem(code, self.place(event), **facts))
        self._bound(event)

    def leave_out(self, code: str, event: Any, /, **facts: Any) -> None:
        """Note a problem after which the data no longer says all that the file says."""
        self.complete = False
        self.note(code, event, **facts)

    def repeat(self, key: str, event: Any, into: dict[str, Any], at: int) -> None:
        """Note a key written again. Where it was written first is looked up at the end, in one walk for all."""
        self._repeated.append(_Repeated(key, self.place(event), into, at))
        self._bound(event)

    def tell_repeated(self) -> None:
        """Turn what was repeated into problems. Once, after everything is read."""
        positions: dict[int, dict[str, int]] = {}
        for key, place, into, at in self._repeated:
            if at not in positions:
                positions[at] = key_positions(into, at, self.marks, self.aliases)
            first = place_of(self.file, self.marks[positions[at][key]])
            facts = {"key": shown(key), "line": first.line}
            self.problems.append(problem("duplicate-key", place, related=(first,), **facts))

    def place(self, event: Any) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def places(self) -> NodePlaces:
        return NodePlaces(self.file, self.data, self.marks, self.aliases)

    def _bound(self, event: Any) -> None:
        if len(self.problems) + len(self._repeated) >= MOST_IN_ONE_FILE:
            self.complete = False
            self.problems.append(problem("more-problems", self.place(event), limit=MOST_IN_ONE_FILE))
            raise GiveUpError
