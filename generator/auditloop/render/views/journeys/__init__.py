"""Customer journeys: all of them side by side, one page each with its map, and what other pages tell of them."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.journeys.chart import journey_block
from auditloop.render.views.journeys.listing import index, part
from auditloop.render.views.journeys.page import view
from auditloop.render.views.journeys.team import JourneysOfTeam, journeys_of_team

__all__ = ["JourneysOfTeam", "journeys_of_team", "part", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    plans = [PagePlan(ctx.path.journeys, lambda: index(ctx))]
    for result in ctx.results.journeys:
        block = journey_block(ctx, result)
        charts = (block.chart,) if block.chart else ()
        plans.append(PagePlan(ctx.path.journey(result.id), partial(view, ctx, result, block), charts))
    return plans
