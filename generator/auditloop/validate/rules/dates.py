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


def _not_yet(document: Document, at: Pointer, action: Mapping[str, Any], today: str) -> Iterator[Problem]:
    """Something that is said to have happened lies in the future."""
    for keys, what in _HAPPENED.items():
        node: Any = action
        for key in keys:
            node = node.get(key, {})
        if isinstance(node, str) and node > today:
            yield problem("in-future", document.places.value((*at, *keys)), what=what, found=node, today=today)
    for position, entry in enumerate(action.get("log", ())):
        place = document.places.value
        if entry["date"] > today:
            what = Bilingual("进展记录的日期", "date of a log entry")
            yield problem(
                "in-future", place((*at, "log", position, "date")), what=what, found=entry["date"], today=today
            )
        elif entry["date"] < action["opened"]:
            where = place((*at, "log", position, "date"))
            yield problem("log-before-opened", where, id=action["id"], found=entry["date"], opened=action["opened"])


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
    before_ends = Period.parse(effect["before"].rpartition("..")[2]).last
    after_begins = Period.parse(effect["after"].partition("..")[0]).first
    if after_begins <= before_ends:
        place = document.places.value((*at, "after"))
        yield problem("windows-overlap", place, id=id, before=effect["before"], after=effect["after"])
