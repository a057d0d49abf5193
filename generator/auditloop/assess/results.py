"""Everything the assessment found out: the one value that pages, JSON, table and gates read.

Its JSON form is the public contract in `schema/results.schema.json`. Numbers are unrounded; nothing scorable is None
(JSON null), never 0. Scores and contributions are points on 0–100, shares and ratios are 0–1. Periods are text such as
`2026-03`, dates ISO. Lists are in a stated order, so equal input gives equal bytes.
"""

from __future__ import annotations

import datetime as dt

import msgspec


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all results. Those that hold only numbers and text are made with `gc=False`: there are very many."""


# --- audits ---------------------------------------------------------------------------------------------------------


class ItemResult(Result, frozen=True, kw_only=True, gc=False):
    id: str
    ratio: float | None
    """0–1; None when not applicable or missing."""
    state: str
    """scored | na | missing"""
    weight: float
    contribution: float | None
    """Points this item adds to the audit score; over all items they add up to it."""
    possible: float | None
    """Points it would add at ratio 1. Both are None when na or missing, and where the audit has no score."""


class SectionResult(Result, frozen=True, kw_only=True):
    id: str
    score: float | None
    coverage: float | None
    items: list[ItemResult]


class DomainResult(Result, frozen=True, kw_only=True):
    id: str
    score: float | None
    coverage: float | None
    na_share: float | None
    grade: str | None
    """After caps."""
    capped_by: list[str]
    """Failed domain-critical items that lowered the grade; empty where it is no better than the cap anyway."""
    weight: float
    contribution: float | None
    """Points this domain adds to the audit score."""
    sections: list[SectionResult]


class ItemChange(Result, frozen=True, kw_only=True, gc=False):
    """One item against the previous audit."""

    id: str
    before: float | None
    after: float | None
    state_before: str
    state_after: str
    points: float | None
    """Its part of `performance`; over all items they add up to it. None where it was not scored both times."""


class AuditComparison(Result, frozen=True, kw_only=True):
    """Change against the previous audit of the same checklist edition, split by what caused it.

    performance + weights + applicability = change.
    """

    audit: str
    """Id of the earlier audit."""
    comparable: bool
    """False where the checklist or its edition differs; then all numbers are None and items empty."""
    score_before: float | None
    change: float | None
    performance: float | None
    weights: float | None
    applicability: float | None
    """Items that became (not) applicable or (not) assessed."""
    items: list[ItemChange]
    """Only items whose ratio or state differs; largest loss first, then largest gain, then those without points."""


class DomainDifference(Result, frozen=True, kw_only=True, gc=False):
    id: str
    ours: float | None
    theirs: float | None
    difference: float | None
    """theirs − ours, points"""


class Agreement(Result, frozen=True, kw_only=True):
    """Another auditor's view of the same team with the same checklist edition within 100 days."""

    audit: str
    type: str
    date: dt.date
    score: float | None
    difference: float | None
    kappa: float | None
    """Quadratic-weighted kappa over items scored in both; None below 5 such items or where it is undefined."""
    n: int
    domains: list[DomainDifference]


class AuditResult(Result, frozen=True, kw_only=True):
    id: str
    team: str
    checklist: str
    edition: str
    date: dt.date
    type: str
    status: str
    score: float | None
    coverage: float | None
    """Assessed weight ÷ applicable weight (weights multiplied by domain weight)."""
    na_share: float | None
    """Weight of not-applicable items ÷ all weight."""
    grade: str | None
    """After caps; `uncapped_grade` before."""
    uncapped_grade: str | None
    passed: bool | None
    """False when an overall-critical item failed; None when nothing is scored, or one of them is not assessed yet."""
    capped_by: list[str]
    """Overall-critical items that failed: the audit is not passed and has the lowest grade."""
    domains: list[DomainResult]
    """Empty, and every number None, where the edition of the checklist is not in the workspace."""
    comparison: AuditComparison | None
    agreement: list[Agreement]
    """From every other type of audit the final one nearest in time. Nearest first, then id."""
    findings: list[str]


class ItemAcrossTeams(Result, frozen=True, kw_only=True):
    """One checklist item over the latest final audit of every team."""

    id: str
    domain: str
    section: str
    mean: float | None
    """Mean ratio 0–1 over scored answers."""
    n: int
    na: int
    failed: int
    """Answers with ratio 0."""
    teams: dict[str, float | None]


class ChecklistResult(Result, frozen=True, kw_only=True):
    id: str
    edition: str
    audits: list[str]
    """Final audits with it, newest first."""
    items: list[ItemAcrossTeams]
    """In checklist order."""
    weakest: list[str]
    """Up to 10 item ids with the lowest mean below 1, lowest first."""


# --- findings and actions -------------------------------------------------------------------------------------------


class FindingResult(Result, frozen=True, kw_only=True):
    id: str
    audit: str
    team: str
    checklist: str
    domain: str
    item: str
    date: dt.date
    class_: str = msgspec.field(name="class")
    """As written."""
    class_effective: str
    """One step up when the same item fails again in the team after an effective verification."""
    risk: str | None
    """low | medium | high | extreme; None without likelihood and impact."""
    likelihood: int | None
    impact: int | None
    cause: str | None
    """Category."""
    status: str
    """open | planned | in-action | awaiting-verification | closed | accepted"""
    status_why: str
    """Key of the rule that decided it (`findings.status.<key>` in the words): one of finding_status.REASONS."""
    recurrences: int
    """How many earlier findings of the same item in the same team it repeats."""
    repeats: list[str]
    """These findings, oldest first."""
    not_sustained: list[str]
    """Earlier actions verified effective whose finding came back."""
    actions: list[str]
    age_days: int | None
    """From the audit to as_of while not closed or accepted."""


class EffectResult(Result, frozen=True, kw_only=True, gc=False):
    """Before and after windows of the indicator an action aims at (mean of the values; pooled where n and of exist)."""

    kpi: str
    before_window: str
    after_window: str
    before: float | None
    after: float | None
    n_before: int
    n_after: int
    difference: float | None
    """after − before, in the indicator's unit"""
    difference_interval: list[float] | None
    """95 % interval of the difference, [low, high]; None where the readings are too few for one."""
    method: str | None
    """How the interval was made: newcombe (proportions) | score (rates and counts) | welch (all else)."""
    change: float | None
    """(after − before) ÷ |before|"""
    interval: list[float] | None
    """Of `change`: the interval of the difference ÷ |before|, [low, high]; `before` itself is taken as it is."""
    better: bool | None
    """Whether the change goes in the indicator's better direction; None without direction, values or change."""
    signal: bool
    """Whether a point of the after window shows improvement beyond chance on the control chart."""
    target: float | None
    target_met: bool | None
    verdict: str | None
    """effective | partly | ineffective | too-early; None where the data can never tell (`why` says why)."""
    why: str
    """Key of the rule that decided on the verdict: one of effect.REASONS."""
    contradicts: str | None
    """How the data contradict what the verification says: overrated | underrated; None: they do not. People's verdict
    stays in force (ActionResult.verdict), the contradiction is pointed out beside it."""


class ActionResult(Result, frozen=True, kw_only=True):
    id: str
    team: str
    owner: str
    status: str
    opened: dt.date
    due: dt.date
    done: dt.date | None
    overdue: bool
    days_overdue: int
    due_soon: bool
    """Due within 14 days and not done."""
    age_days: int
    """From opening to done, cancelled (the last dated entry of its log, else as_of) or as_of."""
    age_bucket: str | None
    """0-7 | 8-30 | 31-60 | 61-90 | 90+ days open; None when no longer open."""
    moves: int
    days_moved: int
    on_time: bool | None
    """Done on or before due; None when not done."""
    verdict: str | None
    """What the verification says: effective | partly | ineffective."""
    awaiting_verification: bool
    for_: list[str] = msgspec.field(name="for")
    effect: EffectResult | None


class ActionSummary(Result, frozen=True, kw_only=True):
    team: str | None
    """None: the whole organisation."""
    total: int
    open: int
    overdue: int
    due_soon: int
    done: int
    """done or verified"""
    verified: int
    cancelled: int
    by_status: dict[str, int]
    age_buckets: dict[str, int]
    on_time: int
    on_time_rate: float | None
    """on time ÷ (done or verified)"""
    moved: int
    """Actions with at least one postponement."""
    moves: int
    median_days_to_done: float | None
    median_days_to_verified: float | None
    judged: int
    """All with a verdict, without innovations that failed (an honest attempt is exempt)."""
    effective: int
    effective_share: float | None
    """effective ÷ judged"""


class Count(Result, frozen=True, kw_only=True, gc=False):
    key: str
    n: int
    share: float
    cumulative: float


class FindingSummary(Result, frozen=True, kw_only=True):
    team: str | None
    total: int
    """Without good-practice."""
    open: int
    """Not closed and not accepted."""
    by_status: dict[str, int]
    by_class: dict[str, int]
    """By effective class; counts good-practice too."""
    by_risk: dict[str, int]
    """Open ones only; key none for unrated."""
    by_cause: list[Count]
    """All with a cause, largest first: the Pareto."""
    by_domain: list[Count]
    """key is `checklist/domain`."""
    risk_grid: list[list[int]]
    """Open findings: row likelihood 1..5, column impact 1..5."""
    recurring: int
    """Findings that repeat an earlier one."""


# --- indicators -----------------------------------------------------------------------------------------------------


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
    trial: bool
    """The limits rest on fewer than 12 values and still move with every new one."""
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


class KpiResult(Result, frozen=True, kw_only=True):
    id: str
    dimension: str
    unit: str
    better: str
    decimals: int
    formula: FormulaResult | None
    """None: observed."""
    series: list[Series]
    """Organisation (team None) first when there is one, then teams in organisation order."""
    actions: list[ActionMark]
    """Done ones first, by day; then the others; each by id."""
    comparison: Comparison | None
    """None where fewer than two teams have a value in the year."""


class Part(Result, frozen=True, kw_only=True, gc=False):
    id: str
    weight: float
    """Normalised: all weights of the index sum to 1."""
    score: float | None
    contribution: float | None
    """Points this part adds to the score; over all parts they add up to it. None without score and if geometric."""


class IndexPoint(Result, frozen=True, kw_only=True):
    period: str
    score: float | None
    coverage: float
    partial: bool
    """Coverage below 0.8."""
    parts: list[Part]


class IndexScope(Result, frozen=True, kw_only=True, gc=False):
    team: str | None


class PartChange(Result, frozen=True, kw_only=True, gc=False):
    id: str
    points: float
    """What the part added to the change since the period before; over all parts they add up to it."""


class IndexResult(Result, frozen=True, kw_only=True):
    id: str
    scope: IndexScope
    step: str
    """Kind of period it moves in: the one most of its weight is reported in."""
    points: list[IndexPoint]
    latest: IndexPoint | None
    """The last point with a score, partial or not."""
    previous: IndexPoint | None
    same_period_last_year: IndexPoint | None
    change: float | None
    """latest − previous; None where one of them lacks a part that the other has: that is not a change of quality."""
    change_last_year: float | None
    """Against the same period of last year, under the same condition."""
    moved_by: list[PartChange]
    """Largest absolute first; empty where there is no change to explain."""


# --- surveys --------------------------------------------------------------------------------------------------------


class SurveyShare(Result, frozen=True, kw_only=True, gc=False):
    """A share of the answers, 0–1, with Wilson's interval."""

    value: float
    n: int
    of: int
    interval: list[float]


class SurveyNps(Result, frozen=True, kw_only=True, gc=False):
    """Points from −100 to 100."""

    value: float
    se: float
    interval: list[float]
    n: int
    promoters: int
    passives: int
    detractors: int


class SurveyCsi(Result, frozen=True, kw_only=True, gc=False):
    value: float
    coverage: float
    """Share of the weights that have answers, 0–1"""
    weights: str
    """organisation | importance | equal"""


class SurveyRating(Result, frozen=True, kw_only=True, gc=False):
    """The answers to a question of 1–5."""

    n: int
    counts: dict[str, int]
    """Answer → how many"""
    mean: float
    median: float
    mode: list[int]
    """The most frequent answers"""
    sd: float | None


class SurveyDimension(Result, frozen=True, kw_only=True):
    """None of everything: not asked, or by fewer than five answered."""

    id: str
    n: int | None
    counts: dict[str, int]
    mean: float | None
    median: float | None
    mode: list[int]
    sd: float | None
    csat: SurveyShare | None
    expectation: float | None
    gap: float | None
    """mean − expectation"""
    importance: float | None
    quadrant: str | None
    """concentrate-here | keep-up | low-priority | possible-overkill"""
    weight: float | None
    """In the index, 0–1"""


class SurveyGap(Result, frozen=True, kw_only=True, gc=False):
    unweighted: float | None
    weighted: float | None
    """By importance"""


class SurveyCross(Result, frozen=True, kw_only=True, gc=False):
    """Where the cross-hairs of the importance–performance grid stand."""

    importance: float
    performance: float


class DriverResult(Result, frozen=True, kw_only=True, gc=False):
    """How a dimension goes with the overall rating."""

    id: str
    pearson: float | None
    pearson_p: float | None
    spearman: float | None
    spearman_p: float | None
    lmg: float | None
    """Points of R², 0–1"""
    importance: float | None
    """Share of R², 0–1"""
    vif: float | None
    """None also where the dimension is made of others"""


class DriverModel(Result, frozen=True, kw_only=True):
    teams: list[str]
    """Whose single answers are known"""
    n: int
    """Respondents who answered everything"""
    r2: float | None
    warnings: list[str]
    """few-respondents | collinear | no-variation | too-many-dimensions"""


class SurveyTheme(Result, frozen=True, kw_only=True, gc=False):
    language: str
    term: str
    n: int
    """Comments that use it"""
    rating: float | None
    """Mean rating of those that come with one"""
    quotes: list[str]
    """Up to three, the least satisfied first"""


class SurveyResult(Result, frozen=True, kw_only=True):
    team: str | None
    """None: the organisation, pooled from counts"""
    period: str
    channels: list[str]
    sent: int | None
    n: int
    """Respondents: the most answers that any question got"""
    response_rate: float | None
    hidden: bool
    """Fewer than five answered: nothing they said is shown"""
    overall: SurveyRating | None
    csat: SurveyShare | None
    nps: SurveyNps | None
    csi: SurveyCsi | None
    gap: SurveyGap | None
    cross: SurveyCross | None
    dimensions: list[SurveyDimension]
    drivers: list[DriverResult]
    """Most important first"""
    driver_model: DriverModel | None
    """None where no rows of single respondents are known"""
    comments: int
    themes: list[SurveyTheme]
    """By language, then the most used first"""
    without: list[str]
    """Teams with so few answers that the organisation's leaves them out"""


# --- service standards ----------------------------------------------------------------------------------------------


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
    met: bool | None
    n: int
    """Tickets that median and p90 rest on: done and recorded, late ones too"""
    median: float | None
    p90: float | None
    """90th percentile, linear interpolation"""
    breaches: list[str] | None
    """Ids of the tickets that broke it, in order; None of the organisation, whose teams list them"""


# --- teams, data quality, whole -------------------------------------------------------------------------------------


class AuditMark(Result, frozen=True, kw_only=True, gc=False):
    """A final audit in a team's history."""

    audit: str
    date: dt.date
    type: str
    checklist: str
    edition: str
    score: float | None
    grade: str | None
    passed: bool | None


class TeamDomain(Result, frozen=True, kw_only=True, gc=False):
    """A domain in the team's latest final audit with a checklist, against the other teams' latest."""

    checklist: str
    domain: str
    audit: str
    score: float | None
    grade: str | None
    median: float | None
    """Median of the latest scores of all teams that have one."""
    n: int
    """How many teams the median rests on."""
    difference: float | None


class TeamResult(Result, frozen=True, kw_only=True):
    id: str
    history: list[AuditMark]
    """Oldest first."""
    latest: list[AuditMark]
    """The latest final audit per checklist."""
    domains: list[TeamDomain]
    kpis_with_target: int
    kpis_met: int


class Missing(Result, frozen=True, kw_only=True, gc=False):
    team: str
    kpi: str
    period: str


class TeamQuality(Result, frozen=True, kw_only=True):
    team: str
    expected: int
    present: int
    completeness: float | None
    late: int
    """Indicators whose last due period has no value."""
    last_period: str | None
    """The latest period it gave a value for."""
    last_audit: dt.date | None


class Translation(Result, frozen=True, kw_only=True, gc=False):
    texts: int
    """Every text people wrote in the workspace. One written without a language is meant for everybody: translated."""
    translated: int
    share: float | None


class Untranslated(Result, frozen=True, kw_only=True, gc=False):
    record: str
    """`kind/id`"""
    id: str
    field: str
    """Path inside the record: `domains.process.sections.touchpoints.items.touchpoints-listed.guidance`."""
    language: str


class DataQuality(Result, frozen=True, kw_only=True):
    completeness: float | None
    """present ÷ expected values, over every indicator a team has ever reported, up to the last period due at as_of"""
    freshness: float | None
    """Series whose last due period has a value ÷ all series"""
    accuracy: float | None
    """Values without a problem ÷ all values; None when not checked"""
    missing: list[Missing]
    teams: list[TeamQuality]
    translation: dict[str, Translation]
    untranslated: list[Untranslated]


class OrganisationResult(Result, frozen=True, kw_only=True):
    id: str
    name: str | dict[str, str]
    languages: list[str]


class Results(Result, frozen=True, kw_only=True):
    format: int = 1
    generator: str
    as_of: dt.date
    data_hash: str
    """SHA-256 over the documents, first 12 hex digits."""
    period: str | None
    """The latest month with an indicator value, else of the latest audit: what the pages call "this period"."""
    organisation: OrganisationResult
    audits: list[AuditResult]
    """Newest first, then id."""
    checklists: list[ChecklistResult]
    findings: list[FindingResult]
    """Open before closed, extreme before low risk, newest first, then id."""
    finding_summaries: list[FindingSummary]
    """Organisation first, then teams in organisation order."""
    actions: list[ActionResult]
    """Overdue first (longest first), then by due date, done ones last, then id."""
    action_summaries: list[ActionSummary]
    kpis: list[KpiResult]
    indices: list[IndexResult]
    """By index id; organisation scope first, then teams."""
    surveys: list[SurveyResult]
    """By time; of one period the organisation first, then teams."""
    standards: list[StandardResult]
    """By standard; the organisation first, then teams in organisation order; by month."""
    teams: list[TeamResult]
    data_quality: DataQuality
