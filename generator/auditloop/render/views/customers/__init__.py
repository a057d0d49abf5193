"""Tiers of customers: what each is worth, how satisfied it is, how it was served, what it is promised."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.customers.charts import charts_of
from auditloop.render.views.customers.page import view
from auditloop.render.views.customers.words import formula, of_team, tier_name, written

__all__ = ["formula", "of_team", "plan", "tier_name", "written"]


def plan(ctx: Context) -> list[PagePlan]:
    blocks = [charts_of(ctx, result) for result in ctx.results.customers]
    charts = tuple(block.chart for pair in blocks for block in pair if block.chart)
    return [PagePlan(ctx.path.customers, lambda: view(ctx, blocks), charts)]
