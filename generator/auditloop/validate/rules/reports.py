"""What people write for reports: one commentary per period and team, and topics that end after they begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Problem, problem
from auditloop.validate.origins import commentary_id
from auditloop.validate.rules.register import Register


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    seen: dict[str, Document] = {}
    for document in register.of_kind("commentary"):
        yield from _twice(document, seen)
        period = Period.read(document.data["period"])
        if period.first > as_of:
            place = document.places.value(("period",))
            yield problem("period-in-future", place, period=str(period), today=as_of.isoformat())
    for document in register.of_kind("topic"):
        yield from _backwards(document)


def _twice(document: Document, seen: dict[str, Document]) -> Iterator[Problem]:
    first = seen.setdefault(commentary_id(document.data), document)
    if first is not document:
        one = first.places.value(("period",))
        yield problem(
            "commentary-twice",
            document.places.value(("period",)),
            related=(one,),
            period=document.data["period"],
            file=one.file,
            line=one.line,
        )


def _backwards(document: Document) -> Iterator[Problem]:
    first, last = (Period.read(document.data[key]) for key in ("from", "to"))
    if last.last < first.first:
        yield problem(
            "topic-backwards",
            document.places.value(("to",)),
            id=document.data["id"],
            begins=str(first),
            ends=str(last),
        )
