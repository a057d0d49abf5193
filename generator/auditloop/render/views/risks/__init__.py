"""The register of risks: a grid, what wants attention, and every risk with its plan, its drills and what came true."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.risks.lead import part
from auditloop.render.views.risks.page import grid_block, view
from auditloop.render.views.risks.tables import risk_link, team_risks

__all__ = ["part", "plan", "risk_link", "team_risks"]


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is seen from a folder."""
    grid = grid_block(ctx)
    return [PagePlan(ctx.path.risks, partial(view, ctx, grid), (grid.chart,) if grid.chart else ())]
