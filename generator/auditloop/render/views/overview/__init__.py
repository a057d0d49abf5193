"""The first page: are we getting better, where not, what must we decide, is the data complete."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.moved import moved_block
from auditloop.render.views.overview.indices import index_chart
from auditloop.render.views.overview.page import view


def plan(ctx: Context) -> list[PagePlan]:
    indices = ctx.indices_by_team.get(None, [])
    chart = index_chart(ctx, indices)
    moved = {i.id: block for i in indices if (block := moved_block(ctx, i, f"overview-{i.id}-moved"))}
    charts = tuple(block.chart for block in (chart, *moved.values()) if block and block.chart)
    return [PagePlan("index.md", lambda: view(ctx, indices, chart, moved), charts)]
