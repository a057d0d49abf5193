"""Places of all that is inside a node, found in one walk, are those that asking for each one gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from auditloop.load.read import read_document
from auditloop.resources import built_in_checklists

ALIASES = "kind: audit\nbase: &b {a: 1, b: [x, y]}\nagain: *b\nlist:\n  - *b\n  - {c: *b, d: 2}\n  - z\nlast: 3\n"


def test_one_walk_finds_what_single_questions_find() -> None:
    """Mappings, sequences and aliases to them: `inside` and `key` agree at every node."""
    sources = [ALIASES.encode(), *(path.read_bytes() for path in built_in_checklists()[:1])]
    for source in sources:
        document, problems = read_document(source, "a.yml")

        assert document and not problems
        for pointer, steps in _containers(document.data, ()):
            each = [document.places.key((*pointer, step)) for step in steps]
            assert list(document.places.inside(pointer)) == each


def _containers(node: Any, pointer: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], list[Any]]]:
    steps = list(node) if isinstance(node, dict) else list(range(len(node))) if isinstance(node, list) else []
    if steps:
        yield pointer, steps
    for step in steps:
        yield from _containers(node[step], (*pointer, step))
