"""Tickets: of the organisation, and a page per team that has any."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.tickets.blocks import blocks_of
from auditloop.render.views.tickets.page import lead, view

__all__ = ["lead", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    plans = []
    for team in (None, *(result.team for result in ctx.results.tickets if result.team is not None)):
        blocks = blocks_of(ctx, team)
        plans.append(PagePlan(ctx.path.tickets(team), partial(view, ctx, team, blocks), blocks.charts()))
    return plans
