"""Tables of single tickets: calls that are due, repeats, what waits; and the teams beside each other."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import TicketResult
from auditloop.render.views import clocks, say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, anchored, lines, muted, small
from auditloop.render.views.context import Context
from auditloop.render.views.registers import FILTER_FROM, MOST_BESIDE, MOST_LISTED


def calls(ctx: Context, result: TicketResult) -> Table:
    """Longest waiting first."""
    t = ctx.words.t
    due = result.follow_ups.due
    rows = tuple(
        Row(
            (
                Cell(say.ticket(call.id)),
                *_team(ctx, result, call.team),
                Cell(ctx.category_name(call.category) if call.category else BLANK),
                Cell(call.resolved.replace("T", " "), call.resolved),
                Cell(clocks.duration(ctx, 60 * 24 * call.days), f"{call.days:.4f}"),
                Cell(_reasons(ctx, call.broken, repeated=call.repeated)),
            )
        )
        for call in due[:MOST_LISTED]
    )
    columns = (
        Column(t("standard.ticket"), "al-main"),
        *_team_column(ctx, result),
        Column(t("ticket_column.category")),
        Column(t("ticket_event.resolved")),
        Column(t("tickets.since"), "al-num"),
        Column(t("column.reason")),
    )
    empty = t("empty.no_calls_due" if result.follow_ups.asked else "empty.no_calls")
    return Table(t("tickets.calls_caption"), columns, rows, empty, id="call-table", filterable=len(rows) > FILTER_FROM)


def _reasons(ctx: Context, broken: list[str], *, repeated: bool) -> Markup:
    links = [anchored(ctx.href.standard(id), ctx.standard_name(id)) for id in broken]
    return lines(*links, ctx.words.t("tickets.came_again") if repeated else BLANK)


def chains(ctx: Context, result: TicketResult) -> Table:
    t = ctx.words.t
    rows = tuple(
        Row(
            (
                Cell(Markup(" → ").join([say.ticket(id) for id in chain.ids])),
                Cell(ctx.formats.number(len(chain.ids))),
                Cell(ctx.category_name(chain.category) if chain.category else BLANK),
                *_team(ctx, result, chain.team),
                Cell((chain.first or "").replace("T", " ")),
                Cell(chain.last.replace("T", " ")),
            )
        )
        for chain in result.chains[:MOST_BESIDE]
    )
    columns = (
        Column(t("tickets.chain"), "al-main"),
        Column(t("column.tickets"), "al-num"),
        Column(t("ticket_column.category")),
        *_team_column(ctx, result),
        Column(t("tickets.first")),
        Column(t("tickets.last")),
    )
    return Table(t("tickets.chains_caption"), columns, rows, t("empty.no_repeats"), id="chain-table")


def open_table(ctx: Context, result: TicketResult) -> Table:
    t = ctx.words.t
    found = result.open or []
    rows = tuple(
        Row(
            (
                Cell(say.ticket(each.id)),
                *_team(ctx, result, each.team),
                Cell(clocks.word(ctx, "type", each.type) if each.type else BLANK),
                Cell(ctx.category_name(each.category) if each.category else BLANK),
                Cell(each.received.replace("T", " "), each.received),
                Cell(clocks.duration(ctx, 60 * each.hours), f"{each.hours:.4f}"),
                Cell(_reasons(ctx, each.broken, repeated=False)),
            )
        )
        for each in found[:MOST_LISTED]
    )
    columns = (
        Column(t("standard.ticket"), "al-main"),
        *_team_column(ctx, result),
        Column(t("column.type")),
        Column(t("ticket_column.category")),
        Column(t("ticket_event.received")),
        Column(t("column.age"), "al-num"),
        Column(t("tickets.broken")),
    )
    return Table(
        t("tickets.open_caption"),
        columns,
        rows,
        id="open-table",
        filterable=len(rows) > FILTER_FROM,
        empty=t("empty.no_open_tickets"),
    )


def teams(ctx: Context) -> Table:
    """Most tickets first."""
    t, number = ctx.words.t, ctx.formats.number
    found = sorted((r for r in ctx.results.tickets if r.team is not None), key=lambda r: (-r.n, r.team or ""))
    rows = tuple(
        Row(
            (
                Cell(anchored(ctx.href.tickets(r.team), ctx.team_name(r.team))),
                Cell(number(r.n), str(r.n)),
                Cell(number(r.complaints), str(r.complaints)),
                Cell(_rate(ctx, r.repeat_rate, r.repeat_interval), f"{r.repeat_rate or 0:.6f}"),
                Cell(_rate(ctx, r.escalation_rate, r.escalation_interval), f"{r.escalation_rate or 0:.6f}"),
                Cell(
                    number(sum(r.open_by_age.values())) if r.open is not None else say.no_value(ctx, "empty.no_value")
                ),
                Cell(number(len(r.follow_ups.due))),
            )
        )
        for r in found
    )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.tickets"), "al-num"),
        Column(t("column.complaints"), "al-num"),
        Column(t("tickets.repeat_rate"), "al-num"),
        Column(t("tickets.escalation_rate"), "al-num"),
        Column(t("tickets.open"), "al-num"),
        Column(t("tickets.calls"), "al-num"),
    )
    return Table(
        t("tickets.teams_caption"),
        columns,
        rows,
        t("empty.no_tickets"),
        id="team-table",
        filterable=len(rows) > FILTER_FROM,
    )


def _rate(ctx: Context, share: float | None, interval: list[float] | None) -> Markup:
    if share is None:
        return say.no_value(ctx, "empty.no_value")
    return lines(ctx.formats.percent(share, 1), small(muted(clocks.interval(ctx, interval))))


def _team(ctx: Context, result: TicketResult, team: str) -> tuple[Cell, ...]:
    """Whose ticket it is; nothing on the team's own page."""
    return (Cell(say.team_link(ctx, team)),) if result.team is None else ()


def _team_column(ctx: Context, result: TicketResult) -> tuple[Column, ...]:
    return (Column(ctx.words.t("column.team")),) if result.team is None else ()
