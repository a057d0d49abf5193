"""What people write for reports: one commentary per period and team, and topics that end after they begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Problem, problem
from auditloop.validate.origins import commentary_id
from auditloop.validate.rules.dates import period_in_future
from auditloop.validate.rules.identity import told_again
from auditloop.validate.rules.register import Register


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    commentaries = register.of_kind("commentary")
    yield from told_again(commentaries, "commentary-twice", commentary_id, facts=("period",))
    for document in commentaries:
        yield from period_in_future(document, as_of)
    for document in register.of_kind("topic"):
        yield from _backwards(document)


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
