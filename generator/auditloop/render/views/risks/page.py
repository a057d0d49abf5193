"""The page of risks: which parts stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views.common import ChartBlock, Figure, Link, PageView, Table, with_small
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.riskgrid import Counted, grid_of
from auditloop.render.views.risks.lead import lead, serious, summary_of
from auditloop.render.views.risks.record import RiskView, risk_view
from auditloop.render.views.risks.tables import risk_table


@dataclass(frozen=True, slots=True)
class RisksView:
    tiles: tuple[Figure, ...]
    grid: ChartBlock
    register: Table
    closed: Table | None
    risks: tuple[RiskView, ...]


def view(ctx: Context, grid: ChartBlock) -> PageView:
    t = ctx.words.t
    found = ctx.results.risks.risks
    open_, closed = [r for r in found if r.closed is None], [r for r in found if r.closed]
    empty = t("risks.all_closed") if found else t("risks.none")
    body = RisksView(
        tiles=_tiles(ctx),
        grid=grid,
        register=risk_table(ctx, open_, t("risks.caption"), anchor="risk-table", empty=empty),
        closed=risk_table(ctx, closed, t("risks.closed_caption"), anchor="closed-table", empty="") if closed else None,
        risks=tuple(risk_view(ctx, risk) for risk in found),
    )
    return PageView(
        "risks",
        frame(
            ctx,
            path=ctx.path.risks,
            kind="risks",
            hide=("toc",),
            title=t("nav.risks"),
            lead=lead(ctx, summary_of(ctx)),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            sources=[("risk", risk.id) for risk in found],
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("nav.early-warning"), ctx.href.page(ctx.path.early_warning, "rule-risk-without-plan")),
                Link(t("method.register.title"), ctx.href.method("register")),
            ],
        ),
        body,
    )


def grid_block(ctx: Context) -> ChartBlock:
    t = ctx.words.t
    summary = summary_of(ctx)
    if summary is None or not summary.total:
        return ChartBlock(None, empty=t("risks.none") if summary is None else t("risks.all_closed"))
    grave = serious(summary)
    counted = Counted(
        chart_id="risks-grid",
        count_key="count.risks",
        title=ctx.words.n("risks.grid_title", grave) if grave else t("risks.grid_title_none"),
        sentence=ctx.words.n("risks.grid_sentence", summary.total, moderate=summary.total - grave),
        caption=t("risks.grid_caption"),
        heading=t("risks.grid_heading"),
        column=t("nav.risks"),
    )
    return grid_of(ctx, summary.grid, counted)


def _tiles(ctx: Context) -> tuple[Figure, ...]:
    summary = summary_of(ctx)
    if summary is None or not summary.total:
        return ()
    t, number = ctx.words.t, ctx.formats.number
    of = t("overview.of", n=number(summary.total))
    return (
        Figure(t("risks.tile_serious"), with_small(serious(summary), of), href="#grid"),
        Figure(t("risks.tile_rising"), number(summary.rising), note=ctx.words.n("risks.tile_falling", summary.falling)),
        Figure(
            t("risks.tile_unplanned"),
            number(summary.without_plan),
            note=ctx.words.n("risks.tile_unplanned_note", summary.serious_without_plan),
        ),
        Figure(
            t("risks.tile_overdue"),
            number(summary.reviews_overdue + summary.drills_overdue),
            note=ctx.words.n("risks.tile_drills_note", summary.drills_failed),
        ),
    )
