"""The entry of the room: workspace and results in, the whole site in one language out. Orders views, charts and pages.

Reads templates and words; writes nothing, draws nothing itself, computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from auditloop.assess.reports import Report
from auditloop.assess.results import Results
from auditloop.model.workspace import Workspace
from auditloop.render import sheets
from auditloop.render.badges import badge_assets
from auditloop.render.calendars import calendar_assets
from auditloop.render.charts import Chart
from auditloop.render.downloads import table_assets, tables
from auditloop.render.feeds import feed_assets
from auditloop.render.i18n import read_words
from auditloop.render.memory import Memory, common, key_of
from auditloop.render.templates import Templates
from auditloop.render.values import Asset, NavItem, Page, RenderSettings, Site
from auditloop.render.views.chart_files import chart_assets
from auditloop.render.views.common import PagePlan
from auditloop.render.views.context import Context
from auditloop.render.views.pages import plan_pages, plan_some

_HASH = "\0"
"""Stands for the fingerprint of the data until a page is finished: it is all that every change changes everywhere."""

Draw = Callable[[Sequence[Chart]], Mapping[str, str]]
"""Gives the SVG of all charts by id, in one call."""

__all__ = ["Asset", "NavItem", "Page", "RenderSettings", "Site", "Some", "render_site", "render_some"]


def render_site(
    workspace: Workspace,
    results: Results,
    settings: RenderSettings,
    draw: Draw,
    memory: Memory | None = None,
    reports: Sequence[Report] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Site:
    """Every page, asset and the navigation of one language.

    `memory` has the pages of an earlier round; `reports` are those to be published, newest first; `progress` is called
    with how many pages are made and how many there are.
    """
    context = _context(workspace, results, settings)
    found = tables(context)
    book = sheets.book(context, results.data_hash)
    plans = plan_pages(context, found, book, reports)
    pages, charts = _made(context, plans, draw, results.data_hash, memory, progress)
    return Site(
        lang=settings.lang,
        title=context.organisation_name,
        pages=pages,
        assets=(
            *charts,
            *table_assets(found),
            *feed_assets(context),
            *calendar_assets(context),
            *badge_assets(context),
        ),
        nav=navigation(context),
        registers=book,
    )


class Some(NamedTuple):
    """A few pages with the files of their charts, and what the site round them is."""

    title: str
    nav: tuple[NavItem, ...]
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]


def render_some(
    workspace: Workspace, results: Results, settings: RenderSettings, draw: Draw, paths: Collection[str]
) -> Some:
    """Those pages of `paths` that are made from the data alone, as `render_site` makes them."""
    context = _context(workspace, results, settings)
    pages, charts = _made(context, plan_some(context, paths), draw, results.data_hash)
    return Some(context.organisation_name, navigation(context), pages, charts)


def _context(workspace: Workspace, results: Results, settings: RenderSettings) -> Context:
    words = read_words(settings.lang, settings.template_dirs)
    return Context(workspace, structs.replace(results, data_hash=_HASH), settings, words)


def _made(
    context: Context,
    plans: Sequence[PagePlan],
    draw: Draw,
    data_hash: str,
    memory: Memory | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """The pages, and the files of their charts."""
    charts = [chart for plan in plans for chart in plan.charts]
    drawn = draw(charts)
    templates = Templates(context.settings.template_dirs, context.words, drawn)
    pages = []
    # One page after the other: all of them twice at a time is most of what a large site would need.
    for path, text in _filled(plans, templates, memory, common(context) if memory else b""):
        pages.append(Page(path, text.replace(_HASH, data_hash)))
        if progress:
            progress(len(pages), len(plans))
    return tuple(pages), chart_assets(charts, drawn)


def _filled(
    plans: Sequence[PagePlan], templates: Templates, memory: Memory | None, everywhere: bytes
) -> Iterator[tuple[str, str]]:
    """Every page's text by its path; one that is remembered is not made again."""
    for plan in plans:

        def make(plan: PagePlan = plan) -> str:
            return templates.render(plan.build())

        known = memory if plan.inputs else None
        key = key_of(plan.path, plan.inputs(), everywhere) if known and plan.inputs else b""
        yield plan.path, known.page(key, make) if known else make()
    if memory:
        memory.end_round()


def navigation(context: Context) -> tuple[NavItem, ...]:
    """Sections and teams and indicators; detail pages stay out, so that the build grows linearly.

    First what needs attention and the numbers, then the loop from audit to action, last what they rest on.
    """
    t = context.words.t
    teams = (
        *[NavItem(context.team_name(team.id), context.path.team(team.id)) for team in context.organisation.teams],
        NavItem(t("nav.recognition"), context.path.recognition),
    )
    kpis = tuple(NavItem(context.kpi_name(kpi), context.path.kpi(kpi)) for kpi in context.workspace.kpis)
    checklists = (NavItem(t("nav.checklists"), "checklists/index.md"),)
    improving = (
        NavItem(t("nav.next-steps"), context.path.next_steps),
        NavItem(t("nav.plans"), context.path.plans),
        NavItem(t("nav.journeys"), context.path.journeys),
        NavItem(t("nav.training"), context.path.training),
        NavItem(t("nav.proposals"), context.path.proposals),
        NavItem(t("nav.risks"), context.path.risks),
        NavItem(t("nav.cases"), context.path.cases),
    )
    voice = tuple(
        NavItem(t(f"nav.{name}"), f"{name}.md") for name in ("standards", "tickets", "satisfaction", "customers")
    )
    changed = ("changes",) if context.settings.changes else ()
    about = tuple(NavItem(t(f"nav.{name}"), f"{name}.md") for name in (*changed, "data-quality", "method", "downloads"))
    return (
        NavItem(t("nav.overview"), "index.md"),
        NavItem(t("nav.early-warning"), context.path.early_warning),
        NavItem(t("nav.reports"), context.path.reports),
        NavItem(t("nav.teams"), "teams/index.md", teams),
        NavItem(t("nav.kpis"), "kpis/index.md", kpis),
        NavItem(t("nav.voice"), None, voice),
        NavItem(t("nav.audits"), "audits/index.md", checklists),
        NavItem(t("nav.findings"), "findings/index.md"),
        NavItem(t("nav.actions"), "actions/index.md"),
        NavItem(t("nav.improvement"), context.path.improvement, improving),
        NavItem(t("nav.about"), None, about),
    )
