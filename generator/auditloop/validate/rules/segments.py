"""Tiers of customers: each once, of a period that has begun, told once, and nobody named in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.identity import given_again
from auditloop.validate.rules.names import called
from auditloop.validate.rules.privacy import texts_of
from auditloop.validate.rules.register import Register

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
        tiers = enumerate(data["tiers"])
        yield from given_again(document, "tier", ((tier["id"], ("tiers", n, "id")) for n, tier in tiers))
        for pointer, text in texts_of(data, ()):
            for name in called(text):
                yield problem("person-named", document.places.value(pointer), found=f"{name[:1]}***")
