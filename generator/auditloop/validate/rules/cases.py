"""A case names parts of its checklist that there are, and is written up after what it tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.dates import in_future
from auditloop.validate.rules.figures import check_figure
from auditloop.validate.rules.register import Register
from auditloop.validate.rules.words import KINDS, proposal

_WRITTEN = Bilingual("案例的日期", "date of the case")


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    today = as_of.isoformat()
    for document in register.of_kind("case"):
        data = document.data
        yield from _parts(register, document)
        for position, figure in enumerate(data.get("results", ())):
            yield from check_figure(document, ("results", position), figure)
        yield from in_future(document, ("date",), _WRITTEN, data["date"], today)


def _parts(register: Register, document: Document) -> Iterator[Problem]:
    """Its domain and its items, in the newest edition of the checklist."""
    data = document.data
    questions = register.questions(data["checklist"], None)
    if questions is None:
        return
    domains = [domain["id"] for domain in questions.document.data["domains"]]
    if data["domain"] not in domains:
        yield _unknown(document, "domain", data["domain"], ("domain",), domains)
    for position, item in enumerate(data.get("items", ())):
        if item not in questions.items:
            yield _unknown(document, "item", item, ("items", position), list(questions.items))


def _unknown(document: Document, kind: str, found: str, at: tuple[str | int, ...], known: list[str]) -> Problem:
    return problem(
        "unknown-reference",
        document.places.value(at),
        what=KINDS[kind],
        found=found,
        proposal=proposal(kind, found, known),
    )
