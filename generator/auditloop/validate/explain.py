"""What jsonschema found wrong with a document → one clear Problem for each mistake somebody made. Decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import MOST_IN_ONE_FILE, Bilingual, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.colon import colon_problem, tight_colon
from auditloop.validate.comma import comma_problem, cut_texts
from auditloop.validate.dates import malformed_time
from auditloop.validate.schema import Mistake, Pointer
from auditloop.validate.sentences import (
    both_languages,
    described,
    expected,
    free_keys,
    key_hint,
    nearest,
    noted_hint,
    number_in,
    pattern_hint,
    subject,
    type_hint,
)
from auditloop.validate.values import explain_value

_FIRST_TOLD = ("const", "enum", "type", "format", "pattern")
"""Of several complaints about one value, the one that says most."""


@dataclass(frozen=True)
class _UnknownKeys:
    """Keys of one mapping that its schema does not know, each with the known one that was probably meant."""

    known: Sequence[str]
    present: frozenset[str]
    meant: dict[str, str | None]


def explain(document: Document, mistakes: Iterable[Mistake]) -> list[Problem]:
    """All mistakes of a document, without those that only follow from another one."""
    found = _without_consequences(list(_innermost(islice(mistakes, MOST_IN_ONE_FILE))))
    unknown = {m.pointer: _unknown_keys(m) for m in found if m.keyword == "additionalProperties"}
    named = [m for m in found if "propertyNames" in m.schema_path]
    problems: list[Problem] = []
    of_texts: set[Pointer] = set()
    for pointer, strange in _strange_keys(unknown, named).items():
        for cut in cut_texts(document, pointer, strange):
            problems.append(comma_problem(document, pointer, cut))
            of_texts.update((*pointer, piece) for piece in cut.pieces[1:])
    for pointer, keys in unknown.items():
        wrong = (key for key in keys.meant if (*pointer, key) not in of_texts)
        problems.extend(_unknown_key(document, pointer, key, keys) for key in wrong)
    about_names: dict[Pointer, list[Mistake]] = {}
    about_values: dict[Pointer, list[Mistake]] = {}
    for mistake in found:
        if "propertyNames" in mistake.schema_path:
            about_names.setdefault((*mistake.pointer, mistake.found), []).append(mistake)
        elif mistake.keyword == "required":
            problems.extend(_missing_keys(document, mistake, unknown.get(mistake.pointer)))
        elif mistake.keyword != "additionalProperties":
            about_values.setdefault(mistake.pointer, []).append(mistake)
    problems.extend(
        _bad_key(document, min(group, key=_rank)) for at, group in about_names.items() if at not in of_texts
    )
    for at, group in about_values.items():
        if at not in of_texts:
            mistake = min(group, key=_rank)
            problems.extend(_named_by_schema(document, mistake) or explain_value(document, mistake))
    return _bounded(document, list(dict.fromkeys(problems)))


def _strange_keys(unknown: Mapping[Pointer, _UnknownKeys], named: Iterable[Mistake]) -> dict[Pointer, set[str]]:
    """The keys of every mapping that cannot stand there, whether unknown or not shaped as a key of it."""
    strange = {pointer: set(keys.meant) for pointer, keys in unknown.items()}
    for mistake in named:
        strange.setdefault(mistake.pointer, set()).add(mistake.found)
    return strange


def _bounded(document: Document, problems: list[Problem]) -> list[Problem]:
    if len(problems) < MOST_IN_ONE_FILE:
        return problems
    more = problem("more-problems", document.places.value(()), limit=MOST_IN_ONE_FILE)
    return [*problems[:MOST_IN_ONE_FILE], more]


def _rank(mistake: Mistake) -> int:
    if _forbids_key(mistake):
        return -1
    return _FIRST_TOLD.index(mistake.keyword) if mistake.keyword in _FIRST_TOLD else len(_FIRST_TOLD)


def _forbids_key(mistake: Mistake) -> bool:
    """A key that may not stand beside another one.

    Its schema asks for nothing, where it elsewhere asks for something; language servers give no reason for a `not`.
    """
    return mistake.keyword == "type" and mistake.wanted == "null"


def _innermost(mistakes: Iterable[Mistake]) -> Iterator[Mistake]:
    """Of several alternatives, the mistakes in the one that fits best: where only something deep inside is wrong."""
    for mistake in mistakes:
        if mistake.branches:
            yield from _innermost(max(mistake.branches, key=lambda branch: _fit(mistake, branch)))
        else:
            yield mistake


def _fit(alternatives: Mistake, branch: Iterable[Mistake]) -> tuple[int, int]:
    """Higher for a better match: not quite another type, then wrong deeper inside, then in fewer ways."""
    wrong = list(branch)
    if any(mistake.keyword == "type" and mistake.pointer == alternatives.pointer for mistake in wrong):
        return -1, 0
    return min(len(mistake.pointer) for mistake in wrong), -len(wrong)


def _without_consequences(mistakes: list[Mistake]) -> list[Mistake]:
    """Where a branch of the schema misses the key that it is about, its other complaints tell nothing."""
    causes = [m for m in mistakes if m.keyword == "required" and "x-problem" in m.schema]
    return [mistake for mistake in mistakes if not any(_follows(mistake, cause) for cause in causes)]


def _follows(mistake: Mistake, cause: Mistake) -> bool:
    branch = cause.schema_path[:-1]
    return (
        mistake is not cause
        and mistake.schema_path[: len(branch)] == branch
        and mistake.pointer[: len(cause.pointer)] == cause.pointer
    )


def _unknown_keys(mistake: Mistake) -> _UnknownKeys:
    known = list(mistake.schema.get("properties", ()))
    patterns = list(mistake.schema.get("patternProperties", ()))
    free = free_keys(known, mistake.found)
    unknown = (key for key in mistake.found if key not in known and not any(re.search(p, key) for p in patterns))
    meant: dict[str, str | None] = {}
    for key in islice(unknown, MOST_IN_ONE_FILE):
        slip = tight_colon(key)
        meant[key] = slip.key if slip and slip.key in known else nearest(key, free)
    return _UnknownKeys(known, frozenset(mistake.found), meant)


def _unknown_key(document: Document, pointer: Pointer, key: str, keys: _UnknownKeys) -> Problem:
    place = document.places.key((*pointer, key))
    slip = tight_colon(key)
    if slip and slip.key in keys.known:
        return colon_problem(slip, place)
    return problem("unknown-key", place, key=shown(key), hint=key_hint(keys.meant[key], keys.known, keys.present))


def _missing_keys(document: Document, mistake: Mistake, unknown: _UnknownKeys | None) -> Iterator[Problem]:
    """None for a key that is there but misspelled: that has been told."""
    meant = {key for key in unknown.meant.values() if key} if unknown else set()
    if "x-problem" in mistake.schema:
        if not meant:
            yield from _named_by_schema(document, mistake)
        return
    place = document.places.key(mistake.pointer)
    for key in mistake.wanted:
        if key not in mistake.found and key not in meant:
            yield problem("missing-key", place, key=key, about=_about(mistake.schema, key))


def _about(schema: Any, key: str) -> Bilingual:
    """What the schema says about a key, in brackets."""
    description = schema.get("properties", {}).get(key, {}).get("description")
    if not description:
        return Bilingual("", "")
    zh, en = both_languages(description)
    return Bilingual(f"（{zh.rstrip('。')}）", f" ({en.rstrip('.')})")


def _bad_key(document: Document, mistake: Mistake) -> Problem:
    key, pointer = mistake.found, mistake.pointer
    place = document.places.key((*pointer, key))
    if "x-problem" in mistake.schema:
        return problem(mistake.schema["x-problem"], place, found=shown(key), key=shown(key), what=subject(pointer))
    if mistake.keyword == "format":
        return malformed_time(mistake.wanted, key, place)
    where = subject(pointer)
    return problem(
        "malformed-key",
        place,
        found=shown(key),
        where=Bilingual(f"{where.zh}里", f"in {where.en}") if pointer else Bilingual("这里", "here"),
        hint=pattern_hint(key, mistake.schema),
    )


def _quoted_number(document: Document, mistake: Mistake) -> Problem:
    """`"4"`, `4分`, `4,` in place of 4; `3 mostly known` in place of an answer with a note."""
    key = f"{mistake.pointer[-1]}: "
    return problem(
        "wrong-type",
        document.places.value(mistake.pointer),
        what=subject(mistake.pointer),
        expected=expected("number"),
        found=described(mistake.found),
        hint=noted_hint(mistake.found, key) or type_hint(mistake.found, ["number"], key),
    )


def _named_by_schema(document: Document, mistake: Mistake) -> list[Problem]:
    """The problem that the schema itself names for this mistake (`x-problem`), if it does."""
    code = mistake.schema.get("x-problem")
    if code is None:
        return []
    pointer = mistake.pointer
    if code == "not-an-answer" and isinstance(mistake.found, str) and number_in(mistake.found):
        return [_quoted_number(document, mistake)]
    is_about_key = mistake.keyword == "required" or _forbids_key(mistake)
    place = document.places.key(pointer) if is_about_key else document.places.value(pointer)
    key = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    return [problem(code, place, found=shown(mistake.found), key=shown(key), what=subject(pointer))]
