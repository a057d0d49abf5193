"""The page of one indicator: its first sentences, and which parts stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import KpiResult
from auditloop.model import Kpi
from auditloop.render.views import figures
from auditloop.render.views.common import ChartBlock, Fact, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.kpis.card import card
from auditloop.render.views.kpis.effects import action_table
from auditloop.render.views.kpis.log import history, notes
from auditloop.render.views.kpis.teams import multiples, ranked, team_table, teams_words
from auditloop.render.views.kpis.values import value_tables


@dataclass(frozen=True, slots=True)
class KpiView:
    definition: str
    definition_language: str | None
    facts: tuple[Fact, ...]
    trend: ChartBlock
    teams: ChartBlock | None
    team_table: Table
    values: tuple[Table, ...]
    actions: Table
    history: Table
    notes: Table


def blocks(ctx: Context, kpi: KpiResult) -> tuple[ChartBlock, ChartBlock | None]:
    main = kpi.series[0]
    trend = figures.trend_block(ctx, kpi, main, f"kpi-{kpi.id}")
    teams = [s for s in kpi.series if s.team is not None]
    return trend, multiples(ctx, kpi, teams) if len(teams) >= 2 else None


def view(ctx: Context, kpi: Kpi, result: KpiResult | None, trend: ChartBlock, teams: ChartBlock | None) -> PageView:
    t = ctx.words.t
    body = KpiView(
        definition=ctx.plain(kpi.definition),
        definition_language=ctx.fallback_language(kpi.definition),
        facts=card(ctx, kpi, result),
        trend=trend,
        teams=teams,
        team_table=team_table(ctx, kpi, result),
        values=value_tables(ctx, result),
        actions=action_table(ctx, kpi, result),
        history=history(ctx, kpi),
        notes=notes(ctx, kpi, result),
    )
    observed = [
        ("observation", f"{kpi.id}/{s.team}/{s.latest.period}")
        for s in (result.series if result else [])
        if s.team and s.latest
    ]
    return PageView(
        "kpi",
        frame(
            ctx,
            path=ctx.path.kpi(kpi.id),
            kind="kpi",
            title=ctx.kpi_name(kpi.id),
            lead=_lead(ctx, kpi, result),
            name=kpi.name,
            crumbs=[Link(t("nav.kpis"), ctx.href.page("kpis/index.md"))],
            edit=("kpi", kpi.id),
            sources=observed,
            related=_related(ctx, kpi),
        ),
        body,
    )


def _lead(ctx: Context, kpi: Kpi, result: KpiResult | None) -> str:
    if result is None:
        return ctx.words.t("empty.no_data_yet")
    main = result.series[0]
    sentences = [figures.named_sentence(ctx, result, main)]
    teams = [s for s in result.series if s.team is not None]
    if len(teams) >= 2:
        title, words = teams_words(ctx, result, ranked(result, teams))
        sentences += [title + ctx.words.t("join.full_stop"), words]
    return ctx.words.sentences(sentences)


def _related(ctx: Context, kpi: Kpi) -> list[Link]:
    shown = {index.id for index in ctx.indices_by_team.get(None, [])}
    links = [
        Link(ctx.index_name(i.id), ctx.href.index(i.id))
        for i in ctx.workspace.indices.values()
        if kpi.id in i.weights and i.id in shown
    ]
    links += [
        Link(ctx.kpi_name(other.id), ctx.href.kpi(other.id))
        for other in ctx.workspace.kpis.values()
        if other.dimension == kpi.dimension and other.id != kpi.id
    ][:5]
    return [*links, Link(ctx.words.t("nav.method"), ctx.href.method("kpi"))]
