"""Surveys: what customers said."""

from __future__ import annotations

from auditloop.assess.results.base import Result


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
    interval: list[float] | None
    """None where all answers are of one kind"""
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
    se: float | None
    """The standard error is at most this; None where an answer stands alone"""
    interval: list[float] | None
    """With that error, within 0–100"""


class SurveyDifference(Result, frozen=True, kw_only=True, gc=False):
    """One minus the other: of CSAT in shares, of NPS and CSI in points."""

    value: float
    interval: list[float] | None
    beyond_chance: bool | None
    """Whether the interval leaves out zero"""


class SurveyChange(Result, frozen=True, kw_only=True):
    """Since an earlier survey of the same team or organisation."""

    period: str
    """Of the earlier survey"""
    csat: SurveyDifference | None
    nps: SurveyDifference | None
    csi: SurveyDifference | None
    """None also where the index was made of other dimensions"""


class SurveyContrast(Result, frozen=True, kw_only=True):
    """A team minus all other teams of the period together."""

    confidence: float
    """Of each interval; 1 − 0.05 ÷ number of teams"""
    csat: SurveyDifference | None
    nps: SurveyDifference | None


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
    gap_interval: list[float] | None
    """As sure as the mean is"""
    importance: float | None
    quadrant: str | None
    """concentrate-here | keep-up | low-priority | possible-overkill"""
    weight: float | None
    """In the index, 0–1"""
    change: SurveyDifference | None
    """Of CSAT since the survey before; confidence 1 − 0.05 ÷ number of dimensions"""


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
    """Mean rating of those that come with one; None where these are fewer than five"""
    tone: str | None
    """complaint (mean below 3) | mixed | praise (4 and more); None without ratings"""
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
    previous: SurveyChange | None
    """Since the latest earlier survey of a period as long that may be shown"""
    year_ago: SurveyChange | None
    """Since the same period of the year before"""
    others: SurveyContrast | None
    """None for the organisation, and for a team that is alone"""
    teams: list[str]
    """Whose answers are in it"""
    without: list[str]
    """Teams with so few answers that the organisation's leaves them out"""
