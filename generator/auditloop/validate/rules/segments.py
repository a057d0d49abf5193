"""Tiers of customers: each once, of a period that has begun, told once, and nobody named in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.names import called
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import KINDS

_PERIOD = Bilingual("期间", "period")


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    told: dict[tuple[str | None, Period], Document] = {}
    for document in register.of_kind("segments"):
        data = document.data
        period = Period.read(data["period"])
        place = document.places.value(("period",))
        if period.first > as_of:
            yield problem("in-future", place, what=_PERIOD, found=period, today=as_of.isoformat())
        first = told.setdefault((data.get("team"), period), document)
        if first is not document:
            before = first.places.value(("period",))
            yield problem("segments-twice", place, related=(before,), period=period, file=before.file, line=before.line)
        yield from _tiers(document)
        for pointer, text in _texts(data, ()):
            for name in called(text):
                yield problem("person-named", document.places.value(pointer), found=f"{name[:1]}***")


def _tiers(document: Document) -> Iterator[Problem]:
    seen: dict[str, Pointer] = {}
    for position, tier in enumerate(document.data["tiers"]):
        here: Pointer = ("tiers", position, "id")
        first = seen.setdefault(tier["id"], here)
        if first is not here:
            was = document.places.value(first)
            yield problem(
                "duplicate-id",
                document.places.value(here),
                related=(was,),
                what=KINDS["tier"],
                id=tier["id"],
                file=was.file,
                line=was.line,
            )


def _texts(value: Any, at: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every text that people wrote freely, with its place; ids and codes name nobody."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _texts(inner, (*at, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(inner, (*at, position))
    elif isinstance(value, str):
        yield at, value
