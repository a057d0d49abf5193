"""YAML text → plain data with places: core-schema scalars, both parsers, the place of every node."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from auditloop.load import Document, Limits, read_document, yaml_events
from auditloop.problems import Place


class PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """What stands in where PyYAML has no libyaml."""

    def __init__(self, source: bytes) -> None:
        yaml.reader.Reader.__init__(self, source)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


@pytest.fixture(params=["c", "pure"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs with PyYAML's C parser and with its Python one."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_events, "Parser", PureParser)


def read(text: str) -> Document:
    document, problems = read_document(text, "f.yml")
    assert document is not None
    assert problems == []
    return document


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None),
        ("true", True), ("False", False), ("TRUE", True),
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"),
        ("12:30", "12:30"), ("2026-03-15", "2026-03-15"), ("2026-03-15T09:12", "2026-03-15T09:12"), ("1_000", "1_000"),
        ("-30%", "-30%"), ("+", "+"), ("-x", "-x"), (".", "."), ("1e", "1e"), ("0b1", "0b1"), ("1.2.3", "1.2.3"),
        ("0", 0), ("-7", -7), ("+7", 7), ("010", 10), ("0o17", 15), ("0xFf", 255),
        ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("-1e3", -1000.0), ("1E-2", 0.01),
        ('"5"', "5"), ("'true'", "true"), ('"\\u4e2d"', "中"), ('"a\\nb"', "a\nb"),
    ],
)  # fmt: skip
def test_scalars_mean_what_yaml_1_2_says(written: str, value: object) -> None:
    """Only core-schema numbers, booleans and nulls are not text."""
    data = read(f"key: {written}\n").data

    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_keys_are_text_as_written() -> None:
    """Numbers, periods and words like yes and null are keys like any other."""
    data = read('1: a\n010: b\nyes: c\nnull: d\n2026-01: e\n1.50: f\n"<<": g\n').data

    assert list(data) == ["1", "010", "yes", "null", "2026-01", "1.50", "<<"]


EVERYTHING = """\
kind: audit   # comment
名称: {zh: 前台, "en": 'Front desk'}
list:
  - one
  - id: two
    notes: [ a, {b: [c]} ]
  -
folded: >-
  some
  text
empty:
anchor: &x {deep: [1, 2]}
alias: *x
last: 5
"""


def test_every_node_has_its_place() -> None:
    """Lines and columns count from 1 and point at the first character, as editors count."""
    places = read(EVERYTHING).places

    def value(*pointer: Any) -> tuple[int, int]:
        return places.value(pointer)[1:]

    def key(*pointer: Any) -> tuple[int, int]:
        return places.key(pointer)[1:]

    assert value() == (1, 1)
    assert key() == (1, 1)
    assert (key("kind"), value("kind")) == ((1, 1), (1, 7))
    assert (key("名称", "en"), value("名称", "en")) == ((2, 14), (2, 20))
    assert value("list", 0) == key("list", 0) == (4, 5)
    assert value("list", 1) == (5, 5)
    assert value("list", 1, "notes", 1, "b", 0) == (6, 22)
    assert key("list", 1, "notes", 1, "b") == (6, 18)
    assert (key("folded"), value("folded")) == ((8, 1), (8, 9))
    assert (key("empty"), value("empty")) == ((11, 1), (11, 7))
    assert (key("alias"), value("alias")) == ((13, 1), (13, 8))
    assert value("alias", "deep", 1) == value("anchor", "deep", 1) == (12, 23)
    assert (key("last"), value("last")) == ((14, 1), (14, 7))


def test_a_pointer_that_leads_nowhere_gets_the_nearest_parent() -> None:
    """A missing key is told at the mapping that misses it."""
    places = read(EVERYTHING).places

    assert places.value(("list", 1, "missing", "deeper")) == places.value(("list", 1))
    assert places.key(("list", 9)) == places.key(("list",))
    assert places.value(("kind", "x")) == Place("f.yml", 1, 7)


def test_places_stay_right_where_something_was_passed_over() -> None:
    """A key written twice is left out with all that stands below it; what follows keeps its place."""
    document, problems = read_document("a: 1\na: {x: [1, {y: 2}], x: 3}\nb: 4\nc: {d: 5, d: 6, e: 7}\n", "f.yml")

    assert document is not None
    assert document.complete
    assert document.data == {"a": 1, "b": 4, "c": {"d": 5, "e": 7}}
    assert document.places.value(("b",)) == Place("f.yml", 3, 4)
    assert document.places.value(("c", "e")) == Place("f.yml", 4, 20)
    assert [(p.code, p.place.line, p.related[0].line) for p in problems] == [
        ("duplicate-key", 2, 1),
        ("duplicate-key", 4, 4),
    ]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ('id: a\nnote: "open\nteam: b\n', {"id": "a"}),
        ("id: a\nlist: [x, y\nteam: b\n", {"id": "a"}),
        ("id: a\n<<: {x: 1}\nteam: b\n", {"id": "a", "team": "b"}),
        ("id: a\n[x]: 1\nteam: b\n", {"id": "a", "team": "b"}),
        ("id: a\n---\nid: b\n", {"id": "a"}),
        ("id: a\nn: .nan\n", {"id": "a", "n": None}),
        ("id: a\n<<<<<<< HEAD\nid: b\n=======\n>>>>>>> x\n", {"id": "a"}),
    ],
)
def test_what_could_be_read_is_kept_and_marked_incomplete(text: str, data: dict[str, Any]) -> None:
    """A broken file still makes its ids known, and is judged no further."""
    document, problems = read_document(text, "f.yml")

    assert document is not None
    assert len(problems) == 1
    assert not document.complete
    assert {key: document.data.get(key) for key in data} == data


def test_text_that_is_not_utf_8_still_makes_its_ids_known() -> None:
    """What a guessed encoding gives is good enough to know that a record exists."""
    document, problems = read_document("id: a\nname: 客房部\n".encode("gb18030"), "f.yml")

    assert document is not None
    assert not document.complete
    assert document.data == {"id": "a", "name": "客房部"}
    assert [p.code for p in problems] == ["not-utf8"]


def test_aliases_may_repeat_a_little_and_no_more() -> None:
    """The limit counts what all aliases of a file repeat together."""
    text = "a: &a [1, 2, 3]\nb: [*a, *a, *a]\n"

    assert read(text).data["b"] == [[1, 2, 3]] * 3
    document, problems = read_document(text, "f.yml", Limits(copied_nodes=10))
    assert [p.code for p in problems] == ["too-many-aliases"]
    assert document is not None
    assert not document.complete


def test_an_alias_to_something_still_open_is_unknown() -> None:
    """Data that contain themselves would never end."""
    _, problems = read_document("a: &a [1, *a]\n", "f.yml")

    assert [p.code for p in problems] == ["unknown-alias"]


@pytest.mark.parametrize("before", ["", "名称: 海港\n说明: 服务\n"])
def test_too_deep_is_told_where_the_limit_is_passed(before: str) -> None:
    """Also where the parser, which looks ahead, refuses the text before its levels can be counted."""
    _, (found,) = read_document(f"{before}a: " + "[" * 50_000, "f.yml", Limits(depth=3))

    assert (found.code, found.place.line, found.place.column) == ("too-deep", 1 + before.count("\n"), 6)


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "? " * 5_000, "a:\n" + "  - - -\n" * 9])
def test_depth_is_bounded(text: str) -> None:
    """Deep nesting neither recurses nor takes long, whichever way it is written."""
    document, problems = read_document(text, "f.yml", Limits(depth=2))

    assert [p.code for p in problems] in (["too-deep"], ["key-not-text"])
    assert document is not None
    assert not document.complete
