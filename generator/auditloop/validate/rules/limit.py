"""How much is said about one file: a mistake made a thousand times is not told a thousand times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditloop.load.document import Document, Places, Pointer
from auditloop.problems import MOST_IN_ONE_FILE, Place, Problem, Severity, problem

_LOOK_UPS = 4 * MOST_IN_ONE_FILE
"""Errors, warnings, and the places related to them."""


def sparing(document: Document) -> Document:
    """The same document, that gives up looking for places when more were asked for than will ever be shown.

    Finding one takes time in proportion to the size of its file, so that looking up all in a huge one would never end.
    """
    return replace(document, places=_SparingPlaces(document.places))


def limited(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of each file, errors and warnings counted apart, and one that says that there are more."""
    told: Counter[tuple[str, Severity]] = Counter()
    for each in problems:
        key = each.place.file, each.severity
        told[key] += 1
        if told[key] <= MOST_IN_ONE_FILE:
            yield each
        elif told[key] == MOST_IN_ONE_FILE + 1:
            code = "more-problems" if each.severity is Severity.ERROR else "more-warnings"
            yield problem(code, Place(each.place.file), limit=MOST_IN_ONE_FILE)


class _SparingPlaces:
    __slots__ = ("_left", "_places")

    def __init__(self, places: Places) -> None:
        self._places = places
        self._left = _LOOK_UPS

    def value(self, pointer: Pointer) -> Place:
        return self._places.value(self._affordable(pointer))

    def key(self, pointer: Pointer) -> Place:
        return self._places.key(self._affordable(pointer))

    def inside(self, pointer: Pointer) -> Iterator[Place]:
        return self._places.inside(pointer)

    def _affordable(self, pointer: Pointer) -> Pointer:
        self._left -= 1
        return pointer if self._left >= 0 else ()
