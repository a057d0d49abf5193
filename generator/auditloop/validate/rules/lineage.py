"""Audits and findings that point back at earlier ones point at something that can be their predecessor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.load.document import Document
from auditloop.problems import Problem, problem
from auditloop.validate.rules.register import Register


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("audit"):
        yield from _previous(register, document)
        yield from _repeats(register, document)


def _previous(register: Register, document: Document) -> Iterator[Problem]:
    data = document.data
    if "previous" not in data or (earlier := register.valid("audit", data["previous"])) is None:
        return
    place = document.places.value(("previous",))
    for key, code in (("team", "previous-of-another-team"), ("checklist", "previous-of-another-checklist")):
        if earlier[key] != data[key] and register.knows(key, earlier[key]) and register.knows(key, data[key]):
            yield problem(code, place, previous=data["previous"], found=earlier[key], own=data[key])
    if earlier["date"] >= data["date"]:
        yield problem("previous-not-earlier", place, previous=data["previous"], found=earlier["date"], own=data["date"])


def _repeats(register: Register, document: Document) -> Iterator[Problem]:
    data = document.data
    for position, finding in enumerate(data.get("findings", ())):
        if "repeats" not in finding or (earlier := register.valid("finding", finding["repeats"])) is None:
            continue
        place = document.places.value(("findings", position, "repeats"))
        if finding["repeats"] == finding["id"]:
            yield problem("repeats-itself", place, id=finding["id"])
            continue
        audit = register.valid("audit", earlier["audit"])
        if audit is not None and audit["date"] >= data["date"]:
            yield problem("repeats-not-earlier", place, id=finding["repeats"], found=audit["date"], own=data["date"])
