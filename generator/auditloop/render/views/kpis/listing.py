"""The list of indicators by dimension: where the organisation stands on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.results import KpiResult, Series
from auditloop.render.views import indicators, say
from auditloop.render.views.common import Cell, Column, Link, PageView, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.selection import measured_by_team, never_reported, organisation_series


@dataclass(frozen=True, slots=True)
class DimensionView:
    id: str
    name: str
    table: Table


@dataclass(frozen=True, slots=True)
class KpisIndex:
    dimensions: tuple[DimensionView, ...]


def index(ctx: Context) -> PageView:
    t = ctx.words.t
    rows: dict[str, list[tuple[KpiResult, Series]]] = {}
    for kpi, series in organisation_series(ctx):
        rows.setdefault(kpi.dimension, []).append((kpi, series))
    alone = {kpi.id for pairs in rows.values() for kpi, _ in pairs}
    for kpi in ctx.results.kpis:
        if kpi.id not in alone:  # not pooled: every team stands for itself on its own page
            rows.setdefault(kpi.dimension, [])
    views = [
        DimensionView(
            name,
            t(f"dimension.{name}"),
            indicators.kpi_table(ctx, pairs, t(f"dimension.{name}"), anchor=f"kpis-{name}"),
        )
        for name, pairs in rows.items()
        if pairs
    ]
    if by_team := measured_by_team(ctx):
        views.append(DimensionView("by-team", t("kpis.by_team"), _by_team_table(ctx, by_team)))
    if nowhere := never_reported(ctx):
        views.append(DimensionView("no-values", t("kpis.no_values"), _no_values_table(ctx, nowhere)))
    judged = [s for _, s in organisation_series(ctx) if s.met is not None]
    lead = ctx.words.n("kpis.lead", len(ctx.workspace.kpis), judged=len(judged), met=sum(1 for s in judged if s.met))
    return PageView(
        "kpis",
        frame(
            ctx,
            path="kpis/index.md",
            kind="kpis",
            title=t("nav.kpis"),
            lead=lead,
            related=[Link(t("nav.method"), ctx.href.method("kpi"))],
        ),
        KpisIndex(tuple(views)),
    )


def _no_values_table(ctx: Context, kpis: Sequence[KpiResult]) -> Table:
    """Indicators that are defined and wait for their first value."""
    t = ctx.words.t
    rows = [Row((Cell(say.kpi_link(ctx, kpi.id)), Cell(t(f"dimension.{kpi.dimension}")))) for kpi in kpis]
    columns = (Column(t("column.kpi"), "al-main"), Column(t("kpi.dimension")))
    return Table(t("kpis.no_values_caption"), columns, tuple(rows))


def _by_team_table(ctx: Context, kpis: Sequence[KpiResult]) -> Table:
    """Indicators whose teams cannot be pooled: how many teams meet their target."""
    t = ctx.words.t
    rows = []
    for kpi in kpis:
        judged = [s for s in kpi.series if s.met is not None]
        met = (
            t("teams.met_of", met=sum(1 for s in judged if s.met), all=len(judged))
            if judged
            else say.no_value(ctx, "empty.no_target")
        )
        rows.append(Row((Cell(say.kpi_link(ctx, kpi.id)), Cell(ctx.formats.number(len(kpi.series))), Cell(met))))
    columns = (
        Column(t("column.kpi"), "al-main"),
        Column(t("column.n_teams"), "al-num"),
        Column(t("column.teams_met"), "al-num"),
    )
    return Table(t("kpis.by_team_caption"), columns, tuple(rows))
