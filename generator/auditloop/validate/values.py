"""One value that its schema does not accept → the Problem that says so. One function for each keyword of the schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import MOST_IN_ONE_FILE, Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.dates import malformed_time
from auditloop.validate.schema import Mistake, Pointer
from auditloop.validate.sentences import (
    choice_hint,
    described,
    expected,
    hint_from_schema,
    pattern_hint,
    sentence_start,
    subject,
    type_hint,
)

_NO_LIMIT = 10**12
"""Limits from here on only keep arithmetic exact; nobody needs to hear of them."""


class _Case(NamedTuple):
    place: Place
    what: Bilingual
    pointer: Pointer
    found: Any
    wanted: Any
    schema: dict[str, Any]


def explain_value(document: Document, mistake: Mistake) -> list[Problem]:
    """Mostly one problem; a list with repeated entries has one for each."""
    place, what = document.places.value(mistake.pointer), sentence_start(subject(mistake.pointer))
    case = _Case(place, what, mistake.pointer, mistake.found, mistake.wanted, mistake.schema)
    if mistake.keyword == "uniqueItems":
        return _repeated(document, case)
    tell = _BY_KEYWORD.get(mistake.keyword)
    return [tell(case) if tell else _mismatch(case, mistake.keyword)]


def _wrong_type(case: _Case) -> Problem:
    types = [case.wanted] if isinstance(case.wanted, str) else list(case.wanted)
    if _is_bare_time(case):
        return _malformed_format(case)
    if "string" in types and "pattern" in case.schema and isinstance(case.found, (int, float)):
        return _malformed(case._replace(found=str(case.found)))
    last = case.pointer[-1] if case.pointer else ""
    lead = f"{last}: " if isinstance(last, str) and last else "- " if case.pointer else ""
    return problem(
        "wrong-type",
        case.place,
        what=case.what,
        expected=expected(types),
        found=described(case.found),
        hint=type_hint(case.found, types, lead, case.schema),
    )


def _not_one_of(case: _Case) -> Problem:
    choices = case.wanted if isinstance(case.wanted, list) else [case.wanted]
    hint = choice_hint(case.found, choices)
    text = f"“{shown(case.found)}”"
    found = Bilingual(text, text) if isinstance(case.found, str) else described(case.found)
    return problem("not-one-of", case.place, what=case.what, found=found, hint=hint)


def _out_of_range(case: _Case) -> Problem:
    if "format" in case.schema:  # a bare year is a number, and so is 202603
        return malformed_time(case.schema["format"], case.found, case.place)
    if _is_bare_time(case):
        return _malformed_format(case)
    return problem("out-of-range", case.place, what=case.what, found=shown(case.found), range=_range(case.schema))


def _range(schema: Any) -> Bilingual:
    zh, en = [], []
    schema = {key: value for key, value in schema.items() if key != "maximum" or value < _NO_LIMIT}
    for keyword, word_zh, word_en in (
        ("minimum", "不小于", "of at least"),
        ("exclusiveMinimum", "大于", "greater than"),
        ("maximum", "不大于", "of at most"),
        ("exclusiveMaximum", "小于", "less than"),
    ):
        if keyword in schema:
            zh.append(f"{word_zh} {shown(schema[keyword])}")
            en.append(f"{word_en} {shown(schema[keyword])}")
    if "minimum" in schema and "maximum" in schema:
        low, high = shown(schema["minimum"]), shown(schema["maximum"])
        return Bilingual(f"从 {low} 到 {high}", f"from {low} to {high}")
    return Bilingual("、".join(zh), " and ".join(en))


def _malformed(case: _Case) -> Problem:
    hint = pattern_hint(case.found, case.schema)
    return problem("malformed", case.place, what=subject(case.pointer), found=shown(case.found), hint=hint)


def _malformed_format(case: _Case) -> Problem:
    return malformed_time(case.schema["format"], case.found, case.place)


def _is_bare_time(case: _Case) -> bool:
    """`20260315`, `202603`: digits without dashes, which YAML takes for a number."""
    return "format" in case.schema and isinstance(case.found, int) and not isinstance(case.found, bool)


def _too_short(case: _Case) -> Problem:
    if not case.found:
        return problem("empty-value", case.place, what=case.what)
    return problem("too-few", case.place, what=case.what, count=len(case.found), limit=case.wanted)


def _too_many(case: _Case) -> Problem:
    return problem("too-many", case.place, what=case.what, count=len(case.found), limit=case.wanted)


def _too_long(case: _Case) -> Problem:
    return problem("too-long", case.place, what=case.what, count=len(case.found), limit=case.wanted)


def _repeated(document: Document, case: _Case) -> list[Problem]:
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for position, entry in enumerate(case.found):
        first = seen.setdefault(json.dumps(entry, sort_keys=True), position)
        if first != position and len(problems) < MOST_IN_ONE_FILE:
            here, before = (document.places.value((*case.pointer, at)) for at in (position, first))
            problems.append(problem("repeated-entry", here, related=(before,), found=shown(entry)))
    return problems or [_mismatch(case, "uniqueItems")]  # 1 and 1.0 are the same to JSON Schema


def _mismatch(case: _Case, keyword: str) -> Problem:
    return problem("schema-mismatch", case.place, what=case.what, rule=keyword, hint=hint_from_schema(case.schema))


_BY_KEYWORD: dict[str, Callable[[_Case], Problem]] = {
    "type": _wrong_type,
    "enum": _not_one_of,
    "const": _not_one_of,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "exclusiveMinimum": _out_of_range,
    "exclusiveMaximum": _out_of_range,
    "pattern": _malformed,
    "format": _malformed_format,
    "minLength": _too_short,
    "minItems": _too_short,
    "minProperties": _too_short,
    "maxItems": _too_many,
    "maxProperties": _too_many,
    "maxLength": _too_long,
}
