"""The library of cases: all of them, one page each, and where they are suggested."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.cases.listing import index, part
from auditloop.render.views.cases.page import chart_of, view
from auditloop.render.views.cases.words import links_of_team, similar
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context

__all__ = ["links_of_team", "part", "plan", "similar"]


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is one folder down."""
    plans = [PagePlan(ctx.path.cases, lambda: index(ctx))]
    for case in ctx.results.cases:
        chart = chart_of(ctx, case)
        plans.append(
            PagePlan(ctx.path.case(case.id), partial(view, ctx, case, chart), (chart.chart,) if chart.chart else ())
        )
    return plans
