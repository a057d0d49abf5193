"""Indicators over time and between teams."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.assess.results.actions import EffectResult
from auditloop.assess.results.base import Result


class Point(Result, frozen=True, kw_only=True, gc=False):
    period: str
    value: float | None
    """None: no value was reported for the period (a gap, never 0)."""
    n: float | None
    of: float | None
    se: float | None
    """Standard error, of a value computed from single answers"""
    target: float | None
    met: bool | None
    excluded: bool
    """Shown, but counted nowhere: not as latest, in change, target, score, limits or runs; why stands with the kpi."""
    score: float | None
    """0–100 by the indicator's score map."""
    centre: float | None
    """Centre line, of an excluded point too; None of a gap, and where a segment has nothing that counts."""
    lower: float | None
    upper: float | None
    """Control limits where it stands; None where its chart has none."""
    signals: tuple[str, ...]
    """outside | trend | two-of-three | three-of-four | shift, by priority: the first is the one to show."""
    judgement: str | None
    """Of the first signal: improvement | concern | high | low, or common without one; None of a gap and if excluded."""


class Latest(Result, frozen=True, kw_only=True, gc=False):
    period: str
    value: float


class Unvalued(Result, frozen=True, kw_only=True, gc=False):
    """A period in which a derived indicator has no value though some of what it is computed from was reported."""

    period: str
    why: str
    """division-by-zero | operand-missing | too-large"""
    operands: list[str]
    """Ids of the indicators that were missing, or zero where they should divide."""


class CoarsePoint(Result, frozen=True, kw_only=True, gc=False):
    """A longer period made of shorter ones by pooling."""

    period: str
    value: float | None
    """None where it cannot be said: a sum lacks a part."""
    n: float | None
    of: float | None
    parts: int
    """Periods with a value inside."""
    expected: int
    """Periods the longer one consists of."""
    partial: bool
    """Some of them have no value, or do not count."""


class Coarse(Result, frozen=True, kw_only=True):
    """The series in longer periods."""

    step: str
    """quarter | year"""
    how: str
    """sum | ratio (Σn ÷ Σof) | weighted-mean (by n) | formula (of the operands' own)"""
    points: list[CoarsePoint]


class ForecastPoint(Result, frozen=True, kw_only=True, gc=False):
    period: str
    value: float
    low: float
    high: float


class Forecast(Result, frozen=True, kw_only=True):
    """The next three periods, with a 95 % prediction interval each."""

    method: str
    """exponential-smoothing"""
    alpha: float
    """How much of each surprise the level keeps, 0–1: near 0 a steady process, near 1 one that wanders."""
    n: int
    """Values it rests on: those of the last segment."""
    points: list[ForecastPoint]


class SegmentResult(Result, frozen=True, kw_only=True):
    """A stretch of time with limits of its own; the first begins with the data, the others where one was announced."""

    from_: str = msgspec.field(name="from")
    to: str
    """Both periods have a value."""
    n: int
    """Values that count."""
    centre: float | None
    """None where nothing counts."""
    lower: float | None
    upper: float | None
    """At the last value that counts; in p and u charts each point has its own."""
    base: int
    """Values that the lines come from: those that count, of the baseline where there is one."""
    fixed: bool
    """The baseline is there as a whole: values after it move no line."""
    trial: bool
    """The limits rest on fewer than 12 values."""
    why: str | dict[str, str] | None
    """What changed; None of the first."""


class RunTest(Result, frozen=True, kw_only=True, gc=False):
    """Anhøj's test of runs about the centre line, of the last segment."""

    n_useful: int
    """Values that are not on the line."""
    longest: int
    longest_max: int | None
    """A longer run is a signal; None below ten useful values."""
    crossings: int
    crossings_min: int | None
    """Fewer crossings are a signal."""
    signal: bool


class Signal(Result, frozen=True, kw_only=True, gc=False):
    """A pattern that chance hardly makes, as one can say it: 8 in a row below the centre line since September 2025."""

    rule: str
    """outside | trend | two-of-three | three-of-four | shift"""
    from_: str = msgspec.field(name="from")
    to: str
    n: int
    """Points in it."""
    side: str
    """above | below the centre line; rising | falling for a trend."""
    ongoing: bool
    """The latest value is in it."""
    judgement: str
    """improvement | concern | high | low"""


class Series(Result, frozen=True, kw_only=True):
    """One indicator for one team (or pooled for the organisation: team None, where the kind of data allows it)."""

    team: str | None
    step: str
    """Kind of period it moves in: year | half | quarter | month | week | day, the longest found in its data."""
    chart: str
    """xmr | run | p | p-prime | u | u-prime | c | g | t: what was asked for or chosen."""
    chart_reason: str
    """Why this chart: one of spc.choose.REASONS."""
    rules: str
    """nhs | nhs-excel | anhoej | wheeler: the rules behind the signals. Always anhoej for a run chart."""
    segments: list[SegmentResult]
    """In order of time; empty without values."""
    points: list[Point]
    """One for every period between the first and the last observation; missing periods have value None (gaps)."""
    run: RunTest | None
    """None where nothing counts."""
    signals: list[Signal]
    """Every pattern found, by its first period, then by priority."""
    latest: Latest | None
    previous: Latest | None
    """The period directly before the latest; None when missing."""
    same_period_last_year: Latest | None
    change: float | None
    """latest − previous"""
    change_last_year: float | None
    target: float | None
    """In force in the latest period."""
    met: bool | None
    gap: float | None
    """latest − target"""
    benchmark: float | None
    score: float | None
    variation: str | None
    """Of the latest value: improvement | concern | high | low | common; None without one."""
    assurance: str | None
    """Whether this process will meet its target: pass | fail | hit-or-miss; None without target, limits, direction."""
    better_than_previous: bool | None
    """None where one value is missing, both are equal, or the indicator has no better direction."""
    better_than_last_year: bool | None
    missing: list[str]
    """Periods without a value between the first one and the last one due at as_of (10 days after its end)."""
    targets_missed_in_a_row: int
    """Counted back from the latest value; gaps and excluded points are passed over."""
    pooled: str | None
    """How team None came about: sum | ratio (Σn ÷ Σof) | weighted-mean (by n) | records (those of all teams
    together) | formula (of the organisation's operands, of a derived indicator); None for a team."""
    without: list[str]
    """Of team None: teams that reported before and gave no value for the latest period, so it is without them."""
    unvalued: list[Unvalued]
    """Of a derived indicator: periods without a value, with the reason, in order of time."""
    coarse: list[Coarse]
    """In quarters and in years, where the series is finer and its kind of data can be pooled."""
    forecast: Forecast | None
    """None where the series does not allow one: see `forecast`."""


class FormulaOperand(Result, frozen=True, kw_only=True, gc=False):
    name: str
    """As the formula calls it."""
    kpi: str
    unit: str


class FormulaResult(Result, frozen=True, kw_only=True):
    """What a derived indicator is computed from."""

    of: str
    """The arithmetic as written: `a / b * 100`."""
    operands: list[FormulaOperand]


class ActionMark(Result, frozen=True, kw_only=True):
    """An action aimed at the indicator, by `effect` or by `for`: a dated marker on its chart, a row in its table."""

    action: str
    team: str
    title: str | dict[str, str]
    status: str
    date: dt.date | None
    """The day it was done; None while it is not."""
    period: str | None
    """The period of the team's series (else of the organisation's) that holds the day; None without day or series."""
    effect: EffectResult | None
    """Only where its `effect` names this indicator."""


class Compared(Result, frozen=True, kw_only=True, gc=False):
    """One team beside the others; limits are None where nothing says how much chance does at its size."""

    team: str
    value: float
    n: float | None
    """What the value rests on: the denominator of proportions and rates, else Σn where every value has its n."""
    lower_95: float | None
    upper_95: float | None
    lower_998: float | None
    upper_998: float | None
    judgement: str | None
    """inside | above | below the 99.8 % limits; None without limits."""
    beyond_95: bool
    better: bool | None
    """Outside the 99.8 % limits: whether on the better side; None inside, or without a better direction."""


class Comparison(Result, frozen=True, kw_only=True):
    """Teams side by side over the year that ends with the latest period of any of them."""

    kind: str
    """funnel: limits by size, for proportions and rates | scale: values on one scale, without limits"""
    first: dt.date
    last: dt.date
    """First and last day of that year; only periods wholly in it count."""
    centre: float | None
    """funnel: pooled over all teams with numerator and denominator; scale: the organisation's value, where it pools."""
    distribution: str | None
    """funnel: binomial (proportions) | poisson (rates), which its limits come from; else None."""
    scale: float | None
    """funnel: what numerator ÷ denominator is multiplied by to be the value (100 for per cent); else None."""
    dispersion: float | None
    """φ: how much more teams differ than chance alone would have them (1: as chance does); None without a funnel."""
    widened: bool
    """Whether the limits are widened by √φ, since teams differ so much as a rule that it is nothing special."""
    teams: list[Compared]
    """In organisation order; teams without a value in that year are left out."""


class TargetStep(Result, frozen=True, kw_only=True, gc=False):
    """What is aimed for from a period on: a value, or a change against the value of a base period."""

    from_: str | None = msgspec.field(name="from")
    """None: always."""
    value: float | None
    change: str | None
    """Such as -30%; then `value` is None, since each series has a target of its own."""
    base: str | None


class KpiResult(Result, frozen=True, kw_only=True):
    id: str
    dimension: str
    unit: str
    better: str
    decimals: int
    targets: list[TargetStep] = msgspec.field(default_factory=list)
    """As written, in order of time; empty without a target."""
    formula: FormulaResult | None
    """None: observed."""
    series: list[Series]
    """Organisation (team None) first when there is one, then teams in organisation order."""
    actions: list[ActionMark]
    """Done ones first, by day; then the others; each by id."""
    comparison: Comparison | None
    """None where fewer than two teams have a value in the year."""
