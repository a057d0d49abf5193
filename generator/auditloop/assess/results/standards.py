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
