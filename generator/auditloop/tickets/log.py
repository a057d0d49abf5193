"""A log of tickets in columns, one entry per ticket in each: 200,000 tickets are a dozen lists, not 200,000 objects."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditloop.tickets.times import TimeReader

WORDS = ("type", "channel", "category", "priority", "tier", "solved_by")
"""Columns that sort tickets: what `where` may name."""

TYPES = ("complaint", "support", "emergency", "enquiry", "suggestion")
PRIORITIES = ("low", "normal", "high", "urgent")
SOLVERS = ("person", "self-service", "bot")

CHAIN = ("registered", "investigated", "planned", "answered", "resolved", "followed_up")
"""Steps that follow each other, where they are recorded."""
EVENTS = (
    *("registered", "first_response", "investigated", "arrived", "planned"),
    *("answered", "escalated", "resolved", "followed_up", "withdrawn"),
)
TIMES = ("received", *EVENTS)
BEFORE_THE_END = frozenset(EVENTS) - {"followed_up", "withdrawn", "resolved"}
"""Steps that a solved ticket has behind it."""


NUMBERS = ("contacts", "rating")

MISSING = -(2**62)
"""In a column of times: it has not happened, or nobody wrote it down."""
NO_NUMBER = -1


@dataclass(frozen=True, slots=True)
class TicketLog:
    """Tickets of one team. `words` and `times` hold the columns there are; one that is not there is all missing."""

    team: str
    period: str | None
    """The period the log was written for and covers whole."""
    ids: Sequence[str]
    words: Mapping[str, Sequence[str | None]]
    times: Mapping[str, array[int]]
    """Seconds since 1970; `received` is always there."""
    numbers: Mapping[str, Sequence[int]]
    """`contacts` and `rating`, NO_NUMBER where there is none."""
    repeats: Mapping[int, str]
    """Row → id of the earlier ticket that it repeats."""

    def __len__(self) -> int:
        return len(self.ids)


def shown_by(event: str) -> Sequence[str]:
    """Later steps that cannot be without this one: where it is not recorded, it was done by the first of them."""
    if event in CHAIN:
        return CHAIN[CHAIN.index(event) + 1 : CHAIN.index("resolved") + 1]
    return {"first_response": ("answered", "resolved")}.get(event, ("resolved",)) if event in BEFORE_THE_END else ()


def log_of(data: Mapping[str, Any], reader: TimeReader) -> TicketLog:
    """A document of kind tickets whose schema was satisfied, from its list."""
    tickets: Sequence[Mapping[str, Any]] = data.get("tickets", ())
    events = [ticket.get("events") or {} for ticket in tickets]
    times = {"received": array("q", [reader.read(ticket["received"]) for ticket in tickets])}
    for event in EVENTS:
        column = array("q", [reader.read(each[event]) if each.get(event) else MISSING for each in events])
        if any(moment != MISSING for moment in column):
            times[event] = column
    words = {word: [ticket.get(word) for ticket in tickets] for word in WORDS}
    numbers = {name: [_whole(ticket.get(name)) for ticket in tickets] for name in NUMBERS}
    return TicketLog(
        team=data["team"],
        period=str(data["period"]) if "period" in data else None,
        ids=[ticket["id"] for ticket in tickets],
        words={name: column for name, column in words.items() if any(column)},
        times=times,
        numbers={name: column for name, column in numbers.items() if any(each != NO_NUMBER for each in column)},
        repeats={row: ticket["repeat_of"] for row, ticket in enumerate(tickets) if ticket.get("repeat_of")},
    )


def known_at(log: TicketLog, now: int) -> TicketLog:
    """The log as it was at a moment: later tickets are not there, later events have not happened."""
    latest = max((max(column, default=MISSING) for column in log.times.values()), default=MISSING)
    if latest <= now:
        return log
    rows = [row for row, received in enumerate(log.times["received"]) if received <= now]
    rows_of = None if len(rows) == len(log) else {row: at for at, row in enumerate(rows)}
    return TicketLog(
        team=log.team,
        period=log.period,
        ids=[log.ids[row] for row in rows],
        words={name: [column[row] for row in rows] for name, column in log.words.items()},
        times={
            name: array("q", [column[row] if column[row] <= now else MISSING for row in rows])
            for name, column in log.times.items()
        },
        numbers={name: [column[row] for row in rows] for name, column in log.numbers.items()},
        repeats=log.repeats
        if rows_of is None
        else {rows_of[row]: id for row, id in log.repeats.items() if row in rows_of},
    )


def rows_where(log: TicketLog, where: Mapping[str, frozenset[str]]) -> Sequence[int]:
    """Rows of the tickets that have one of the given words in each of the columns named."""
    rows: Sequence[int] = range(len(log))
    for name, wanted in where.items():
        column = log.words.get(name)
        if column is None:
            return []
        rows = (
            [row for row, word in enumerate(column) if word in wanted]
            if len(rows) == len(column)
            else [row for row in rows if column[row] in wanted]
        )
    return rows


def _whole(value: Any) -> int:
    return NO_NUMBER if value is None else int(value)
