"""Ids are given once: they become addresses, and whoever refers to one must know which record is meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Place, Problem, problem
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import KINDS


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    yield from _one_organisation(register)
    for repeated in register.repeated:
        if repeated.kind != "organisation":
            yield _again(repeated.kind, repeated.id, repeated.first.place(), repeated.again.place())
    for document in register.of_kind("checklist"):
        yield from _in_checklist(document)
    for document in register.of_kind("organisation"):
        yield from _grades(document)


def _one_organisation(register: Register) -> Iterator[Problem]:
    found = register.of_kind("organisation")
    if not found and not register.ids("organisation") and not register.may_lack("organisation"):
        yield problem("organisation-missing", Place("audits"))
    yield from only_one(found, "organisation-twice")


def only_one(found: Sequence[Document], code: str) -> Iterator[Problem]:
    """Of a kind of which a workspace has one document: each beyond the first."""
    for another in found[1:]:
        first = found[0].places.key(("kind",))
        yield problem(code, another.places.key(("kind",)), related=(first,), file=first.file, line=first.line)


def told_again(
    documents: Iterable[Document], code: str, id_of: Callable[[Mapping[str, Any]], str], *, facts: Sequence[str]
) -> Iterator[Problem]:
    """Of documents that tell of a period: each that tells what another has told. `facts`: keys that the code names."""
    told: dict[str, Document] = {}
    for document in documents:
        first = told.setdefault(id_of(document.data), document)
        if first is not document:
            one, again = (each.places.value(("period",)) for each in (first, document))
            named = {key: document.data[key] for key in facts}
            yield problem(code, again, related=(one,), file=one.file, line=one.line, **named)


def _in_checklist(document: Document) -> Iterator[Problem]:
    """Domains, sections and items each have ids of their own within the checklist."""
    parts = list(_parts(document))
    for kind in ("domain", "section", "item"):
        yield from given_again(document, kind, ((id, at) for of, id, at in parts if of == kind))


def _parts(document: Document) -> Iterator[tuple[str, str, Pointer]]:
    for d, domain in enumerate(document.data["domains"]):
        yield "domain", domain["id"], ("domains", d, "id")
        for s, section in enumerate(domain["sections"]):
            yield "section", section["id"], ("domains", d, "sections", s, "id")
            for i, item in enumerate(section["items"]):
                yield "item", item["id"], ("domains", d, "sections", s, "items", i, "id")


def _grades(document: Document) -> Iterator[Problem]:
    grades = document.data.get("grades", ())
    yield from given_again(document, "grade", ((g["grade"], ("grades", n, "grade")) for n, g in enumerate(grades)))


def given_again(document: Document, kind: str, ids: Iterable[tuple[str, Pointer]]) -> Iterator[Problem]:
    """Of ids within one document, with where they stand: each that was given before."""
    seen: dict[str, Pointer] = {}
    for id, here in ids:
        first = seen.setdefault(id, here)
        if first is not here:
            yield _again(kind, id, document.places.value(first), document.places.value(here))


def _again(kind: str, id: str, first: Place, again: Place) -> Problem:
    return problem("duplicate-id", again, related=(first,), what=KINDS[kind], id=id, file=first.file, line=first.line)
