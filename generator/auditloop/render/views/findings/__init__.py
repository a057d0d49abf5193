"""Findings: causes and risks over all, the open ones, and one page per year with every finding at its own anchor."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.findings.grid import grid_block
from auditloop.render.views.findings.listing import index
from auditloop.render.views.findings.pareto import pareto
from auditloop.render.views.findings.year import team_year_view, year_view


def plan(ctx: Context) -> list[PagePlan]:
    summary = ctx.finding_summaries.get(None)
    causes = pareto(ctx, "causes", summary.by_cause if summary else [])
    domains = pareto(ctx, "domains", summary.by_domain if summary else [])
    grid = grid_block(ctx, summary)
    charts = tuple(b.chart for b in (causes, domains, grid) if b.chart)
    plans = [PagePlan("findings/index.md", lambda: index(ctx, summary, causes, domains, grid), charts)]
    for year in ctx.finding_years:
        plans.append(PagePlan(year.path, partial(year_view, ctx, year)))
        plans += [PagePlan(part.path, partial(team_year_view, ctx, year, part)) for part in year.teams]
    return plans
