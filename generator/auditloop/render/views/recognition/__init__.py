"""The recognition page: who deserves it this year, by which rule, and what counts against a team."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.recognition.page import view


def plan(ctx: Context) -> list[PagePlan]:
    return [PagePlan(ctx.path.recognition, lambda: view(ctx))]
