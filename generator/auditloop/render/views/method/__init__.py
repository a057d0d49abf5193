"""The method page: every formula of this version, each with a worked example from the organisation's own data."""

from __future__ import annotations

from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.method.page import view


def plan(ctx: Context) -> list[PagePlan]:
    return [PagePlan("method.md", lambda: view(ctx))]
