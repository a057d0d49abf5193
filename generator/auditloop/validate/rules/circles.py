"""Circles among records that rest on each other: which there are, each named once. Knows no kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

_SHOWN = 10
"""Of a long circle, so many are named."""


def circles(uses: Mapping[str, Set[str]]) -> Iterator[list[str]]:
    """Every circle that shares no member with one told before, from the first of its ids: [a, b, c] for a → b → c → a.

    `uses`: id → ids it rests on, all of them keys. What only leads into a circle is not part of one.
    """
    told: set[str] = set()
    circling = _circling(uses)
    for start in sorted(circling):
        path = [] if start in told else _back_to(start, circling)
        if path and told.isdisjoint(path):
            told.update(path)
            yield path


def arrows(path: list[str]) -> str:
    """`a → b → a`, the middle of a long one left out."""
    return " → ".join([*path[:_SHOWN], *(["…"] if len(path) > _SHOWN else []), path[0]])


def _circling(uses: Mapping[str, Set[str]]) -> dict[str, set[str]]:
    """Without all that rests on no circle, so that a long chain is not walked again from each of its links."""
    used_by: dict[str, list[str]] = {id: [] for id in uses}
    for id, of in uses.items():
        for used in of:
            used_by[used].append(id)
    waits = {id: len(of) for id, of in uses.items()}
    free = [id for id, count in waits.items() if not count]
    for id in free:
        for user in used_by[id]:
            waits[user] -= 1
            if not waits[user]:
                free.append(user)
    return {id: {used for used in of if waits[used]} for id, of in uses.items() if waits[id]}


def _back_to(start: str, uses: Mapping[str, Set[str]]) -> list[str]:
    """The shortest way from an id back to it; empty where there is none."""
    before: dict[str, str] = {}
    queue = [start]
    for id in queue:
        for used in sorted(uses[id]):
            if used == start:
                path = [id]
                while path[-1] != start:
                    path.append(before[path[-1]])
                return path[::-1]
            if used not in before:
                before[used] = id
                queue.append(used)
    return []
