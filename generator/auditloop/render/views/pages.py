"""Every page of the site, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

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


class Section(NamedTuple):
    """Pages that are planned together, from the data alone."""

    stem: str
    """What the paths of its pages begin with, and those of no other section. In a folder: seen from one folder down."""
    plan: Callable[[Context], list[PagePlan]]

    def planned(self, ctx: Context) -> list[PagePlan]:
        return self.plan(ctx.below if "/" in self.stem else ctx)


_FIRST = (
    Section("index.", overview.plan),
    Section("early-warning.", alerts.plan),
    Section("next-steps.", next_steps.plan),
)
_THEN = (
    Section("teams/", teams.plan),
    Section("recognition.", recognition.plan),
    Section("kpis/", kpis.plan),
    Section("standards", standards.plan),
    Section("tickets", tickets.plan),
    Section("satisfaction", satisfaction.plan),
    Section("customers.", customers.plan),
    Section("audits/", audits.plan),
    Section("findings/", findings.plan),
    Section("actions/", actions.plan),
    Section("improvement/index.", improvement.plan),
    Section("improvement/plan", plans.plan),
    Section("improvement/journey", journeys.plan),
    Section("improvement/training.", training.plan),
    Section("improvement/proposals.", proposals.plan),
    Section("improvement/risks.", risks.plan),
    Section("improvement/case", cases.plan),
    Section("checklists/", checklists.plan),
    Section("changes.", changes.plan),
    Section("data-quality.", quality.plan),
    Section("method.", method.plan),
)


def plan_pages(
    ctx: Context, tables: tuple[DownloadTable, ...], book: RegisterBook, made: Sequence[Report] = ()
) -> list[PagePlan]:
    """Every page of the site, in the order of the navigation."""
    return [
        *(page for section in _FIRST for page in section.planned(ctx)),
        *reports.plan(ctx.below, made),
        *(page for section in _THEN for page in section.planned(ctx)),
        *downloads.plan(ctx, tables, book),
    ]


def plan_some(ctx: Context, paths: Collection[str]) -> list[PagePlan]:
    """Those pages of `paths` that are made from the data alone: no reports, whose days are assessed anew, and not the
    list of downloads, which needs all of them."""
    asked = [section for section in (*_FIRST, *_THEN) if any(path.startswith(section.stem) for path in paths)]
    return [page for section in asked for page in section.planned(ctx) if page.path in paths]
