"""Each slip of the pen gets its own sentence, at the place where it was made."""

from __future__ import annotations

import time

import pytest

from auditloop.load import read_document


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("kind:audit\nteam: x\n", "yaml-colon-space", 1, 5),
        ("kind: audit\nid:front\nteam: x\n", "yaml-colon-space", 2, 3),
        ("kind: audit\nid：front\nteam: x\n", "yaml-fullwidth-colon", 2, 3),
        ("kind: audit\nid：front\n", "yaml-fullwidth-colon", 2, 3),
        ("kind: audit\njust words\nteam: x\n", "yaml-no-colon", 2, 1),
        ("note: guest said: no\n", "yaml-colon-in-text", 1, 17),
        ("kind: audit\n  team: x\n", "yaml-indent", 2, 3),
        ("a:\n  b: 1\n c: 2\n", "yaml-indent", 3, 2),
        ("a:\n  - b\n  c: d\n", "yaml-indent", 3, 3),
        ("a:\n\tb: 1\n", "yaml-tab", 2, 1),
        ("a:\n  b: 1\n\tc: 1\n", "yaml-tab", 3, 1),
        ('note: "open\ncause: x\n', "yaml-unclosed-quote", 1, 7),
        ('note: "open\ncause: "x"\nteam: y\n', "yaml-unclosed-quote", 1, 7),
        ("note: 'it's late'\n", "yaml-after-quote", 1, 11),
        ('note: "he said "no" twice"\n', "yaml-after-quote", 1, 17),
        ('path: "C:\\dir"\n', "yaml-escape", 1, 10),
        ("note: @home\n", "yaml-special-start", 1, 7),
        ("note: `code`\n", "yaml-special-start", 1, 7),
        ("note: %30\n", "yaml-special-start", 1, 7),
        ("note: *bold* text\n", "yaml-special-start", 1, 7),
        ("note: & more\n", "yaml-special-start", 1, 7),
        ("note: &all\n", "yaml-special-start", 1, 7),
        ("note: >90%\n", "yaml-special-start", 1, 7),
        ("note: | text\n", "yaml-special-start", 1, 7),
        ("note: ]\n", "yaml-special-start", 1, 7),
        ("note: [urgent] call back\n", "yaml-special-start", 1, 7),
        ("note: {{name}}\n", "key-not-text", 1, 8),
        ("note: !important\n", "tag", 1, 7),
        ("list: [a, b\nnext: c\n", "yaml-bracket", 1, 7),
        ("map: {a: 1, b: 2\nnext: c\n", "yaml-bracket", 1, 6),
        ("map: {a: [1], b: [x,\n", "yaml-bracket", 1, 18),
        ("list: - a\n", "yaml-dash", 1, 7),
        ("a: 1\n: 2\n", "empty-key", 2, 1),
        ("a: 1\n...\nb: 2\n", "yaml-indent", 3, 1),
    ],
)
def test_a_slip_is_named_where_it_was_made(text: str, code: str, line: int, column: int) -> None:
    """One problem for one slip, with the place to look at."""
    _, problems = read_document(text, "f.yml")

    assert [(p.code, p.place.line, p.place.column) for p in problems] == [(code, line, column)]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("kind: audit\nid:front\n", "id: front"),
        ("note: guest said: no\n", 'note: "guest said: no"'),
        ('note: he said "no": why\n', """note: 'he said "no": why'"""),
        ("note: 'it's late'\n", "'it''s late'"),
        ('note: "A" and B\n', """'"A" and B'"""),
        ("note: @home\n", '"@home"'),
        ("note: [urgent] call back\n", '"[urgent] call back"'),
    ],
)
def test_the_hint_can_be_typed_as_it_stands(text: str, typed: str) -> None:
    """What the hint proposes is YAML that reads well, in both languages."""
    _, problems = read_document(text, "f.yml")

    assert problems[0].hint.en.endswith(typed)
    assert problems[0].hint.zh.endswith(typed)
    fixed = typed if ": " in typed.strip("'\"")[:9] and not typed.startswith(("'", '"')) else f"note: {typed}"
    assert read_document(fixed, "f.yml")[1] == []


def test_a_line_made_to_be_slow_is_told_at_once() -> None:
    """Two spaces after each key of many gave a pattern twice the tries for every key."""
    before = time.process_time()

    _, problems = read_document("note: k:  v" + ", k:  v" * 24 + " ! k: x: y\n", "f.yml")

    assert [p.code for p in problems] == ["yaml-colon-in-text"]
    assert time.process_time() - before < 3
