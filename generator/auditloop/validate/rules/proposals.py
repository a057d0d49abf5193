"""A proposal's state and its dates agree, they follow each other, and what counts as proven has figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.dates import in_future
from auditloop.validate.rules.figures import check_figure
from auditloop.validate.rules.register import Pointer, Register

_DAYS = {
    "submitted": Bilingual("提出日期", "day of submission"),
    "answered": Bilingual("答复日期", "day of the answer"),
    "done": Bilingual("实施日期", "day it was carried out"),
    "proven": Bilingual("见效日期", "day it was proven"),
}
"""In the order of life."""
_NEEDS = {
    "submitted": (),
    "adopted": ("answered",),
    "declined": ("answered",),
    "done": ("answered", "done"),
    "proven": ("answered", "done", "proven"),
}
"""Status → the days it needs; the others may not be there yet."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    for document in register.of_kind("proposals"):
        for position, proposal in enumerate(document.data["proposals"]):
            at: Pointer = ("proposals", position)
            yield from _days(document, at, proposal, as_of.isoformat())
            yield from _state(document, at, proposal)
            if "effect" in proposal:
                yield from check_figure(document, (*at, "effect"), proposal["effect"])


def _days(document: Document, at: Pointer, proposal: Mapping[str, Any], today: str) -> Iterator[Problem]:
    place, id = document.places.value, proposal["id"]
    needed = _NEEDS[proposal["status"]]
    for day in needed:
        if day not in proposal:
            what = _DAYS[day]
            yield problem(
                "proposal-without-day", place((*at, "status")), id=id, status=proposal["status"], key=day, what=what
            )
    for day in ("answered", "done", "proven"):
        if day in proposal and day not in needed:
            yield problem("proposal-day-too-early", place((*at, day)), id=id, status=proposal["status"], key=day)
    written = [day for day in _DAYS if day in proposal]
    for earlier, later in pairwise(written):
        if proposal[later] < proposal[earlier]:
            yield problem(
                "proposal-days-crossed",
                place((*at, later)),
                id=id,
                later=_DAYS[later],
                earlier=_DAYS[earlier],
                found=proposal[later],
                before=proposal[earlier],
            )
    for day in written:
        yield from in_future(document, (*at, day), _DAYS[day], proposal[day], today)


def _state(document: Document, at: Pointer, proposal: Mapping[str, Any]) -> Iterator[Problem]:
    place, id = document.places.value((*at, "status")), proposal["id"]
    if proposal["status"] == "proven" and "effect" not in proposal:
        yield problem("proven-without-figures", place, id=id)
    if proposal["status"] == "declined" and "answer" not in proposal:
        yield problem("declined-without-reason", place, id=id)
