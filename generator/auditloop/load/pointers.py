"""From a place back to what stands there: the pointer of a node by its line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Place, Problem

_END = Place("\U0010ffff")


def with_pointers(problems: Iterable[Problem], documents: Iterable[Document]) -> list[Problem]:
    """The problems, each with the pointer of what it is about, where its document could be read."""
    of_file: Mapping[str, Document] = {document.file: document for document in documents}
    return [
        replace(problem, pointer=pointer_at(of_file[problem.place.file], problem.place))
        if problem.place.file in of_file
        else problem
        for problem in problems
    ]


def pointer_at(document: Document, place: Place) -> tuple[str | int, ...]:
    """Keys and positions from the root to the node at a place, or to the nearest one that stands around it.

    An entry of a list that has an id is named by it, so that the pointer stays when entries are put in before it.
    Where several nodes begin at the place (a mapping and its first key) it is the outermost.
    """
    steps: list[str | int] = []
    named: list[str | int] = []
    node: Any = document.data
    while isinstance(node, (dict, list)) and document.places.value(steps) != place:
        step = _child(document, steps, node, place)
        if step is None:
            break
        node = node[step]
        steps.append(step)
        named.append(_name(step, node))
    return tuple(named)


def _child(document: Document, steps: list[str | int], node: Any, place: Place) -> Any:
    """The key or position of the child that a place lies in: the last one that does not begin after it."""
    names = list(node) if isinstance(node, dict) else range(len(node))
    begins = [*document.places.inside(steps), _END]
    for name, (begin, following) in zip(names, pairwise(begins), strict=False):
        if begin <= place < following:
            return name
    return None


def _name(step: str | int, node: Any) -> str | int:
    id_ = node.get("id") if isinstance(node, dict) and isinstance(step, int) else None
    return id_ if isinstance(id_, str) else step
