"""Actions: what is late, what is coming, whether it worked; one page per year with every action at its own anchor."""

from __future__ import annotations

from functools import partial

from auditloop.assess.results import ActionResult
from auditloop.render.views.actions.ageing import ageing_block
from auditloop.render.views.actions.listing import index
from auditloop.render.views.actions.timeline import timeline_block
from auditloop.render.views.actions.year import year_view
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context


def plan(ctx: Context) -> list[PagePlan]:
    timeline, ageing = timeline_block(ctx), ageing_block(ctx)
    charts = tuple(b.chart for b in (timeline, ageing) if b.chart)
    plans = [PagePlan("actions/index.md", lambda: index(ctx, timeline, ageing), charts)]
    by_year: dict[int, list[ActionResult]] = {}
    for action in ctx.results.actions:
        by_year.setdefault(action.opened.year, []).append(action)
    for year, actions in sorted(by_year.items(), reverse=True):
        plans.append(PagePlan(ctx.path.actions_of(year), partial(year_view, ctx, year, actions)))
    return plans
