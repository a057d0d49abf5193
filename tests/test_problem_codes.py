"""The catalogue of problems: complete, in two languages, each code once."""

from __future__ import annotations

import json
import re
from string import Formatter

import pytest

from auditloop import resources
from auditloop.problems import Severity, load_codes, rule_codes, schema_codes, syntax_codes
from auditloop.problems.catalogue import CODES

CHINESE = re.compile("[\u4e00-\u9fff]")


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_every_code_stands_in_one_table() -> None:
    """A code means one thing wherever it is reported."""
    tables = [t.CODES for t in (load_codes, syntax_codes, schema_codes, *rule_codes.TABLES)]

    assert sum(map(len, tables)) == len(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_code_says_the_same_in_both_languages(code: str) -> None:
    """Both sentences use the same facts; Chinese is Chinese, and a hint says what to do."""
    entry = CODES[code]

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert Severity(entry.severity)
    assert names(entry.message_zh + entry.hint_zh) == names(entry.message_en + entry.hint_en)
    assert CHINESE.search(entry.message_zh)
    assert not CHINESE.search(entry.message_en + entry.hint_en)
    assert entry.hint_zh
    assert entry.hint_en


def test_every_problem_that_a_schema_names_is_in_the_catalogue() -> None:
    """`x-problem` in a schema is the code of a sentence about `found`, `key` and `what` at most."""
    for path in resources.schema_dir().glob("*.schema.json"):
        for code in re.findall(r'"x-problem": "([^"]*)"', json.dumps(json.loads(path.read_text(encoding="utf-8")))):
            entry = CODES[code]
            assert names("".join(entry[1:])) <= {"found", "key", "what"}, code
