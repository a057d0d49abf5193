"""Measured values of indicators per team and period."""

from __future__ import annotations

from auditloop.model.common import Text, Value
from auditloop.model.period import Period


class Measured(Value, frozen=True, kw_only=True):
    """One measured value: `value` (with the sample size `n`), or `n` of `of` for proportions and rates."""

    value: float | None = None
    n: float | None = None
    of: float | None = None
    note: Text | None = None


class Observations(Value, frozen=True, kw_only=True):
    """As written: one period with many indicators (`period`), or one indicator with many periods (`kpi`)."""

    kind: str = "observations"
    format: int = 1
    team: str
    period: Period | None = None
    kpi: str | None = None
    values: dict[str, Measured]


class Observation(Value, frozen=True, kw_only=True):
    """One value of one indicator for one team and period: what both written forms come down to."""

    team: str
    kpi: str
    period: Period
    measured: Measured
