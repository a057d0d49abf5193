"""Tickets that still wait at the end of the day, by age, and the calls that solved complaints ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from auditloop.assess.results import FollowUp, FollowUps, OpenTicket
from auditloop.assess.tickets import Desk, Place
from auditloop.assess.voice.window import Window
from auditloop.tickets import TicketLog
from auditloop.tickets.counts import solved_since, unsolved
from auditloop.tickets.log import MISSING, rows_where

AGES = {"day": 1, "three-days": 3, "week": 7, "month": 30}
"""Up to so many days; all others are `longer`."""
MOST_OPEN = 500
CALL_DAYS = 30
"""A call later than this is no follow-up any more."""
_HOUR, _DAY = 3600, 86_400


class Marks(NamedTuple):
    """What is known of single tickets, by id."""

    broken: Mapping[str, Sequence[str]]
    """Standards that it broke."""
    again: Set[str]
    """Of a chain of repeated tickets."""
    call_waits: Set[str]
    """Where a standard asks for a call that has not been made and is still in time."""


def open_tickets(desk: Desk, logs: Sequence[TicketLog], team: str) -> list[Place] | None:
    """Of a team, in no order; None where none of its tickets says when it was solved."""
    if not any("resolved" in log.times for log in logs):
        return None
    return [Place(team, log, row) for log in logs for row in unsolved(log)]


def tell_open(desk: Desk, found: Sequence[Place], marks: Marks) -> list[OpenTicket]:
    now, text = desk.calendar.now, desk.calendar.reader.text
    longest = sorted(found, key=lambda place: (place.received, place.id))[:MOST_OPEN]
    return [
        OpenTicket(
            id=id,
            team=place.team,
            type=place.word("type"),
            category=place.word("category"),
            received=text(place.received),
            hours=(now - place.received) / _HOUR,
            broken=list(marks.broken.get(id, ())),
        )
        for place in longest
        for id in [place.id]
    ]


def by_age(desk: Desk, found: Sequence[Place]) -> dict[str, int]:
    counts = dict.fromkeys([*AGES, "longer"], 0)
    for place in found:
        days = (desk.calendar.now - place.received) / _DAY
        counts[next((name for name, most in AGES.items() if days <= most), "longer")] += 1
    return counts


def follow_ups(desk: Desk, teams: Mapping[str, Sequence[TicketLog]], window: Window, marks: Marks) -> FollowUps:
    """Calls that the solved complaints of these teams ask for, received in the window."""
    by_standard = [each for each in desk.standards.values() if each.to == "followed_up"]
    asked = made = missed = 0
    due: list[FollowUp] = []
    for team, logs in teams.items():
        for log in logs:
            resolved, called = log.times.get("resolved"), log.times.get("followed_up")
            if resolved is None:
                continue
            promised = {row for standard in by_standard for row in rows_where(log, standard.where)}
            for row in solved_since(log, window.since, {"type": frozenset({"complaint"})}):
                id = log.ids[row]
                troubled = id in marks.broken or id in marks.again
                if not (troubled or row in promised):
                    continue
                asked += 1
                if called is not None and called[row] != MISSING:
                    made += 1
                elif not troubled and id in marks.call_waits:
                    continue
                elif desk.calendar.now - resolved[row] > CALL_DAYS * _DAY:
                    missed += 1
                else:
                    due.append(_due(desk, Place(team, log, row), resolved[row], marks))
    due.sort(key=lambda each: (each.resolved, each.id))
    return FollowUps(asked=asked, made=made, missed=missed, due=due)


def _due(desk: Desk, place: Place, resolved: int, marks: Marks) -> FollowUp:
    id = place.id
    return FollowUp(
        id=id,
        team=place.team,
        category=place.word("category"),
        resolved=desk.calendar.reader.text(resolved),
        days=(desk.calendar.now - resolved) / _DAY,
        broken=list(marks.broken.get(id, ())),
        repeated=id in marks.again,
    )
