"""The early-warning page: what is wrong right now, since when, why, who is told, and what usually helps."""

from __future__ import annotations

from auditloop.render.views.alerts.page import view
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context


def plan(ctx: Context) -> list[PagePlan]:
    return [PagePlan(ctx.path.early_warning, lambda: view(ctx))]
