"""A log of tickets in columns, one entry per ticket in each: 200,000 tickets are a dozen lists, not 200,000 objects."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from auditloop.columns import Words
from auditloop.tickets.times import TimeReader

if TYPE_CHECKING:
    from auditloop.columns.arrays import Mask

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


@dataclass(frozen=True)
class TicketLog:
    """Tickets of one team. `words` and `times` hold the columns there are; one that is not there is all missing."""

    team: str
    period: str | None
    """The period the log was written for and covers whole."""
    ids: Sequence[str]
    words: Mapping[str, Words]
    times: Mapping[str, array[int]]
    """Seconds since 1970; `received` is always there."""
    numbers: Mapping[str, array[int]]
    """`contacts` and `rating`, NO_NUMBER where there is none."""
    repeats: Mapping[int, str]
    """Row → id of the earlier ticket that it repeats."""

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        """Id → row; where an id stands twice, the last."""
        return dict(zip(self.ids, range(len(self)), strict=True))


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
    words = {word: Words.of(ticket.get(word) for ticket in tickets) for word in WORDS}
    numbers = {name: array("b", [_whole(ticket.get(name)) for ticket in tickets]) for name in NUMBERS}
    return TicketLog(
        team=data["team"],
        period=str(data["period"]) if "period" in data else None,
        ids=[ticket["id"] for ticket in tickets],
        words={name: column for name, column in words.items() if any(column.known)},
        times=times,
        numbers={name: column for name, column in numbers.items() if any(each != NO_NUMBER for each in column)},
        repeats={row: ticket["repeat_of"] for row, ticket in enumerate(tickets) if ticket.get("repeat_of")},
    )


def known_at(log: TicketLog, now: int) -> TicketLog:
    """The log as it was at a moment: later tickets are not there, later events have not happened."""
    from auditloop.columns.arrays import bounds, rows_of, view

    if not len(log) or max(bounds(column)[1] for column in log.times.values()) <= now:
        return log
    received = view(log.times["received"]) <= now
    rows = rows_of(received)
    rows_at = None if len(rows) == len(log) else {row: at for at, row in enumerate(rows)}
    return TicketLog(
        team=log.team,
        period=log.period,
        ids=[log.ids[row] for row in rows],
        words={name: column.where(received) for name, column in log.words.items()},
        times={
            name: array("q", [column[row] if column[row] <= now else MISSING for row in rows])
            for name, column in log.times.items()
        },
        numbers={name: array("b", [column[row] for row in rows]) for name, column in log.numbers.items()},
        repeats=log.repeats
        if rows_at is None
        else {rows_at[row]: id for row, id in log.repeats.items() if row in rows_at},
    )


def mask_where(log: TicketLog, where: Mapping[str, frozenset[str]]) -> Mask:
    """Which tickets have one of the given words in each of the columns named, shape (tickets,)."""
    import numpy as np

    mask = np.ones(len(log), dtype=np.bool_)
    for name, wanted in where.items():
        column = log.words.get(name)
        if column is None:
            return np.zeros(len(log), dtype=np.bool_)
        mask &= column.are(wanted)
    return mask


def rows_where(log: TicketLog, where: Mapping[str, frozenset[str]]) -> list[int]:
    """Rows of the tickets that have one of the given words in each of the columns named."""
    from auditloop.columns.arrays import rows_of

    return rows_of(mask_where(log, where))


def has(log: TicketLog, event: str) -> Mask:
    """To which tickets the event is recorded to have happened, shape (tickets,)."""
    import numpy as np

    column = log.times.get(event)
    return np.zeros(len(log), dtype=np.bool_) if column is None else np.asarray(column) != MISSING


def received_since(log: TicketLog, since: int) -> Mask:
    """Which tickets were received at that moment or later, shape (tickets,)."""
    from auditloop.columns.arrays import view

    return view(log.times["received"]) >= since


def _whole(value: Any) -> int:
    return NO_NUMBER if value is None else int(value)
