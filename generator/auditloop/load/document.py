"""What reading a file gives: plain data, and the place of every node of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from auditloop.problems import Place

Pointer = Sequence[str | int]
"""Path to a node: keys of mappings (always str) and positions in sequences, from the root of the document."""


class Places(Protocol):
    """Finds where a node was written. Where the pointer leads nowhere, both answer for the nearest parent there is."""

    def value(self, pointer: Pointer) -> Place: ...

    def key(self, pointer: Pointer) -> Place:
        """Where the last key of the pointer stands (for unknown keys); for a sequence element, the element."""
        ...

    def inside(self, pointer: Pointer) -> Iterator[Place]:
        """Where each key of a mapping or element of a sequence stands, in order: one walk instead of one for each."""
        ...


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file of a workspace. `file` is relative to the workspace root, with forward slashes.

    In `data`, keys of mappings are always strings as written; scalars are str, int, float, bool or None by the YAML 1.2
    core schema; dates stay strings.
    """

    file: str
    data: Any
    places: Places
    complete: bool = True
    """False: the file could not be read to its end, or something in it was left out. Good for knowing its ids only."""
