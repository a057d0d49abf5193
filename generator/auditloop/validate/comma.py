"""The comma inside braces that was meant as part of a text: `{note: calm, friendly}` gives a key `friendly`."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import getitem
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.schema import Pointer


class CutText(NamedTuple):
    """A text that ends at a comma, and the keys made of what followed."""

    key: str
    pieces: list[str]

    @property
    def text(self) -> str:
        return ", ".join(self.pieces)


def cut_texts(document: Document, pointer: Pointer, strange: Collection[str]) -> list[CutText]:
    """The texts of a mapping that go on in keys without a value, in the same line and among the `strange` ones."""
    node: Any = reduce(getitem, pointer, document.data)
    found: list[CutText] = []
    before: str | None = None
    for key, value in node.items():
        if isinstance(value, str):
            before = key
        elif value is not None or key not in strange or before is None or not _one_line(document, pointer, before, key):
            before = None
        elif found and found[-1].key == before:
            found[-1].pieces.append(key)
        else:
            found.append(CutText(before, [node[before], key]))
    return found


def _one_line(document: Document, pointer: Pointer, *keys: str) -> bool:
    return len({document.places.key((*pointer, key)).line for key in keys}) == 1


def comma_problem(document: Document, pointer: Pointer, cut: CutText) -> Problem:
    fixed = shown(f'{cut.key}: "{cut.text}"', 80)
    return problem("yaml-comma-in-text", document.places.key((*pointer, cut.pieces[1])), fixed=fixed)
