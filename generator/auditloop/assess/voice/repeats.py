"""Tickets that repeat each other, strung into chains: the same customer with the same problem, again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.assess.results import RepeatChain
from auditloop.assess.tickets import Desk
from auditloop.assess.voice.window import Window

MOST_CHAINS = 100


def chains(desk: Desk, window: Window) -> list[list[str]]:
    """Ids in order, the earliest first, of every chain whose latest ticket came in the window. A ticket that several
    repeat begins a chain with each of them."""
    before = {log.ids[row]: first for logs in desk.teams.values() for log in logs for row, first in log.repeats.items()}
    if not before:
        return []
    continued = frozenset(before.values())
    latest = [id for id in before if id not in continued]
    return [_chain(id, before) for id in latest if (place := desk.place(id)) and place.received >= window.since]


def tell(desk: Desk, found: Sequence[Sequence[str]]) -> list[RepeatChain]:
    """Longest first, then the latest, then by id."""
    text = desk.calendar.reader.text
    placed = [(chain, last) for chain in found if (last := desk.place(chain[-1])) is not None]
    placed.sort(key=lambda each: (-len(each[0]), -each[1].received, each[1].id))
    told = []
    for chain, last in placed[:MOST_CHAINS]:
        first = desk.place(chain[0])
        told.append(
            RepeatChain(
                ids=list(chain),
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
