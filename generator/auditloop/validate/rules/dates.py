"""Days follow each other as they do in life: opened, due, done, verified; and none is claimed before it came.

Days are compared as text: written as `2026-03-15` they order like the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.register import Pointer, Register


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    today = as_of.isoformat()
    for document in register.of_kind("audit"):
        if document.data["status"] == "final" and document.data["date"] > today:
            place = document.places.value(("date",))
            yield problem("audit-in-future", place, found=document.data["date"], today=today)
    for document in register.of_kind("actions"):
        for position, action in enumerate(document.data["actions"]):
            at: Pointer = ("actions", position)
            yield from _order(document, at, action)
            yield from _not_yet(document, at, action, today)
            yield from _moves(document, at, action)
            if "effect" in action:
                yield from windows(document, (*at, "effect"), action["id"], action["effect"])


def _order(document: Document, at: Pointer, action: Mapping[str, Any]) -> Iterator[Problem]:
    opened, done = action["opened"], action.get("done")
    verified = action.get("verification", {}).get("date")
    if action["due"] < opened:
        yield problem(
            "due-before-opened", document.places.value((*at, "due")), id=action["id"], due=action["due"], opened=opened
        )
    if done is not None and done < opened:
        yield problem(
            "done-before-opened", document.places.value((*at, "done")), id=action["id"], done=done, opened=opened
        )
    if verified is not None and done is not None and verified < done:
        place = document.places.value((*at, "verification", "date"))
        yield problem("verified-before-done", place, id=action["id"], verified=verified, done=done)


_HAPPENED = {
    ("done",): Bilingual("完成日期", "date it was done"),
    ("verification", "date"): Bilingual("验证日期", "date of verification"),
}
_LOGGED = Bilingual("进展记录的日期", "date of a log entry")


def _not_yet(document: Document, at: Pointer, action: Mapping[str, Any], today: str) -> Iterator[Problem]:
    """Something that is said to have happened lies in the future."""
    for keys, what in _HAPPENED.items():
        node: Any = action
        for key in keys:
            node = node.get(key, {})
        if isinstance(node, str):
            yield from in_future(document, (*at, *keys), what, node, today)
    for position, entry in enumerate(action.get("log", ())):
        here = (*at, "log", position, "date")
        if entry["date"] > today:
            yield from in_future(document, here, _LOGGED, entry["date"], today)
        elif entry["date"] < action["opened"]:
            where = document.places.value(here)
            yield problem("log-before-opened", where, id=action["id"], found=entry["date"], opened=action["opened"])


def in_future(document: Document, at: Pointer, what: Bilingual, day: str, today: str) -> Iterator[Problem]:
    """Of a day on which something is said to have been: whether it is still to come. `at`: where it stands."""
    if day > today:
        yield problem("in-future", document.places.value(at), what=what, found=day, today=today)


def period_in_future(document: Document, as_of: dt.date) -> Iterator[Problem]:
    """Of a document that tells of one period: whether that has begun."""
    period = Period.read(document.data["period"])
    if period.first > as_of:
        place = document.places.value(("period",))
        yield problem("period-in-future", place, period=period, today=as_of.isoformat())


def _moves(document: Document, at: Pointer, action: Mapping[str, Any]) -> Iterator[Problem]:
    """Each postponement starts where the one before ended, and the last one ends at the due date."""
    moves = action.get("moved", ())
    for position, (earlier, later) in enumerate(pairwise(moves), start=1):
        if later["from"] != earlier["to"]:
            place = document.places.value((*at, "moved", position, "from"))
            yield problem("moves-broken", place, id=action["id"], found=later["from"], expected=earlier["to"])
    if moves and moves[-1]["to"] != action["due"]:
        place = document.places.value((*at, "due"))
        yield problem("due-not-moved", place, id=action["id"], due=action["due"], moved=moves[-1]["to"])


def windows(document: Document, at: Pointer, id: str, effect: Mapping[str, Any]) -> Iterator[Problem]:
    """The window after begins when the one before is over. `at`: where `effect` stands, `id`: whose it is."""
    if overlap(effect["before"], effect["after"]):
        place = document.places.value((*at, "after"))
        yield problem("windows-overlap", place, id=id, before=effect["before"], after=effect["after"])


def overlap(before: str, after: str) -> bool:
    """Whether the window `after` begins in `before`, or earlier; each is a period, or `first..last`."""
    before_ends = Period.parse(before.rpartition("..")[2]).last
    return Period.parse(after.partition("..")[0]).first <= before_ends
