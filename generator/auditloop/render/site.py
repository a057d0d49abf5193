"""The entry of the room: workspace and results in, the whole site in one language out. Orders views, charts and pages.

Reads templates and words; writes nothing, draws nothing itself, computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from auditloop.assess.results import Results
from auditloop.model.workspace import Workspace
from auditloop.render.charts import Chart
from auditloop.render.downloads import table_assets, tables
from auditloop.render.i18n import read_words
from auditloop.render.templates import Templates
from auditloop.render.values import Asset, NavItem, Page, RenderSettings, Site
from auditloop.render.views.chart_files import chart_assets
from auditloop.render.views.context import Context
from auditloop.render.views.pages import plan_pages

__all__ = ["Asset", "NavItem", "Page", "RenderSettings", "Site", "render_site"]


def render_site(
    workspace: Workspace,
    results: Results,
    settings: RenderSettings,
    draw: Callable[[Sequence[Chart]], Mapping[str, str]],
) -> Site:
    """Every page, asset and the navigation of one language. `draw` gives the SVG of all charts by id, in one call."""
    words = read_words(settings.lang, settings.template_dirs)
    context = Context(workspace, results, settings, words)
    found = tables(context)
    plans = plan_pages(context, found)
    charts = [chart for plan in plans for chart in plan.charts]
    drawn = draw(charts)
    templates = Templates(settings.template_dirs, words, drawn)
    pages = [Page(plan.path, templates.render(plan.build())) for plan in plans]
    return Site(
        lang=settings.lang,
        title=context.organisation_name,
        pages=tuple(pages),
        assets=(*chart_assets(charts, drawn), *table_assets(found)),
        nav=navigation(context),
    )


def navigation(context: Context) -> tuple[NavItem, ...]:
    """Sections and teams and indicators; detail pages stay out, so that the build grows linearly."""
    t = context.words.t
    teams = tuple(
        NavItem(context.team_name(team.id), context.path.team(team.id)) for team in context.organisation.teams
    )
    kpis = tuple(NavItem(context.kpi_name(kpi), context.path.kpi(kpi)) for kpi in context.workspace.kpis)
    about = tuple(NavItem(t(f"nav.{name}"), f"{name}.md") for name in ("data-quality", "method", "downloads"))
    return (
        NavItem(t("nav.overview"), "index.md"),
        NavItem(t("nav.teams"), "teams/index.md", teams),
        NavItem(t("nav.kpis"), "kpis/index.md", kpis),
        NavItem(t("nav.audits"), "audits/index.md"),
        NavItem(t("nav.findings"), "findings/index.md"),
        NavItem(t("nav.actions"), "actions/index.md"),
        NavItem(t("nav.checklists"), "checklists/index.md"),
        NavItem(t("nav.about"), None, about),
    )
