"""Training: whom it reached, what the tests and the indicators say, and which weak points no training covers."""

from __future__ import annotations

from functools import partial

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.training.charts import coverage_block, gain_block
from auditloop.render.views.training.lead import part, sentence_of_team
from auditloop.render.views.training.page import view
from auditloop.render.views.training.tables import session_link

__all__ = ["part", "plan", "sentence_of_team", "session_link"]


def plan(ctx: Context) -> list[PagePlan]:
    """`ctx` is seen from a folder."""
    coverage, gains = coverage_block(ctx), gain_block(ctx)
    charts = tuple(block.chart for block in (coverage, gains) if block and block.chart)
    return [PagePlan(ctx.path.training, partial(view, ctx, coverage, gains), charts)]
