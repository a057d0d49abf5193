"""Service standards: how commitments were kept."""

from __future__ import annotations

from auditloop.assess.results.base import Result


class StandardResult(Result, frozen=True, kw_only=True, gc=False):
    """How one standard was kept by the tickets received in a month. Times are minutes on the standard's own clock."""

    id: str
    team: str | None
    """None: the organisation"""
    period: str
    due: int
    """Done, or past the limit"""
    kept: int
    open: int
    """Neither done nor due yet: not counted"""
    unrecorded: int
    """Of those due: nobody wrote down when it was done, so the end of the ticket counts"""
    attainment: float | None
    """kept ÷ due, 0–1"""
    interval: list[float] | None
    """Wilson, 95 %"""
    target: float | None
    """0–1"""
    limit: float | None = None
    """Minutes on the standard's clock; None: a share, not a time"""
    met: bool | None
    n: int
    """Tickets that median and p90 rest on: done and recorded, late ones too"""
    median: float | None
    p90: float | None
    """90th percentile, linear interpolation"""
    breaches: list[str] | None
    """Ids of the tickets that broke it, in order; None of the organisation, whose teams list them"""


class ClockSpan(Result, frozen=True, kw_only=True):
    """A stretch in which a clock ran, or a pause."""

    start: str
    """Local time to the minute."""
    end: str
    minutes: float
    """On the wall clock."""
    pause: str | None
    """night | weekend | holiday; None: the clock ran."""


class ClockExample(Result, frozen=True, kw_only=True):
    """How the clock of a standard ran for one ticket."""

    id: str
    team: str
    spans: list[ClockSpan]
    taken: float
    """Minutes on the clock: the sum of the spans that are no pause."""
    kept: bool


class Breach(Result, frozen=True, kw_only=True):
    id: str
    team: str
    received: str
    """Local time to the minute."""
    taken: float | None
    """Minutes on the standard's clock; None where it is not done, or nobody wrote down when, or where it has none."""
    over: float | None
    """taken − limit."""


class Waiting(Result, frozen=True, kw_only=True):
    """A ticket for which it is not done."""

    id: str
    team: str
    received: str
    passed: float
    """Minutes on the standard's clock."""
    late: bool


class StandardSummary(Result, frozen=True, kw_only=True):
    """How one standard was kept by the tickets received in the window (see TicketResult). Times in minutes."""

    id: str
    team: str | None
    """None: the organisation."""
    window: str
    limit: float | None
    """Minutes on the standard's clock; None of a share."""
    due: int
    kept: int
    open: int
    unrecorded: int
    attainment: float | None
    interval: list[float] | None
    """Wilson, 95 %."""
    target: float | None
    met: bool | None
    n: int
    median: float | None
    p90: float | None
    breach_count: int
    breaches: list[Breach] | None
    """Newest first, the newest 300; None of a team: the organisation has them."""
    waiting: list[Waiting] | None
    """Of all times: late ones first, longest first, the first 300; None of a team."""
    waiting_count: int
    late_count: int
    example: ClockExample | None
    """One ticket whose times show how the clock runs; None of a team, of a share, and before the first."""
