"""A register of risks holds together: its days follow each other, drills try out a plan, tickets it names are there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.rules.dates import in_future
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import proposal

Risk = Mapping[str, Any]
Day = tuple[Pointer, str]
"""Where it stands in the risk, and what it is."""

_ASSESSED = Bilingual("评估日期", "day of assessment")
_DRILLED = Bilingual("演练日期", "day of a drill")
_CLOSED = Bilingual("终结日期", "day it was closed")


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    tickets = _tickets(register)
    for document in register.of_kind("risks"):
        for position, risk in enumerate(document.data["risks"]):
            at: Pointer = ("risks", position)
            yield from _days(document, at, risk, as_of.isoformat())
            yield from _due(document, at, risk)
            yield from _where(register, document, at, risk)
            if risk.get("drills") and "plan" not in risk:
                yield problem("drill-without-plan", document.places.key((*at, "drills")), id=risk["id"])
            for place, ticket in enumerate(risk.get("tickets", ()) if tickets is not None else ()):
                if tickets is not None and ticket not in tickets:
                    where = document.places.value((*at, "tickets", place))
                    yield problem("ticket-not-there", where, id=risk["id"], found=shown(ticket))


def _days(document: Document, at: Pointer, risk: Risk, today: str) -> Iterator[Problem]:
    assessed: list[Day] = [(("history", n, "date"), each["date"]) for n, each in enumerate(risk.get("history", ()))]
    assessed.append((("assessed",), risk["assessed"]))
    drilled: list[Day] = [(("drills", n, "date"), each["date"]) for n, each in enumerate(risk.get("drills", ()))]
    closed: list[Day] = [(("closed", "date"), risk["closed"]["date"])] if "closed" in risk else []
    for what, days in ((_ASSESSED, assessed), (_DRILLED, drilled), (_CLOSED, closed)):
        for pointer, day in days:
            yield from in_future(document, (*at, *pointer), what, day, today)
        for (_, earlier), (pointer, day) in pairwise(days):
            if day <= earlier:
                place = document.places.value((*at, *pointer))
                yield problem("risk-days-out-of-order", place, id=risk["id"], what=what, found=day, earlier=earlier)


def _due(document: Document, at: Pointer, risk: Risk) -> Iterator[Problem]:
    """What is to come lies after what has been, or nobody has said when it is due next."""
    drills = risk.get("drills", ())
    last = {"review": risk["assessed"], "next_drill": drills[-1]["date"] if drills else None}
    for key, day in last.items():
        if day is not None and key in risk and risk[key] <= day:
            place = document.places.value((*at, key))
            yield problem("next-before-last", place, id=risk["id"], key=key, found=risk[key], last=day)


def _where(register: Register, document: Document, at: Pointer, risk: Risk) -> Iterator[Problem]:
    """Categories are those that the organisation lists, where it lists any."""
    if not register.ids("category") or register.may_lack("category"):
        return
    written = risk.get("where", {}).get("category", ())
    for place, category in enumerate([written] if isinstance(written, str) else written):
        if not register.knows("category", category):
            pointer = ("where", "category", *(() if isinstance(written, str) else (place,)))
            hint = proposal("category", category, register.ids("category"))
            place_of = document.places.value((*at, *pointer))
            yield problem("unknown-ticket-category", place_of, found=shown(category), proposal=hint)


def _tickets(register: Register) -> frozenset[str] | None:
    """Ids of all tickets; None where one may be in a log that could not be read."""
    if not register.has_all_tickets():
        return None
    return frozenset(id for source in register.sources for id in source.log.ids)
