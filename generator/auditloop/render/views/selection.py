"""Which records a page is about: open findings, problems, the series that stand for all."""

from __future__ import annotations

from auditloop.assess.kpis import of_organisation
from auditloop.assess.results import FindingResult, KpiResult, Series
from auditloop.render.views.context import Context


def is_open(status: str) -> bool:
    return status not in {"closed", "accepted"}


def organisation_series(ctx: Context) -> list[tuple[KpiResult, Series]]:
    """The pooled series of each indicator; of one that only a single team reports, that team's."""
    return list(of_organisation(ctx.results.kpis))


def series_of(ctx: Context, kpi: str, team: str | None) -> tuple[KpiResult, Series]:
    """An indicator and what it has of a team; None: of the organisation. Raises StopIteration where it has none."""
    result = ctx.kpis[kpi]
    return result, next(series for series in result.series if series.team == team)


def measured_by_team(ctx: Context) -> list[KpiResult]:
    """Indicators of several teams whose values cannot be pooled: no table of the whole organisation has them."""
    return [kpi for kpi in ctx.results.kpis if len(kpi.series) > 1 and all(s.team is not None for s in kpi.series)]


def never_reported(ctx: Context) -> list[KpiResult]:
    return [kpi for kpi in ctx.results.kpis if not kpi.series]


def is_problem(finding: FindingResult) -> bool:
    """Everything but good practices, which are nothing to close."""
    return finding.class_ != "good-practice"


def is_serious(finding: FindingResult) -> bool:
    return finding.risk in {"high", "extreme"}
