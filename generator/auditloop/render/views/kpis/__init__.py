"""One page per indicator, and the list of them: what it means, how it moves, where the teams stand, what was done."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.kpis.listing import index
from auditloop.render.views.kpis.page import drawn, view


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan("kpis/index.md", lambda: index(ctx))]
    for kpi in ctx.workspace.kpis.values():
        result = ctx.kpis.get(kpi.id)
        found = drawn(ctx, result)
        plans.append(PagePlan(ctx.path.kpi(kpi.id), partial(view, ctx, kpi, result, found), found.charts))
    return plans
