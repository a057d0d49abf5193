"""A customer complained again about the same problem within a short time, and nobody has called back.

The follow-up call ends it, and so does a complaint that is withdrawn. One that is solved is news no more when the short
time has passed. High where it is still not solved, or the third time at least.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditloop.assess.alerts.alert import Known
from auditloop.assess.alerts.draft import Draft
from auditloop.assess.results import ComplaintAgain, LinkTarget
from auditloop.model.early_warning import RepeatedComplaint
from auditloop.tickets import TicketLog
from auditloop.tickets.log import MISSING, rows_where

_DAY = 24 * 60 * 60
_COMPLAINTS = {"type": frozenset({"complaint"})}


class _Again(NamedTuple):
    """A complaint that repeats another one."""

    team: str
    log: TicketLog
    row: int
    earlier: str


def find(known: Known, limits: RepeatedComplaint) -> Iterator[Draft]:
    """One alert for each problem, about its latest complaint."""
    if known.desk is None:
        return
    received, again = _chains(known)
    repeated = {each.earlier for each in again.values()}
    for ticket, each in again.items():
        gap = received[ticket] - received.get(each.earlier, received[ticket])
        if ticket in repeated or gap > limits.days * _DAY or not _is_waiting(known, each, limits):
            continue
        row, times = _history(ticket, again, received, limits)
        yield _draft(known, ticket, each, first=row, times=times, days=gap // _DAY)


def _chains(known: Known) -> tuple[dict[str, int], dict[str, _Again]]:
    """When the tickets that matter were received, and the complaints that repeat another one, by id."""
    assert known.desk is not None
    again: dict[str, _Again] = {}
    received: dict[str, int] = {}
    for team, logs in known.desk.teams.items():
        for log in logs:
            if log.repeats:
                for row in rows_where(log, _COMPLAINTS):
                    if row in log.repeats:
                        again[log.ids[row]] = _Again(team, log, row, log.repeats[row])
    wanted = {*again, *(each.earlier for each in again.values())}
    for logs in known.desk.teams.values():
        for log in logs:
            moments = log.times["received"]
            received |= {id: moments[row] for row, id in enumerate(log.ids) if id in wanted}
    return received, again


def _is_waiting(known: Known, each: _Again, limits: RepeatedComplaint) -> bool:
    assert known.desk is not None
    if _happened(each, "followed_up") or _happened(each, "withdrawn"):
        return False
    age = known.desk.calendar.now - each.log.times["received"][each.row]
    return not _happened(each, "resolved") or age <= limits.days * _DAY


def _happened(each: _Again, event: str) -> bool:
    column = each.log.times.get(event)
    return column is not None and column[each.row] != MISSING


def _history(
    ticket: str, again: dict[str, _Again], received: dict[str, int], limits: RepeatedComplaint
) -> tuple[str, int]:
    """The first ticket of the row and how many there are; a longer pause than the short time begins a new row."""
    times, at = 1, ticket
    seen = {ticket}
    while at in again and (earlier := again[at].earlier) not in seen:
        if received[at] - received.get(earlier, received[at]) > limits.days * _DAY:
            break
        seen.add(earlier)
        times, at = times + 1, earlier
    return at, times


def _draft(known: Known, ticket: str, each: _Again, *, first: str, times: int, days: int) -> Draft:
    assert known.desk is not None
    categories = each.log.words.get("category")
    solved = _happened(each, "resolved")
    return Draft(
        severity="high" if times > 2 or not solved else "medium",
        team=each.team,
        subject=ticket,
        since=known.desk.calendar.reader.day(each.log.times["received"][each.row]),
        what=ComplaintAgain(
            ticket=ticket,
            first=first,
            times=times,
            days=days,
            category=categories[each.row] if categories else None,
            solved=solved,
        ),
        link=LinkTarget(kind="team", id=each.team),
    )
