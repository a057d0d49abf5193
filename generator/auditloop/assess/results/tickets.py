"""Tickets: how many, of which sort, when, which came again, which wait, and how complaints went through the process."""

from __future__ import annotations

from auditloop.assess.results.base import Result
from auditloop.assess.results.findings import Count


class TicketMonth(Result, frozen=True, kw_only=True, gc=False):
    """Tickets received in a month."""

    period: str
    complete: bool
    """It was over by the end of as_of."""
    n: int
    by_type: dict[str, int]
    repeated: int
    """That repeat an earlier one."""
    escalated: int


class TicketCross(Result, frozen=True, kw_only=True, gc=False):
    """Tickets of one channel and category. Combinations without a ticket are not there."""

    channel: str
    category: str
    n: int
    complaints: int
    expected: float
    """channel × category ÷ all: what it would be if every channel had the same problems."""
    residual: float | None
    """Adjusted residual (Haberman 1973): (n − expected) ÷ √(expected·(1 − channel's share)·(1 − category's share));
    None where a channel or a category has all tickets."""
    hot: bool
    """A hot spot: residual above 3, and at least 10 tickets."""


class RepeatChain(Result, frozen=True, kw_only=True):
    """Tickets of one customer and problem, each repeating the one before."""

    ids: list[str]
    """In order of time; the first one as it was named, also where it is in no log."""
    team: str
    """Of the latest ticket, as are type and category."""
    type: str | None
    category: str | None
    first: str | None
    """Local time to the minute; None where the first ticket is in no log."""
    last: str


class OpenTicket(Result, frozen=True, kw_only=True):
    id: str
    team: str
    type: str | None
    category: str | None
    received: str
    """Local time to the minute."""
    hours: float
    """Since then, to the end of as_of."""
    broken: list[str]
    """Standards it has broken."""


class FollowUp(Result, frozen=True, kw_only=True):
    """A solved complaint whose customer should be called, and has not been."""

    id: str
    team: str
    category: str | None
    resolved: str
    """Local time to the minute."""
    days: float
    """Since then."""
    broken: list[str]
    """Standards it broke."""
    repeated: bool
    """It repeats an earlier ticket, or a later one repeats it."""


class FollowUps(Result, frozen=True, kw_only=True):
    """Calls that solved complaints of the window ask for. asked = made + missed + due + not yet due."""

    asked: int
    """A standard was broken, the problem came again, or a standard asks for a call."""
    made: int
    missed: int
    """Solved more than 30 days ago, and nobody called."""
    due: list[FollowUp]
    """Longest waiting first."""


class ProcessStep(Result, frozen=True, kw_only=True):
    """A step of the complaint process, of the complaints received in the window."""

    step: str
    reached: int
    """Of the complaints: it is recorded, or a later step is."""
    recorded: int
    standard: str | None
    """The standard of the step for all complaints; None: times are calendar time, and nothing is due."""
    limit: float | None
    """Minutes on the standard's clock."""
    median: float | None
    """Minutes from the receipt, of those recorded."""
    p90: float | None
    due: int
    kept: int
    attainment: float | None
    interval: list[float] | None
    """Wilson, 95 %."""


class TicketResult(Result, frozen=True, kw_only=True):
    """Tickets of a scope. The window is the last twelve months up to that of the organisation's latest ticket."""

    team: str | None
    """None: the organisation."""
    window: str
    """`2025-01..2025-12`"""
    total: int
    """Of all times."""
    n: int
    """Received in the window, as everything below but months and open tickets."""
    complaints: int
    complaint_share: float | None
    """complaints ÷ n, 0–1."""
    months: list[TicketMonth]
    """All that the logs of the scope cover."""
    categories: list[Count]
    """Largest first; key is the category."""
    complaint_categories: list[Count]
    uncategorised: int
    cross: list[TicketCross]
    """Largest first, then by channel and category."""
    hours: list[list[int]]
    """Seven weekdays from Monday, 24 hours each, in the organisation's time zone."""
    repeated: int
    """That repeat an earlier one."""
    repeat_rate: float | None
    repeat_interval: list[float] | None
    """Wilson, 95 %."""
    chain_count: int
    """Chains whose latest ticket is in the window."""
    chains: list[RepeatChain]
    """Of those the first 100: longest first, then the latest."""
    escalated: int
    escalation_rate: float | None
    escalation_interval: list[float] | None
    escalation_median: float | None
    """Minutes from the receipt, calendar time."""
    open: list[OpenTicket] | None
    """Neither solved nor withdrawn at the end of as_of, longest first, the first 500. None where no ticket of the scope
    says when it was solved."""
    open_by_age: dict[str, int]
    """day | three-days | week | month | longer: up to 1, 3, 7, 30 days, more."""
    follow_ups: FollowUps
    process: list[ProcessStep]
    """In order; none without complaints."""
