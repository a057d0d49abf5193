"""From a place back to what stands there: the pointer of a node by its line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Place, Problem


def with_pointers(problems: Iterable[Problem], documents: Iterable[Document]) -> list[Problem]:
    """The problems, each with the pointer of what it is about, where its document could be read."""
    of_file = {document.file: document for document in documents}
    finders: dict[str, Pointers] = {}
    found = []
    for problem in problems:
        place = problem.place
        if place.file in of_file:
            finder = finders.setdefault(place.file, Pointers(of_file[place.file]))
            found.append(replace(problem, pointer=finder.at(place)))
        else:
            found.append(problem)
    return found


class Pointers:
    """Those of one document. Where the children of a node begin is looked up once, however many problems they have."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._begins: dict[tuple[str | int, ...], tuple[list[Any], list[Place]]] = {}

    def at(self, place: Place) -> tuple[str | int, ...]:
        """Keys and positions from the root to the node at a place, or to the nearest one that stands around it.

        An entry of a list that has an id is named by it, so that the pointer stays when entries are put in before it.
        Where several nodes begin at the place (a mapping and its first key) it is the outermost.
        """
        steps: tuple[str | int, ...] = ()
        named: list[str | int] = []
        node: Any = self._document.data
        begin = self._document.places.value(())
        while isinstance(node, (dict, list)) and begin != place:
            names, begins = self._children(steps, node)
            before = bisect_right(begins, place)
            if not before:
                break
            step = names[before - 1]
            node = node[step]
            steps = (*steps, step)
            begin = self._document.places.value(steps)
            named.append(_name(step, node))
        return tuple(named)

    def _children(self, steps: tuple[str | int, ...], node: Any) -> tuple[list[Any], list[Place]]:
        """Names of a node's children and where each begins, in the order of the document."""
        if steps not in self._begins:
            names = list(node) if isinstance(node, dict) else list(range(len(node)))
            self._begins[steps] = names, list(self._document.places.inside(steps))
        return self._begins[steps]


def _name(step: str | int, node: Any) -> str | int:
    id_ = node.get("id") if isinstance(node, dict) and isinstance(step, int) else None
    return id_ if isinstance(id_, str) else step
