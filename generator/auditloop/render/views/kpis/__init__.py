"""One page per indicator, and the list of them: what it means, how it moves, where the teams stand, what was done."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import ChartBlock, PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.kpis.listing import index
from auditloop.render.views.kpis.page import blocks, view


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan("kpis/index.md", lambda: index(ctx))]
    for kpi in ctx.workspace.kpis.values():
        result = ctx.kpis.get(kpi.id)
        trend, teams = (
            blocks(ctx, result) if result else (ChartBlock(None, empty=ctx.words.t("empty.no_data_yet")), None)
        )
        charts = tuple(b.chart for b in (trend, teams) if b and b.chart)
        plans.append(PagePlan(ctx.path.kpi(kpi.id), partial(view, ctx, kpi, result, trend, teams), charts))
    return plans
