"""Every page of the site, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.reports import Report
from auditloop.render.downloads import DownloadTable
from auditloop.render.sheets import RegisterBook
from auditloop.render.views import (
    actions,
    alerts,
    audits,
    cases,
    changes,
    checklists,
    customers,
    downloads,
    findings,
    improvement,
    journeys,
    kpis,
    method,
    next_steps,
    overview,
    plans,
    proposals,
    quality,
    recognition,
    reports,
    risks,
    satisfaction,
    standards,
    teams,
    tickets,
    training,
)
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context


def plan_pages(
    ctx: Context, tables: tuple[DownloadTable, ...], book: RegisterBook, made: Sequence[Report] = ()
) -> list[PagePlan]:
    """Every page of the site, in the order of the navigation."""
    below = ctx.below
    return [
        *overview.plan(ctx),
        *alerts.plan(ctx),
        *next_steps.plan(ctx),
        *reports.plan(below, made),
        *teams.plan(below),
        *recognition.plan(ctx),
        *kpis.plan(below),
        *standards.plan(ctx),
        *tickets.plan(ctx),
        *satisfaction.plan(ctx),
        *customers.plan(ctx),
        *audits.plan(below),
        *findings.plan(below),
        *actions.plan(below),
        *improvement.plan(below),
        *plans.plan(below),
        *journeys.plan(below),
        *training.plan(below),
        *proposals.plan(below),
        *risks.plan(below),
        *cases.plan(below),
        *checklists.plan(below),
        *changes.plan(ctx),
        *quality.plan(ctx),
        *method.plan(ctx),
        *downloads.plan(ctx, tables, book),
    ]
