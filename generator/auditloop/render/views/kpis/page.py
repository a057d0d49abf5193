"""The page of one indicator: its first sentences, and which parts stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import KpiResult, Series
from auditloop.model import Kpi
from auditloop.render.charts import Chart
from auditloop.render.views.common import ChartBlock, Fact, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.kpis import ahead
from auditloop.render.views.kpis.card import card
from auditloop.render.views.kpis.compared import comparison_block
from auditloop.render.views.kpis.control import control_block
from auditloop.render.views.kpis.derived import operands
from auditloop.render.views.kpis.effects import action_table
from auditloop.render.views.kpis.log import history, notes
from auditloop.render.views.kpis.longer import Longer, longer
from auditloop.render.views.kpis.marks import Mark
from auditloop.render.views.kpis.measured import named_sentence
from auditloop.render.views.kpis.signal_table import limit_table, signal_table
from auditloop.render.views.kpis.teams import multiples, ranked, team_table, teams_words
from auditloop.render.views.kpis.values import value_tables

_MOST_CHARTS = 6
"""Control charts of teams on one page, where there is none of the organisation; small multiples show all teams."""


@dataclass(frozen=True, slots=True)
class ControlView:
    """A control chart and what belongs to it."""

    id: str
    """Empty for the only one of the page: its parts have plain anchors."""
    name: str
    block: ChartBlock
    marks: tuple[Mark, ...]
    signals: Table
    limits: Table
    ahead: str
    ahead_table: Table | None
    longer: Longer | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The charts of a page, known before the page is made."""

    main: tuple[ControlView, ...] = ()
    """One of the organisation (or of the only team), else one for each of some teams."""
    teams: ChartBlock | None = None
    compared: ChartBlock | None = None

    @property
    def charts(self) -> tuple[Chart, ...]:
        blocks = [*(view.block for view in self.main), self.teams, self.compared]
        return tuple(block.chart for block in blocks if block and block.chart)


@dataclass(frozen=True, slots=True)
class KpiView:
    definition: str
    definition_language: str | None
    facts: tuple[Fact, ...]
    operands: tuple[Fact, ...]
    control: ControlView | None
    by_team: tuple[ControlView, ...]
    by_team_more: str
    teams: ChartBlock | None
    compared: ChartBlock | None
    team_table: Table
    values: tuple[Table, ...]
    actions: Table
    history: Table
    notes: Table


def drawn(ctx: Context, kpi: KpiResult | None) -> Drawn:
    if kpi is None:
        return Drawn()
    teams = [s for s in kpi.series if s.team is not None]
    side_by_side = multiples(ctx, kpi, teams) if len(teams) >= 2 else None
    alone = kpi.series[0].team is None or len(teams) == 1
    charted = kpi.series[:1] if alone else ranked(kpi, teams)[:_MOST_CHARTS]
    views = tuple(_control(ctx, kpi, series, "" if alone else f"{series.team}") for series in charted)
    return Drawn(views, side_by_side, comparison_block(ctx, kpi))


def _control(ctx: Context, kpi: KpiResult, series: Series, team: str) -> ControlView:
    suffix = f"-{team}" if team else ""
    block, marks = control_block(ctx, kpi, series, f"kpi-{kpi.id}{suffix}")
    return ControlView(
        team,
        ctx.team_name(series.team),
        block,
        marks,
        signal_table(ctx, kpi, series, marks, f"signal-table{suffix}"),
        limit_table(ctx, kpi, series, f"limit-table{suffix}"),
        ahead.words(ctx, kpi, series),
        ahead.table(ctx, kpi, series, f"forecast-table{suffix}"),
        longer(ctx, kpi, series, suffix),
    )


def view(ctx: Context, kpi: Kpi, result: KpiResult | None, found: Drawn) -> PageView:
    t = ctx.words.t
    alone = len(found.main) == 1 and not found.main[0].id
    shown = 0 if alone else len(found.main)
    teams = sum(s.team is not None for s in result.series) if result else 0
    body = KpiView(
        definition=ctx.plain(kpi.definition),
        definition_language=ctx.fallback_language(kpi.definition),
        facts=card(ctx, kpi, result),
        operands=operands(ctx, result),
        control=found.main[0] if alone else None,
        by_team=() if alone else found.main,
        by_team_more=ctx.words.n("compare.by_team_more", teams - shown) if shown and teams > shown else "",
        teams=found.teams,
        compared=found.compared,
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
    teams = [s for s in result.series if s.team is not None]
    alone = main.team is None or len(teams) == 1
    sentences = [named_sentence(ctx, result, main) if alone else ctx.words.t("compare.no_whole")]
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
