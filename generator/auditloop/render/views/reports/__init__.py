"""Reports: monthly performance with the improvement group's brief, satisfaction, topics; each frozen to its period."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.reports import Report
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.reports import listing, monthly, satisfaction, topic

_PLANS = {"monthly": monthly.plans, "satisfaction": satisfaction.plans, "topic": topic.plans}


def plan(ctx: Context, reports: Sequence[Report]) -> list[PagePlan]:
    """The list, and every report in its order."""
    pages = [page for report in reports for page in _PLANS[report.asked.kind](ctx, report)]
    return [PagePlan(ctx.path.reports, lambda: listing.view(ctx, reports)), *pages]
