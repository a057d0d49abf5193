"""Tiers of customers: each once, of a period that has begun, told once, and nobody named in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.origins import segments_id
from auditloop.validate.rules.identity import given_again, told_again
from auditloop.validate.rules.names import named_in
from auditloop.validate.rules.privacy import texts_of
from auditloop.validate.rules.register import Register

_PERIOD = Bilingual("期间", "period")


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    written = register.of_kind("segments")
    yield from told_again(written, "segments-twice", segments_id, facts=("period",))
    for document in written:
        data = document.data
        period = Period.read(data["period"])
        if period.first > as_of:
            place = document.places.value(("period",))
            yield problem("in-future", place, what=_PERIOD, found=period, today=as_of.isoformat())
        tiers = enumerate(data["tiers"])
        yield from given_again(document, "tier", ((tier["id"], ("tiers", n, "id")) for n, tier in tiers))
        for pointer, text in texts_of(data, ()):
            yield from named_in(document, pointer, text)
