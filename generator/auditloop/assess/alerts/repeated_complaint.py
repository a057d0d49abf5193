"""A customer complained again about the same problem within a short time, and nobody has called back.

The follow-up call ends it, and so does a complaint that is withdrawn. One that is solved is news no more when the short
time has passed since. High where it is still not solved, or the third time at least.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft, Ended
from auditloop.assess.results import ComplaintAgain, LinkTarget
from auditloop.assess.tickets import Desk, Place
from auditloop.model.early_warning import RepeatedComplaint
from auditloop.tickets.log import MISSING, mask_where

_DAY = 24 * 60 * 60
_COMPLAINTS = {"type": frozenset({"complaint"})}


class _Again(NamedTuple):
    """A complaint that repeats another one soon enough."""

    place: Place
    earlier: str
    gap: int
    """Seconds between the two; 0 where nobody knows when the first one came."""


def find(known: Known, limits: RepeatedComplaint) -> Iterator[Draft]:
    """One alert for each problem, about its latest complaint. A longer pause begins a new row of complaints."""
    for desk, each, row in _rows(known, limits):
        if _is_waiting(desk, each.place, limits):
            yield _draft(desk, each, row)


def ended(known: Known, limits: RepeatedComplaint, since: dt.date) -> Iterator[Ended]:
    """By whatever came first: the call, the withdrawal, or the short time since it was solved."""
    for desk, each, row in _rows(known, limits):
        solved = _moment(each.place, "resolved")
        ends = {
            "called": _moment(each.place, "followed_up"),
            "withdrawn": _moment(each.place, "withdrawn"),
            "solved": None if solved is None else solved + limits.days * _DAY + 1,
        }
        moment, by = min(((at, by) for by, at in ends.items() if at is not None), default=(desk.calendar.now + 1, ""))
        if moment <= desk.calendar.now and (day := desk.calendar.reader.day(moment)) >= since:
            yield Ended(_draft(desk, each, row), day, by)


def _rows(known: Known, limits: RepeatedComplaint) -> Iterator[tuple[Desk, _Again, list[str]]]:
    """The latest complaint of every row, and the row."""
    if known.desk is None:
        return
    again = _repeating(known.desk, limits.days * _DAY)
    repeated = {each.earlier for each in again.values()}
    for ticket, each in again.items():
        if ticket not in repeated:
            yield known.desk, each, _row(ticket, again)


def _repeating(desk: Desk, longest: int) -> dict[str, _Again]:
    found: dict[str, _Again] = {}
    for team, logs in desk.teams.items():
        for log in logs:
            complaints = mask_where(log, _COMPLAINTS)
            for row, first in log.repeats.items():
                if complaints[row]:
                    place, earlier = Place(team, log, row), desk.place(first)
                    gap = place.received - earlier.received if earlier else 0
                    if gap <= longest:
                        found[place.id] = _Again(place, first, gap)
    return found


def _is_waiting(desk: Desk, place: Place, limits: RepeatedComplaint) -> bool:
    if _moment(place, "followed_up") or _moment(place, "withdrawn"):
        return False
    solved = _moment(place, "resolved")
    return solved is None or desk.calendar.now - solved <= limits.days * _DAY


def _moment(place: Place, event: str) -> int | None:
    column = place.log.times.get(event)
    return column[place.row] if column is not None and column[place.row] != MISSING else None


def _row(ticket: str, again: Mapping[str, _Again]) -> list[str]:
    """The complaints up to this one, the latest first."""
    row = [ticket]
    while row[-1] in again and (earlier := again[row[-1]].earlier) not in row:
        row.append(earlier)
    return row


def _draft(desk: Desk, each: _Again, row: list[str]) -> Draft:
    place, solved = each.place, _moment(each.place, "resolved") is not None
    return Draft(
        severity="high" if len(row) > 2 or not solved else "medium",
        team=place.team,
        subject=place.id,
        since=desk.calendar.reader.day(place.received),
        what=ComplaintAgain(
            ticket=place.id,
            first=row[-1],
            times=len(row),
            days=each.gap // _DAY,
            category=place.word("category"),
            solved=solved,
        ),
        link=LinkTarget(kind="team", id=place.team),
    )
