"""The page of all journeys: how long each takes, what waits, and what could be saved."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views.common import Link, PageView, Part, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.journeys.tables import journey_table
from auditloop.render.views.journeys.words import minutes


@dataclass(frozen=True, slots=True)
class JourneysView:
    journeys: Table


def index(ctx: Context) -> PageView:
    t = ctx.words.t
    return PageView(
        "journeys",
        frame(
            ctx,
            path=ctx.path.journeys,
            kind="journeys",
            title=t("nav.journeys"),
            lead=lead(ctx),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            sources=[("journey", journey.id) for journey in ctx.results.journeys],
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("method.journey.title"), ctx.href.method("journey")),
            ],
        ),
        JourneysView(journey_table(ctx, ctx.results.journeys)),
    )


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.journeys"), ctx.path.journeys, lead(ctx))


def lead(ctx: Context) -> str:
    """How many, where least time adds value, what proposals would save and have saved."""
    t, n, journeys = ctx.words.t, ctx.words.n, ctx.results.journeys
    if not journeys:
        return t("empty.no_journeys")
    sentences = [n("journeys.lead", len(journeys))]
    shares = [(p.value_share, j.id) for j in journeys for p in j.paths if p.value_share is not None]
    if shares:
        share, id = min(shares)
        name = ctx.plain(ctx.workspace.journeys[id].name)
        sentences.append(t("journeys.lead_least", name=name, share=ctx.formats.percent(share)))
    proposals = sum(saving.proposals for journey in journeys for saving in journey.savings)
    if proposals:
        saves = sum(journey.saves_minutes for journey in journeys)
        sentences.append(n("journeys.lead_saves", proposals, minutes=minutes(ctx, saves)))
    measured = sum(s.gained is not None and s.saves_minutes is not None for j in journeys for s in j.steps)
    promised, gained = sum(j.promised for j in journeys), sum(j.gained for j in journeys)
    if measured:
        facts = {"promised": minutes(ctx, promised), "gained": minutes(ctx, gained)}
        sentences.append(n("journeys.lead_gained", measured, **facts))
    return ctx.words.sentences(sentences)
