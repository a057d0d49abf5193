"""Service standards: all of them with the complaint process, and one page each with what broke it."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.standards.chart import attainment_block
from auditloop.render.views.standards.listing import index
from auditloop.render.views.standards.page import view
from auditloop.render.views.standards.process import process_block


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is the top's: the list stands there, outside the folder of the standards."""
    process = process_block(ctx, None)
    plans = [PagePlan("standards.md", lambda: index(ctx, process), (process.chart,) if process.chart else ())]
    for standard in ctx.workspace.standards.values():
        block = attainment_block(ctx.below, standard)
        plans.append(
            PagePlan(
                ctx.path.standard(standard.id),
                partial(view, ctx.below, standard, block),
                (block.chart,) if block.chart else (),
            )
        )
    return plans
