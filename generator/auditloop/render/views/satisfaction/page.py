"""A satisfaction page: which parts stand on it, of the organisation or of one team."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.model import Text
from auditloop.render.views.common import Figure, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import Record, frame
from auditloop.render.views.satisfaction.asked import Asked, asked
from auditloop.render.views.satisfaction.charts import Blocks
from auditloop.render.views.satisfaction.dimensions import dimension_table
from auditloop.render.views.satisfaction.lead import lead
from auditloop.render.views.satisfaction.scope import Scope
from auditloop.render.views.satisfaction.summary import response_tile, tiles
from auditloop.render.views.satisfaction.teams import team_table
from auditloop.render.views.satisfaction.themes import Themes, theme_tables


@dataclass(frozen=True, slots=True)
class SatisfactionView:
    shown: bool
    """Whether there is a survey that may be shown."""
    tiles: tuple[Figure, ...]
    compared: str
    blocks: Blocks
    teams: Table | None
    dimensions: Table
    themes: tuple[Themes, ...]
    no_themes: str
    asked: Asked


def view(ctx: Context, scope: Scope, blocks: Blocks) -> PageView:
    t, latest = ctx.words.t, scope.latest
    told = asked(ctx, scope)
    body = SatisfactionView(
        shown=latest is not None,
        tiles=tiles(ctx, scope) + response_tile(ctx, scope),
        compared=told.compared,
        blocks=blocks,
        teams=team_table(ctx, scope) if scope.team is None else None,
        dimensions=dimension_table(ctx, scope),
        themes=theme_tables(ctx, scope),
        no_themes=t("empty.no_themes" if latest and latest.comments else "empty.no_comments"),
        asked=told,
    )
    name, written = ctx.team_name(scope.team), _written(ctx, scope)
    title = t("nav.satisfaction") if scope.team is None else t("satisfaction.title", team=name)
    return PageView(
        "satisfaction",
        frame(
            ctx,
            path="satisfaction.md" if scope.team is None else ctx.path.satisfaction(scope.team),
            kind="satisfaction" if scope.team is None else "satisfaction-team",
            title=title,
            lead=lead(ctx, scope),
            crumbs=[] if scope.team is None else [Link(t("nav.satisfaction"), ctx.href.satisfaction(None))],
            edit=written[0] if len(written) == 1 else None,
            sources=written,
            related=_related(ctx, scope),
            name=_name(ctx, scope),
            period=ctx.formats.period(latest.period) if latest else None,
        ),
        body,
    )


def _name(ctx: Context, scope: Scope) -> Text | None:
    return next((team.name for team in ctx.organisation.teams if team.id == scope.team), None)


def _written(ctx: Context, scope: Scope) -> list[Record]:
    """The files that the latest survey is made of."""
    if scope.latest is None:
        return []
    teams, period = set(scope.latest.teams), scope.latest.period
    found = [each for each in ctx.workspace.surveys if each.team in teams and each.period.text == period]
    return [("survey", "/".join(part for part in (e.team, e.period.text, e.channel) if part)) for e in found]


def _related(ctx: Context, scope: Scope) -> list[Link]:
    t = ctx.words.t
    links = [Link(ctx.kpi_name(kpi.id), ctx.href.kpi(kpi.id)) for kpi in ctx.workspace.kpis.values() if kpi.from_survey]
    if scope.team is not None:
        links.insert(0, Link(ctx.team_name(scope.team), ctx.href.team(scope.team)))
    links.append(Link(t("method.csat.title"), ctx.href.method("csat")))
    return links
