"""The page of training: which parts stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views import clocks
from auditloop.render.views.common import ChartBlock, Figure, Link, PageView, Table, lines
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.registers import MOST_LISTED, cut
from auditloop.render.views.training.lead import lead, open_gaps, sums_of
from auditloop.render.views.training.tables import gap_table, mentor_table, session_table, skill_table
from auditloop.render.views.training.words import rated


@dataclass(frozen=True, slots=True)
class TrainingView:
    tiles: tuple[Figure, ...]
    coverage: ChartBlock
    gains: ChartBlock | None
    sessions: Table
    gaps: Table
    gaps_cut: str
    """Says that there are more than listed."""
    skills: Table | None
    mentors: Table | None


def view(ctx: Context, coverage: ChartBlock, gains: ChartBlock | None) -> PageView:
    t, found = ctx.words.t, ctx.results.training
    body = TrainingView(
        tiles=_tiles(ctx),
        coverage=coverage,
        gains=gains,
        sessions=session_table(ctx, found.sessions),
        gaps=gap_table(ctx, found.gaps[:MOST_LISTED]),
        gaps_cut=cut(ctx, "training.gaps_cut", found.gaps),
        skills=skill_table(ctx) if found.skills else None,
        mentors=mentor_table(ctx),
    )
    return PageView(
        "training",
        frame(
            ctx,
            path=ctx.path.training,
            kind="training",
            hide=("toc",),
            title=t("nav.training"),
            lead=lead(ctx),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            sources=[("session", session.id) for session in found.sessions],
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("nav.early-warning"), ctx.href.page(ctx.path.early_warning, "rule-training-coverage")),
                Link(t("method.training.title"), ctx.href.method("training")),
            ],
        ),
        body,
    )


def _tiles(ctx: Context) -> tuple[Figure, ...]:
    sums = sums_of(ctx)
    if sums is None:
        return ()
    t, number, percent = ctx.words.t, ctx.formats.number, ctx.formats.percent
    tiles = []
    if sums.coverage is not None:
        note = t("training.of", n=number(sums.attended), all=number(sums.expected))
        tiles.append(Figure(t("training.coverage"), rated(ctx, sums.coverage), note=note, href="#coverage"))
    if sums.pass_rate is not None:
        note = clocks.interval(ctx, sums.pass_interval)
        tiles.append(Figure(t("training.pass_rate"), percent(sums.pass_rate), note=note))
    ahead = lines(
        ctx.words.n("training.skill_late", sums.late) if sums.late else "",
        ctx.words.n("training.still_ahead", sums.planned),
    )
    tiles.append(Figure(t("training.held"), number(sums.held), note=ahead, href="#sessions"))
    tiles.append(Figure(t("training.open_gaps"), number(open_gaps(ctx)), href="#gaps"))
    return tuple(tiles)
