"""A plan can come true: goals lead somewhere within it, milestones come in time, and none waits for itself.

Days are compared as text: written as `2026-03-15` they order like the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.circles import arrows, circles
from auditloop.validate.rules.dates import in_future
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import KINDS, number

_DONE = Bilingual("完成日期", "date it was done")


class _Milestone(NamedTuple):
    data: Mapping[str, Any]
    document: Document
    at: Pointer


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    milestones: dict[str, _Milestone] = {}
    for document in register.of_kind("plan"):
        yield from _span(document)
        for position, goal in enumerate(document.data.get("goals", ())):
            yield from _goal(register, document, ("goals", position), goal)
        for position, milestone in enumerate(document.data.get("milestones", ())):
            each = _Milestone(milestone, document, ("milestones", position))
            yield from _days(each, as_of.isoformat())
            yield from _within(register, each)
            milestones.setdefault(milestone["id"], each)
    for each in milestones.values():
        yield from _needs(register, each, milestones)
    yield from _circles(milestones)


def _ends(data: Mapping[str, Any]) -> tuple[str, str]:
    """First and last day of a plan."""
    return Period.read(data["from"]).first.isoformat(), Period.read(data["to"]).last.isoformat()


def _span(document: Document) -> Iterator[Problem]:
    first, last = _ends(document.data)
    if last < first:
        place = document.places.value(("to",))
        yield problem("plan-ends-early", place, first=str(document.data["from"]), last=str(document.data["to"]))


def _goal(register: Register, document: Document, at: Pointer, goal: Mapping[str, Any]) -> Iterator[Problem]:
    first, last = _ends(document.data)
    id, place = goal["id"], document.places.value
    start = goal.get("start", first)
    if goal["by"] <= start:
        yield problem("goal-ends-early", place((*at, "by")), id=id, by=goal["by"], start=start)
    elif first <= last and not (first <= start and goal["by"] <= last):
        key = "by" if goal["by"] > last else "start"
        facts = {"what": KINDS["goal"], "found": goal.get(key, start), "first": first, "last": last}
        yield problem("outside-plan", place((*at, key)), id=id, **facts)
    if goal["from"] == goal["to"]:
        yield problem("goal-leads-nowhere", place((*at, "to")), id=id, value=number(goal["to"]))
    elif (kpi := register.valid("kpi", goal["kpi"])) is not None:
        better = kpi["better"]
        if better != "neither" and (goal["to"] > goal["from"]) != (better == "higher"):
            facts = {"from_": number(goal["from"]), "to": number(goal["to"])}
            yield problem(
                "goal-makes-worse", place((*at, "to")), id=id, kpi=goal["kpi"], better=_BETTER[better], **facts
            )


_BETTER = {"higher": Bilingual("越高", "higher"), "lower": Bilingual("越低", "lower")}


def _days(milestone: _Milestone, today: str) -> Iterator[Problem]:
    data, document, at = milestone
    id, start, done, place = data["id"], data.get("start"), data.get("done"), document.places.value
    if start is not None and data["due"] < start:
        yield problem("due-before-start", place((*at, "due")), id=id, due=data["due"], start=start)
    if done is not None and start is not None and done < start:
        yield problem("done-before-start", place((*at, "done")), id=id, done=done, start=start)
    if done is not None:
        yield from in_future(document, (*at, "done"), _DONE, done, today)


def _within(register: Register, milestone: _Milestone) -> Iterator[Problem]:
    """In time for its goal, and inside its plan."""
    data, document, at = milestone
    goal = register.valid("goal", data["goal"]) if "goal" in data else None
    place = document.places.value((*at, "due"))
    first, last = _ends(document.data)
    if goal is not None and data["due"] > goal["by"]:
        yield problem("milestone-after-goal", place, id=data["id"], due=data["due"], goal=goal["id"], by=goal["by"])
    elif first <= last and not first <= data["due"] <= last:
        facts = {"what": KINDS["milestone"], "found": data["due"], "first": first, "last": last}
        yield problem("outside-plan", place, id=data["id"], **facts)


def _needs(register: Register, milestone: _Milestone, milestones: Mapping[str, _Milestone]) -> Iterator[Problem]:
    """What has to be done before is due before, was not cancelled, and is done where this is."""
    data, document, at = milestone
    for position, id in enumerate(data.get("needs", ())):
        place = document.places.value((*at, "needs", position))
        action = register.valid("action", id) if id not in milestones else None
        need = milestones[id].data if id in milestones else action
        if need is None or id == data["id"]:
            continue
        if action is not None and action["status"] == "cancelled":
            yield problem("needs-cancelled", place, id=data["id"], need=id)
        elif "done" in data and "done" not in need:
            yield problem("done-before-need", place, id=data["id"], need=id, done=data["done"])
        elif need["due"] > data["due"] and "done" not in need:
            yield problem("need-due-later", place, id=data["id"], need=id, due=data["due"], later=need["due"])


def _circles(milestones: Mapping[str, _Milestone]) -> Iterator[Problem]:
    """One problem for every circle, at the first of its milestones by id."""
    uses = {id: {need for need in m.data.get("needs", ()) if need in milestones} for id, m in milestones.items()}
    for path in circles(uses):
        at = milestones[path[0]]
        places = [milestones[id].document.places.key((*milestones[id].at, "needs")) for id in path]
        yield problem("needs-circle", places[0], related=tuple(places[1:]), id=at.data["id"], path=arrows(path))
