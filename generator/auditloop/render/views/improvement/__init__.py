"""The hub of the improving side of the loop: each part in a sentence from the data, with the way to its page."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.improvement.page import view


def plan(ctx: Context) -> list[PagePlan]:
    return [PagePlan(ctx.path.improvement, lambda: view(ctx))]
