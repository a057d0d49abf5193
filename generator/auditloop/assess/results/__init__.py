"""Everything the assessment found out: the one value that pages, JSON, table and gates read.

Its JSON form is the public contract in `schema/results.schema.json`. Numbers are unrounded; nothing scorable is None
(JSON null), never 0. Scores and contributions are points on 0–100, shares and ratios are 0–1. Periods are text such as
`2026-03`, dates ISO. Lists are in a stated order, so equal input gives equal bytes.
"""

from auditloop.assess.results.actions import ActionResult, ActionSummary, EffectResult
from auditloop.assess.results.audits import (
    Agreement,
    AuditComparison,
    AuditResult,
    ChecklistResult,
    DomainDifference,
    DomainResult,
    ItemAcrossTeams,
    ItemChange,
    ItemResult,
    SectionResult,
)
from auditloop.assess.results.base import Result
from auditloop.assess.results.findings import Count, FindingResult, FindingSummary
from auditloop.assess.results.indices import IndexPoint, IndexResult, IndexScope, Part, PartChange
from auditloop.assess.results.kpis import (
    ActionMark,
    Coarse,
    CoarsePoint,
    Compared,
    Comparison,
    Forecast,
    ForecastPoint,
    FormulaOperand,
    FormulaResult,
    KpiResult,
    Latest,
    Point,
    RunTest,
    SegmentResult,
    Series,
    Signal,
    Unvalued,
)
from auditloop.assess.results.quality import DataQuality, Missing, TeamQuality, Translation, Untranslated
from auditloop.assess.results.standards import StandardResult
from auditloop.assess.results.surveys import (
    DriverModel,
    DriverResult,
    SurveyCross,
    SurveyCsi,
    SurveyDimension,
    SurveyGap,
    SurveyNps,
    SurveyRating,
    SurveyResult,
    SurveyShare,
    SurveyTheme,
)
from auditloop.assess.results.teams import AuditMark, TeamDomain, TeamResult
from auditloop.assess.results.whole import OrganisationResult, Results

__all__ = [
    "ActionMark",
    "ActionResult",
    "ActionSummary",
    "Agreement",
    "AuditComparison",
    "AuditMark",
    "AuditResult",
    "ChecklistResult",
    "Coarse",
    "CoarsePoint",
    "Compared",
    "Comparison",
    "Count",
    "DataQuality",
    "DomainDifference",
    "DomainResult",
    "DriverModel",
    "DriverResult",
    "EffectResult",
    "FindingResult",
    "FindingSummary",
    "Forecast",
    "ForecastPoint",
    "FormulaOperand",
    "FormulaResult",
    "IndexPoint",
    "IndexResult",
    "IndexScope",
    "ItemAcrossTeams",
    "ItemChange",
    "ItemResult",
    "KpiResult",
    "Latest",
    "Missing",
    "OrganisationResult",
    "Part",
    "PartChange",
    "Point",
    "Result",
    "Results",
    "RunTest",
    "SectionResult",
    "SegmentResult",
    "Series",
    "Signal",
    "StandardResult",
    "SurveyCross",
    "SurveyCsi",
    "SurveyDimension",
    "SurveyGap",
    "SurveyNps",
    "SurveyRating",
    "SurveyResult",
    "SurveyShare",
    "SurveyTheme",
    "TeamDomain",
    "TeamQuality",
    "TeamResult",
    "Translation",
    "Untranslated",
    "Unvalued",
]
