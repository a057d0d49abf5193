"""A journey's steps are told apart, take the time they say, and were measured again when something had been done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.dates import in_future
from auditloop.validate.rules.identity import given_again
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import listed, number

_MAPPED = Bilingual("旅程的日期", "date of the journey")
_MEASURED = Bilingual("复测日期", "date it was measured afterwards")


class Placed(NamedTuple):
    """A step and where it stands."""

    step: Mapping[str, Any]
    at: Pointer


def steps_of(data: Mapping[str, Any]) -> Iterator[Placed]:
    for place, touchpoint in enumerate(data["touchpoints"]):
        for position, step in enumerate(touchpoint["steps"]):
            yield Placed(step, ("touchpoints", place, "steps", position))


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    today = as_of.isoformat()
    for document in register.of_kind("journey"):
        data = document.data
        yield from in_future(document, ("date",), _MAPPED, data["date"], today)
        touchpoints = enumerate(data["touchpoints"])
        yield from given_again(document, "touchpoint", ((t["id"], ("touchpoints", n, "id")) for n, t in touchpoints))
        placed = list(steps_of(data))
        yield from given_again(document, "step", ((step["id"], (*at, "id")) for step, at in placed))
        for each in placed:
            yield from _channel(register, document, each)
            yield from _time(document, each)
            yield from _after(register, document, each, today)


def _channel(register: Register, document: Document, placed: Placed) -> Iterator[Problem]:
    channels, channel = document.data.get("channels"), placed.step.get("channel")
    if channels and channel is not None and channel not in channels and register.knows("channel", channel):
        place = document.places.value((*placed.at, "channel"))
        yield problem("channel-not-of-journey", place, id=placed.step["id"], found=channel, known=listed(channels))


def _time(document: Document, placed: Placed) -> Iterator[Problem]:
    step, at = placed
    if step.get("waiting") and step["adds_value"]:
        yield problem("wait-adds-value", document.places.value((*at, "adds_value")), id=step["id"])
    saves = step.get("esia", {}).get("saves_minutes", 0)
    if saves > step["minutes"]:
        place = document.places.value((*at, "esia", "saves_minutes"))
        minutes = number(step["minutes"])
        yield problem("saves-too-much", place, id=step["id"], saves=number(saves), minutes=minutes)


def _after(register: Register, document: Document, placed: Placed, today: str) -> Iterator[Problem]:
    """Measured after the map was made, and after what was to help was done."""
    step, at = placed
    if "after" not in step:
        return
    date, place = step["after"]["date"], document.places.value((*at, "after", "date"))
    if date > today:
        yield from in_future(document, (*at, "after", "date"), _MEASURED, date, today)
    elif date < document.data["date"]:
        yield problem("measured-before-map", place, id=step["id"], found=date, mapped=document.data["date"])
    if "action" not in step:
        yield problem("after-without-action", document.places.key((*at, "after")), id=step["id"])
        return
    action = register.valid("action", step["action"])
    if action is None:
        return
    if "done" not in action:
        yield problem("after-not-done", place, id=step["id"], action=step["action"], status=action["status"])
    elif date < action["done"]:
        yield problem(
            "measured-before-done", place, id=step["id"], found=date, action=step["action"], done=action["done"]
        )
