"""Proposals of the staff: how far they came, who waits for an answer, what they gave."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.proposals.page import part, view
from auditloop.render.views.proposals.stages import stage_block
from auditloop.render.views.proposals.words import link, of_team

__all__ = ["link", "of_team", "part", "plan"]


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is one folder down."""
    stages = stage_block(ctx)
    return [PagePlan(ctx.path.proposals, lambda: view(ctx, stages), (stages.chart,) if stages.chart else ())]
