"""A YAML text made to say something else: the new data, and every comment and line that has nothing to do with it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditloop.load import read_document
from auditloop.scaffold.rewrite import UnknownStyleError, rewritten
from scaffolding import TEXT

CASES: dict[str, tuple[str, Any, str]] = {
    "a scalar": ("a: 1  # one\nb: 2\n", {"a": 1.5, "b": 2}, "a: 1.5  # one\nb: 2\n"),
    "an empty place": ("a:   # min\nb: 2\n", {"a": 3, "b": 2}, "a: 3   # min\nb: 2\n"),
    "an empty place at the end": ("b: 2\na:", {"b": 2, "a": 3}, "b: 2\na: 3\n"),
    "a key between others": ("a: 1  # one\n# three follows\nc: 3\n", {"a": 1, "b": 2, "c": 3},
                             "a: 1  # one\nb: 2\n# three follows\nc: 3\n"),
    "a key before all": ("# top\nm:\n  c: 3\n", {"m": {"a": 1, "b": 2, "c": 3}}, "# top\nm:\n  a: 1\n  b: 2\n  c: 3\n"),
    "a key in brackets": ("a: {n: 1}  # x\n", {"a": {"value": 2, "n": 1}}, "a: {value: 2, n: 1}  # x\n"),
    "a key of brackets gone": ("a: {n: 1, of: 2}  # x\n", {"a": {"n": 1}}, "a: {n: 1}  # x\n"),
    "a key of a block gone": ("a:\n  n: 1\n  of: 2  # y\n  p: 3\n", {"a": {"n": 1, "p": 3}}, "a:\n  n: 1\n  p: 3\n"),
    "a block for a scalar": ("a:\n  n: 1\n# z\nb: 2\n", {"a": 7, "b": 2}, "a:\n  7\n# z\nb: 2\n"),
    "a list that is not indented": ("a:\n- x\n- y\n# z\nb: 2\n", {"a": ["x"], "b": 2}, "a: [x]\n# z\nb: 2\n"),
    "folded text": ("a: >-\n  one\n  two\n\n# z\nb: 2\n", {"a": "three", "b": 2}, "a: three\n\n# z\nb: 2\n"),
    "an element of a list": ("a: [x, y]  # z\n", {"a": ["x", "y", "z"]}, "a: [x, y, z]  # z\n"),
    "windows line ends": ("a: 1\r\nc: 3\r\n", {"a": 1, "b": 2, "c": 4}, "a: 1\r\nb: 2\r\nc: 4\r\n"),
    "a byte order mark": ("\ufeffa: 1\n", {"a": 2}, "\ufeffa: 2\n"),
    "quotes in two styles": ("a: \"x\"  # \"\nb: 'y'\n", {"a": "z", "b": "y"}, "a: z  # \"\nb: 'y'\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "wanted", "after"), CASES.values(), ids=CASES.keys())
def test_only_what_is_said_otherwise_is_written_otherwise(before: str, wanted: Any, after: str) -> None:
    assert rewritten(before, data(before), wanted) == after


def test_a_key_is_renamed_where_it_stands() -> None:
    before = "# top\na: {b: 1, c: 2}  # x\nd:\n  - b: 1  # y\n"

    after = rewritten(
        before, data(before), {"a": {"z": 1, "c": 2}, "d": [{"z": 1}]}, {("a", "b"): "z", ("d", 0, "b"): "z"}
    )

    assert after == "# top\na: {z: 1, c: 2}  # x\nd:\n  - z: 1  # y\n"


def test_what_several_places_share_is_not_changed_for_one_of_them() -> None:
    """An alias names the node of its anchor: changing one would change both."""
    before = "a: &x {n: 1}\nb: *x\n"

    with pytest.raises(UnknownStyleError):
        rewritten(before, data(before), {"a": {"n": 2}, "b": {"n": 1}})


VALUES = st.recursive(
    st.none() | st.integers(-10, 10) | st.floats(-1e6, 1e6).map(lambda x: round(x, 3)) | TEXT | st.booleans(),
    lambda inner: st.dictionaries(st.sampled_from("abcdef"), inner, max_size=4) | st.lists(inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(st.sampled_from("abcdef"), VALUES, min_size=1, max_size=5)


@given(DOCUMENTS, DOCUMENTS, st.booleans())
def test_any_data_can_become_any_other_or_the_text_is_left_alone(old: Any, new: Any, in_block: bool) -> None:
    """Whatever comes out reads as what was wanted; and wanting what is there changes nothing."""
    text = written(old, in_block)
    assume(data(text) == old)

    assert rewritten(text, old, old) == text
    try:
        after = rewritten(text, old, new)
    except UnknownStyleError:
        return
    assert data(after) == new


def written(value: dict[str, Any], in_block: bool) -> str:
    from auditloop.scaffold.yamltext import flow

    def block(value: Any, indent: str) -> str:
        if isinstance(value, dict) and value:
            return "".join(f"\n{indent}{key}:{block(each, indent + '  ')}  # {key}" for key, each in value.items())
        if isinstance(value, list) and value:
            return "".join(f"\n{indent}-{block(each, indent + '  ')}" for each in value)
        return f" {flow(value)}".rstrip()

    if not in_block:
        return "".join(f"{key}: {flow(each)}  # {key}\n" for key, each in value.items())
    return block(value, "").removeprefix("\n") + "\n"


def data(text: str) -> Any:
    document, _ = read_document(text, "x.yml")
    assert document is not None
    return document.data
