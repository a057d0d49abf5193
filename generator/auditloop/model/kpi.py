"""What an indicator is: definition, direction, target, and how its value becomes a score."""

from __future__ import annotations

import msgspec

from auditloop.model.common import Text, Value
from auditloop.model.period import Period
from auditloop.model.tickets import Where


class TargetFrom(Value, frozen=True, kw_only=True):
    from_: Period = msgspec.field(name="from")
    value: float


class TargetChange(Value, frozen=True, kw_only=True):
    """A target given as a change against a base period: `{change: -30%, base: 2025}`."""

    change: str
    base: Period


class Benchmark(Value, frozen=True, kw_only=True):
    value: float
    source: Text


class ScoreMap(Value, frozen=True, kw_only=True):
    """Linear map of a value to 0–100: `zero` gives 0, `full` gives 100."""

    zero: float
    full: float


class Formula(Value, frozen=True, kw_only=True):
    """How a derived indicator is computed: arithmetic on names, each of which stands for an indicator.

    Written flat, `{of: "a / b * 100", a: solved, b: contacts}`; `build` sorts it.
    """

    of: str
    operands: dict[str, str]
    """Name in the arithmetic → id of the indicator."""


class FromTickets(Value, frozen=True, kw_only=True):
    """How an indicator is computed from tickets. `measure` is one of `tickets.spec.MEASURES`."""

    measure: str
    from_: str = msgspec.field(name="from", default="received")
    to: str | None = None
    clock: str = "calendar"
    where: Where = msgspec.field(default_factory=dict)
    met: Where = msgspec.field(default_factory=dict)
    standards: str | tuple[str, ...] = ()
    within: str | None = None


class FromSurvey(Value, frozen=True, kw_only=True):
    """An indicator computed from surveys: a measure of the overall question, or of one dimension."""

    measure: str
    """csat | nps | csi | mean | gap | response-rate"""
    dimension: str | None = None


class Segment(Value, frozen=True, kw_only=True):
    from_: Period = msgspec.field(name="from")
    why: Text


class Exclusion(Value, frozen=True, kw_only=True):
    period: Period
    why: Text


class Baseline(Value, frozen=True, kw_only=True):
    points: int


class Kpi(Value, frozen=True, kw_only=True):
    kind: str = "kpi"
    format: int = 1
    id: str
    name: Text
    dimension: str
    definition: Text
    unit: str
    better: str
    """lower | higher | neither"""
    frequency: str
    """daily | weekly | monthly | quarterly | half-yearly | yearly"""
    source: Text | None = None
    customers: Text | None = None
    kind_of_data: str = "value"
    """value | proportion | count | rate | rare-event"""
    per: float = 1
    """Rates only: opportunities the value is stated for (1000 → per thousand)."""
    decimals: int | None = None
    """Digits after the point on pages; missing: chosen from the data."""
    chart: str = "auto"
    rules: str = "nhs"
    baseline: Baseline | None = None
    segments: tuple[Segment, ...] = ()
    exclude: tuple[Exclusion, ...] = ()
    target: float | TargetChange | tuple[TargetFrom, ...] | None = None
    benchmark: Benchmark | None = None
    score: ScoreMap | None = None
    formula: Formula | None = None
    """None: observed."""
    from_survey: FromSurvey | None = None
    from_tickets: FromTickets | None = None
    """None: not computed from tickets."""
