"""The page of one journey: its map, its ways, every step, and what would make it better."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import JourneyResult
from auditloop.render.views import say
from auditloop.render.views.common import ChartBlock, Fact, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.journeys.tables import path_table, proposal_table, saving_table, step_table
from auditloop.render.views.journeys.words import gain, lead


@dataclass(frozen=True, slots=True)
class JourneyView:
    facts: tuple[Fact, ...]
    chart: ChartBlock
    paths: Table
    steps: Table
    gain: str
    proposals: Table
    savings: Table | None
    """None without a proposal."""


def view(ctx: Context, journey: JourneyResult, chart: ChartBlock) -> PageView:
    t, written = ctx.words.t, ctx.workspace.journeys[journey.id]
    body = JourneyView(
        facts=_facts(ctx, journey),
        chart=chart,
        paths=path_table(ctx, journey),
        steps=step_table(ctx, journey),
        gain=gain(ctx, journey),
        proposals=proposal_table(ctx, journey),
        savings=saving_table(ctx, journey) if any(saving.proposals for saving in journey.savings) else None,
    )
    return PageView(
        "journey",
        frame(
            ctx,
            path=ctx.path.journey(journey.id),
            kind="journey",
            title=ctx.plain(written.name),
            lead=lead(ctx, journey),
            name=written.name,
            crumbs=[
                Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement)),
                Link(t("nav.journeys"), ctx.href.page(ctx.path.journeys)),
            ],
            edit=("journey", journey.id),
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("method.journey.title"), ctx.href.method("journey")),
            ],
            period=ctx.formats.date(journey.date),
        ),
        body,
    )


def _facts(ctx: Context, journey: JourneyResult) -> tuple[Fact, ...]:
    t, written = ctx.words.t, ctx.workspace.journeys[journey.id]
    facts = [
        Fact(t("column.team"), say.team_link(ctx, journey.team) if journey.team else t("journeys.several_teams")),
        Fact(t("journeys.customers"), ctx.prose(written.customers)) if written.customers else None,
        Fact(t("journeys.source"), ctx.prose(written.source)) if written.source else None,
        Fact(t("column.owner"), ctx.person_name(written.owner)) if written.owner else None,
        Fact(t("journeys.mapped"), ctx.formats.date(journey.date)),
    ]
    return tuple(fact for fact in facts if fact)
