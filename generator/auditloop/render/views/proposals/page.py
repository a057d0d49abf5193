"""The page of proposals: which parts stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import ProposalSummary
from auditloop.render.views.common import ChartBlock, Figure, Link, PageView, Part, Table, with_small
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.proposals import tables
from auditloop.render.views.proposals.words import amount, sentence


@dataclass(frozen=True, slots=True)
class ProposalsView:
    tiles: tuple[Figure, ...]
    stages: ChartBlock
    teams: Table
    waiting: Table
    results: Table
    register: Table


def view(ctx: Context, stages: ChartBlock) -> PageView:
    t, found = ctx.words.t, ctx.results.proposals
    summary = ctx.proposal_summaries.get(None)
    return PageView(
        "proposals",
        frame(
            ctx,
            path=ctx.path.proposals,
            kind="proposals",
            title=t("nav.proposals"),
            lead=lead(ctx),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            sources=[("proposal", record.id) for record in found.records],
            related=[
                Link(t("nav.recognition"), ctx.href.page(ctx.path.recognition)),
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("method.proposals.title"), ctx.href.method("proposals")),
            ],
        ),
        ProposalsView(
            tiles=_tiles(ctx, summary) if summary else (),
            stages=stages,
            teams=tables.team_table(ctx, found.summaries),
            waiting=tables.waiting_table(ctx, summary),
            results=tables.results_table(ctx, found.records),
            register=tables.register(ctx, found.records),
        ),
    )


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.proposals"), ctx.path.proposals, lead(ctx))


def lead(ctx: Context) -> str:
    summary = ctx.proposal_summaries.get(None)
    if summary is None:
        return ctx.words.t("empty.no_proposals")
    sentences = [sentence(ctx, summary)]
    if summary.median_days_to_answer is not None:
        days = ctx.formats.general(summary.median_days_to_answer)
        sentences.append(ctx.words.n("proposals.lead_median", summary.median_days_to_answer, n=days))
    if summary.in_time_share is not None:
        sentences.append(ctx.words.t("proposals.lead_in_time", share=ctx.formats.percent(summary.in_time_share)))
    return ctx.words.sentences(sentences)


def _tiles(ctx: Context, s: ProposalSummary) -> tuple[Figure, ...]:
    t, number = ctx.words.t, ctx.formats.number
    tiles = [
        Figure(
            t("proposals.stage.submitted"),
            number(s.submitted),
            note=ctx.words.n("proposals.tile_people", s.people),
            href="#register",
        ),
        Figure(
            t("proposals.tile_adopted"),
            ctx.formats.percent(s.adopted_share),
            note=t("proposals.tile_of", n=number(s.adopted), all=number(s.answered)),
            href="#stages",
        ),
        Figure(
            t("proposals.median"),
            with_small(ctx.formats.general(s.median_days_to_answer), t("proposals.days"))
            if s.median_days_to_answer is not None
            else "–",
            note=ctx.words.n("proposals.sentence_waiting", s.waiting) if s.waiting else t("empty.none_waiting"),
            href="#waiting",
        ),
        Figure(t("proposals.stage.proven"), number(s.proven), note=_rewards(ctx, s), href="#results"),
    ]
    return tuple(tiles)


def _rewards(ctx: Context, s: ProposalSummary) -> str:
    if not s.rewards:
        return ""
    sums = ctx.words.listed([amount(ctx, value, currency) for currency, value in s.rewards.items()])
    return ctx.words.t("proposals.tile_rewards", sums=sums)
