"""Plans: all of them with their goals, one page each with its timeline, and what other pages tell of them."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.plans.chart import gantt_block
from auditloop.render.views.plans.listing import index, part
from auditloop.render.views.plans.page import view
from auditloop.render.views.plans.team import PlansOfTeam, plans_of_team

__all__ = ["PlansOfTeam", "part", "plan", "plans_of_team"]


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan(ctx.path.plans, lambda: index(ctx))]
    for result in ctx.results.plans:
        block = gantt_block(ctx, result)
        charts = (block.chart,) if block.chart else ()
        plans.append(PagePlan(ctx.path.plan(result.id), partial(view, ctx, result, block), charts))
    return plans
