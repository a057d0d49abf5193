"""Tickets that repeat each other, strung into chains: the same customer with the same problem, again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.results import RepeatChain
from auditloop.assess.tickets import Desk, Place
from auditloop.assess.voice.window import Window

MOST_CHAINS = 100


class Chain(NamedTuple):
    ids: list[str]
    """In order, the earliest first."""
    last: Place


def chains(desk: Desk, window: Window) -> list[Chain]:
    """Every chain whose latest ticket came in the window. A ticket that several repeat begins a chain with each of
    them."""
    before = {log.ids[row]: first for logs in desk.teams.values() for log in logs for row, first in log.repeats.items()}
    continued = frozenset(before.values())
    return [
        Chain(_chain(place.id, before), place)
        for team, logs in desk.teams.items()
        for log in logs
        for row in log.repeats
        if log.ids[row] not in continued and (place := Place(team, log, row)).received >= window.since
    ]


def tell(desk: Desk, found: Sequence[Chain]) -> list[RepeatChain]:
    """Longest first, then the latest, then by id."""
    text = desk.calendar.reader.text
    told = []
    for ids, last in sorted(found, key=lambda each: (-len(each.ids), -each.last.received, each.last.id))[:MOST_CHAINS]:
        first = desk.place(ids[0])
        told.append(
            RepeatChain(
                ids=ids,
                team=last.team,
                type=last.word("type"),
                category=last.word("category"),
                first=text(first.received) if first else None,
                last=text(last.received),
            )
        )
    return told


def _chain(id: str, before: Mapping[str, str]) -> list[str]:
    found, seen = [id], {id}
    while (earlier := before.get(found[-1])) is not None and earlier not in seen:
        found.append(earlier)
        seen.add(earlier)
    return found[::-1]
