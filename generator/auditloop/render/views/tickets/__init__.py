"""Tickets: of the organisation, and a page per team that has any."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.tickets.blocks import blocks_of
from auditloop.render.views.tickets.page import lead, view

__all__ = ["lead", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is the top's, where the organisation's page stands; the teams' are in a folder."""
    plans = []
    for team in (None, *(result.team for result in ctx.results.tickets if result.team is not None)):
        here = ctx if team is None else ctx.below
        blocks = blocks_of(here, team)
        plans.append(PagePlan(ctx.path.tickets(team), partial(view, here, team, blocks), blocks.charts()))
    return plans
