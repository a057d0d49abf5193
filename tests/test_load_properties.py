"""No bytes whatever make reading, validating or reporting fail; and what is read is what YAML says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditloop.load import Limits, read_document
from auditloop.problems import sort_problems
from auditloop.reporters import REPORTERS
from auditloop.validate import validate
from case_workspaces import AS_OF, CASES, schemas

BASE = [path.read_bytes() for path in sorted((CASES / "base" / "audits").rglob("*.yml"))]
CASE_TEXTS = [path.read_bytes() for path in sorted(Path(CASES / "invalid").glob("*/audits/**/*.yml"))]
FRAGMENTS = [
    b":", b": ", b"- ", b"\n", b"\n  ", b"\t", b'"', b"'", b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"!t ", b"<<: ",
    b"|\n", b">-\n", b"#", b"? ", b"---\n", b"...\n", b"%", b"@", b"\\x", b"\x00", b"\x1b[31m", b"\xff",
    b"\xef\xbb\xbf", "\u202e".encode(), "：".encode(), b"kind: audit\n", b"null", b".nan", b"9" * 30, b"2026-02-30",
    b"\r", b"\xc2\x85",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file of the base, or of a case, with some bytes taken out and some fragments put in."""
    text = bytearray(draw(st.sampled_from(BASE + CASE_TEXTS)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        text[start : start + draw(st.integers(0, 6))] = draw(st.sampled_from(FRAGMENTS) | st.binary(max_size=3))
    return bytes(text)


def go_through(content: bytes) -> None:
    """Read, validate and report, as the command does."""
    document, problems = read_document(content, "audits/x.yml", Limits(file_bytes=100_000))
    documents = [document] if document else []
    problems = sort_problems([*problems, *validate(documents, schemas(), as_of=AS_OF).problems])

    assert document or problems
    assert document is None or document.complete or problems
    for name, form in REPORTERS.items():
        for lang in ("zh", "en"):
            text = form.report(problems, lang=lang)
            assert text.encode("utf-8")
            assert "\x1b" not in text
            assert "\u202e" not in text or not form.for_people, name


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"\xff\xfe")
@example(b"\x00")
@example(b"a: \xed\xa0\x80")
def test_arbitrary_bytes_are_read_or_explained(content: bytes) -> None:
    """There is a document or a problem, and never a traceback."""
    go_through(content)


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_mutated_documents_are_read_or_explained(content: bytes) -> None:
    """Slips in real documents end as problems with places inside the file."""
    go_through(content)


plain = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), max_size=12
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | plain
)
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain.filter(bool), inner, max_size=4),
    max_leaves=15,
)


@settings(deadline=None)
@given(st.dictionaries(plain.filter(bool), trees, min_size=1, max_size=5), st.booleans(), st.integers(20, 90))
def test_what_yaml_writes_is_read_back_with_the_place_of_every_node(data: Any, flow: bool, width: int) -> None:
    """Data survive a round trip, and each place is the one that PyYAML's own node tree gives."""
    text = yaml.dump(
        data, Dumper=CoreDumper, allow_unicode=True, default_flow_style=flow or None, width=width, sort_keys=False
    )
    document, problems = read_document(text, "f.yml")

    assert problems == []
    assert document is not None
    assert document.data == data
    for pointer, key, value in _nodes(yaml.compose(text, Loader=yaml.SafeLoader)):
        assert document.places.key(pointer)[1:] == key
        assert document.places.value(pointer)[1:] == value


class CoreDumper(yaml.SafeDumper):
    """Quotes every text, so that nothing depends on what YAML 1.1 takes for a number."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


CoreDumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def _nodes(node: Any, pointer: tuple[str | int, ...] = (), key: Any = None) -> Iterator[tuple[Any, Any, Any]]:
    here = (node.start_mark.line + 1, node.start_mark.column + 1)
    yield pointer, key or here, here
    if isinstance(node, yaml.MappingNode):
        for name, child in node.value:
            mark = (name.start_mark.line + 1, name.start_mark.column + 1)
            yield from _nodes(child, (*pointer, name.value), mark)
    elif isinstance(node, yaml.SequenceNode):
        for position, child in enumerate(node.value):
            yield from _nodes(child, (*pointer, position))
