"""Where every node of a document was written, in eight bytes a node, found by walking the data in reading order."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Pointer
from auditloop.problems import Place

COLUMN_BITS = 32
"""A mark is `line << COLUMN_BITS | column`, both from 0."""

_COLUMN = (1 << COLUMN_BITS) - 1


def place_of(file: str, mark: int) -> Place:
    return Place(file, (mark >> COLUMN_BITS) + 1, (mark & _COLUMN) + 1)


def key_position(node: dict[str, Any], at: int, key: str, marks: array[int], aliases: Mapping[int, int]) -> int:
    """Where in `marks` a key of the mapping at `at` stands; its value stands in the next position."""
    position = at + 2
    for name, child in node.items():
        if name == key:
            break
        position = _after(child, position + 1, marks, aliases)
    return position


def key_positions(node: dict[str, Any], at: int, marks: array[int], aliases: Mapping[int, int]) -> dict[str, int]:
    """The same for all keys of the mapping."""
    positions: dict[str, int] = {}
    position = at + 2
    for name, child in node.items():
        positions[name] = position
        position = _after(child, position + 1, marks, aliases)
    return positions


def _after(node: Any, at: int, marks: array[int], aliases: Mapping[int, int]) -> int:
    """The position that follows a node and all inside it."""
    if isinstance(node, (dict, list)) and at not in aliases:
        return marks[at + 1]
    return at + 1


class NodePlaces:
    """`marks` holds entries for every node in document order: a key or scalar has one, a mapping or sequence two, the
    second being the position after its last descendant. An alias has one; `aliases` says which node it names.
    """

    __slots__ = ("_aliases", "_data", "_file", "_marks")

    def __init__(self, file: str, data: Any, marks: array[int], aliases: Mapping[int, int]) -> None:
        self._file = file
        self._data = data
        self._marks = marks
        self._aliases = aliases

    def value(self, pointer: Pointer) -> Place:
        return self._place(self._find(pointer)[1])

    def key(self, pointer: Pointer) -> Place:
        return self._place(self._find(pointer)[0])

    def inside(self, pointer: Pointer) -> Iterator[Place]:
        _, at, node = self._find(pointer)
        at = self._aliases.get(at, at) + 2
        keyed = isinstance(node, dict)
        for child in node.values() if keyed else node if isinstance(node, list) else ():
            yield self._place(at)
            at = _after(child, at + keyed, self._marks, self._aliases)

    def _place(self, at: int) -> Place:
        return place_of(self._file, self._marks[at]) if at < len(self._marks) else Place(self._file)

    def _find(self, pointer: Pointer) -> tuple[int, int, Any]:
        """Positions of key and value, and the node; of the nearest existing parent where the pointer leads nowhere."""
        marks, aliases = self._marks, self._aliases
        key, at, node = 0, 0, self._data
        for step in pointer:
            inside = aliases.get(at, at)
            if isinstance(node, dict) and isinstance(step, str) and step in node:
                key = key_position(node, inside, step, marks, aliases)
                at, node = key + 1, node[step]
            elif isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
                at = inside + 2
                for child in node[:step]:
                    at = _after(child, at, marks, aliases)
                key, node = at, node[step]
            else:
                break
        return key, at, node
