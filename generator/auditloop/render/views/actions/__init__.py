"""Actions: what is late, what is coming, whether it worked; one page per year with every action at its own anchor."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.actions.ageing import ageing_block
from auditloop.render.views.actions.listing import index, part
from auditloop.render.views.actions.timeline import timeline_block
from auditloop.render.views.actions.year import team_year_view, year_view
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context

__all__ = ["part", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    timeline, ageing = timeline_block(ctx), ageing_block(ctx)
    charts = tuple(b.chart for b in (timeline, ageing) if b.chart)
    plans = [PagePlan("actions/index.md", lambda: index(ctx, timeline, ageing), charts)]
    for year in ctx.action_years:
        plans.append(PagePlan(year.path, partial(year_view, ctx, year)))
        plans += [PagePlan(part.path, partial(team_year_view, ctx, year, part)) for part in year.teams]
    return plans
