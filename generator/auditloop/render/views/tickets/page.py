"""The page of tickets: how many, about what, where and when they crowd, what came again, what waits."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import TicketResult
from auditloop.render.views import clocks
from auditloop.render.views.common import Figure, Link, PageView, Table, with_small
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.registers import MOST_BESIDE, MOST_LISTED
from auditloop.render.views.standards.process import process_table
from auditloop.render.views.tickets import tables
from auditloop.render.views.tickets.blocks import Blocks


@dataclass(frozen=True, slots=True)
class Waiting:
    """A register with the sentence before it and, where it is cut, the sentence that says so."""

    sentence: str
    table: Table
    note: str = ""


@dataclass(frozen=True, slots=True)
class TicketsView:
    tiles: tuple[Figure, ...]
    blocks: Blocks
    calls: Waiting
    open: Waiting | None
    repeats: Waiting
    escalations: str
    teams: Table | None
    """Of the organisation."""
    steps: Table | None
    """Of a team."""


def view(ctx: Context, team: str | None, blocks: Blocks) -> PageView:
    t = ctx.words.t
    result = ctx.tickets.get(team)
    title = t("nav.tickets") if team is None else t("tickets.team_title", team=ctx.team_name(team))
    related = [
        Link(t("nav.standards"), ctx.href.page("standards.md")),
        Link(t("method.hot_spot.title"), ctx.href.method("hot-spot")),
    ]
    if team is not None:
        related.insert(0, Link(ctx.team_name(team), ctx.href.team(team)))
    return PageView(
        "tickets",
        frame(
            ctx,
            path=ctx.path.tickets(team),
            kind="tickets" if team is None else "tickets-team",
            title=title,
            lead=lead(ctx, result),
            crumbs=[] if team is None else [Link(t("nav.tickets"), ctx.href.tickets())],
            related=related,
            period=ctx.formats.window(result.window) if result else None,
        ),
        _body(ctx, team, result, blocks) if result else None,
    )


def lead(ctx: Context, result: TicketResult | None) -> str:
    """What most tickets are about, how much came again, what is to be done now."""
    if result is None or not result.n:
        return ctx.words.t("empty.no_tickets" if result is None else "empty.no_tickets_in_window")
    number, percent = ctx.formats.number, ctx.formats.percent
    sentences = [
        ctx.words.n(
            "tickets.lead",
            result.n,
            n=number(result.n),
            complaints=number(result.complaints),
            window=ctx.formats.window(result.window),
        )
    ]
    leading = result.complaint_categories or result.categories
    if leading:
        key = "tickets.lead_complaints" if result.complaint_categories else "tickets.lead_category"
        sentences.append(ctx.words.t(key, category=ctx.category_name(leading[0].key), share=percent(leading[0].share)))
    if result.repeated:
        sentences.append(
            ctx.words.n(
                "tickets.lead_repeats", result.repeated, n=number(result.repeated), share=percent(result.repeat_rate, 1)
            )
        )
    if due := len(result.follow_ups.due):
        sentences.append(ctx.words.n("tickets.lead_calls", due, n=number(due)))
    return ctx.words.sentences(sentences)


def _body(ctx: Context, team: str | None, result: TicketResult, blocks: Blocks) -> TicketsView:
    return TicketsView(
        tiles=_tiles(ctx, result),
        blocks=blocks,
        calls=_calls(ctx, result),
        open=_open(ctx, result),
        repeats=_repeats(ctx, result),
        escalations=_escalations(ctx, result),
        teams=tables.teams(ctx) if team is None else None,
        steps=None if team is None else process_table(ctx, team),
    )


def _tiles(ctx: Context, result: TicketResult) -> tuple[Figure, ...]:
    t, number, percent = ctx.words.t, ctx.formats.number, ctx.formats.percent
    waiting = sum(result.open_by_age.values())
    tiles = [
        Figure(t("column.tickets"), number(result.n), note=ctx.formats.window(result.window), href="#volume"),
        Figure(
            t("column.complaints"),
            number(result.complaints),
            note=percent(result.complaint_share),
            href="#categories",
        ),
        Figure(
            t("tickets.repeat_rate"),
            percent(result.repeat_rate, 1),
            note=clocks.interval(ctx, result.repeat_interval),
            href="#repeats",
        ),
        Figure(
            t("tickets.escalation_rate"),
            percent(result.escalation_rate, 1),
            note=clocks.interval(ctx, result.escalation_interval),
            href="#escalations",
        ),
        Figure(
            t("tickets.calls"),
            with_small(len(result.follow_ups.due), t("overview.of", n=number(result.follow_ups.asked))),
            href="#calls",
        ),
    ]
    if result.open is not None:
        tiles.append(Figure(t("tickets.open"), number(waiting), href="#open"))
    return tuple(tiles)


def _calls(ctx: Context, result: TicketResult) -> Waiting:
    found, number = result.follow_ups, ctx.formats.number
    sentence = ""
    if found.asked:
        facts = {"made": number(found.made), "missed": number(found.missed), "due": number(len(found.due))}
        sentence = ctx.words.n("tickets.calls_sentence", found.asked, n=number(found.asked), **facts)
    note = ctx.words.t("tickets.cut", n=MOST_LISTED, all=len(found.due)) if len(found.due) > MOST_LISTED else ""
    return Waiting(sentence, tables.calls(ctx, result), note)


def _open(ctx: Context, result: TicketResult) -> Waiting | None:
    total = sum(result.open_by_age.values())
    if result.open is None or not total:
        return None
    note = ctx.words.t("tickets.cut", n=MOST_LISTED, all=ctx.formats.number(total)) if total > MOST_LISTED else ""
    return Waiting("", tables.open_table(ctx, result), note)


def _repeats(ctx: Context, result: TicketResult) -> Waiting:
    number = ctx.formats.number
    sentence = ""
    if result.repeated:
        sentence = ctx.words.n(
            "tickets.repeats_sentence",
            result.repeated,
            n=number(result.repeated),
            share=ctx.formats.percent(result.repeat_rate, 1),
            chains=number(result.chain_count),
        )
    all_ = result.chain_count
    note = ctx.words.t("tickets.chains_cut", n=MOST_BESIDE, all=number(all_)) if all_ > MOST_BESIDE else ""
    return Waiting(sentence, tables.chains(ctx, result), note)


def _escalations(ctx: Context, result: TicketResult) -> str:
    if not result.escalated:
        return ctx.words.t("empty.no_escalations")
    return ctx.words.n(
        "tickets.escalations_sentence",
        result.escalated,
        n=ctx.formats.number(result.escalated),
        share=ctx.formats.percent(result.escalation_rate, 1),
        interval=clocks.interval(ctx, result.escalation_interval),
        median=clocks.duration(ctx, result.escalation_median),
    )
