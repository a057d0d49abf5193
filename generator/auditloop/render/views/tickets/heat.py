"""Where tickets crowd: channel by category with its hot spots, and the hours of the week."""

from __future__ import annotations

from auditloop.assess.results import TicketCross, TicketResult
from auditloop.render.charts import Chart
from auditloop.render.views import clocks, figures, say
from auditloop.render.views.common import BLANK, Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context

_HOURS = range(24)
_DAYS = range(7)


def cross_block(ctx: Context, result: TicketResult | None) -> ChartBlock:
    """Categories down, channels across, both in the order of their tickets."""
    t = ctx.words.t
    if result is None or not result.cross:
        return ChartBlock(None, empty=t("empty.no_ticket_channels" if result else "empty.no_tickets"))
    cells = {(cell.category, cell.channel): cell for cell in result.cross}
    categories, channels = _by_size(result.cross, "category"), _by_size(result.cross, "channel")
    hot = sorted((cell for cell in result.cross if cell.hot), key=_strength)
    title, sentence = _cross_title(ctx, hot), _cross_sentence(ctx, hot)
    window = ctx.formats.window(result.window)
    chart = Chart(
        id="tickets-cross" if result.team is None else f"tickets-cross-{result.team}",
        kind="heat-map",
        datasets={
            "cells": [
                _cross_cell(ctx, cells.get((category, channel)), row, column, category, channel)
                for row, category in enumerate(categories)
                for column, channel in enumerate(channels)
            ],
            "rows": [{"row": row, "name": ctx.category_name(name)} for row, name in enumerate(categories)],
            "columns": [{"column": column, "name": ctx.channel_name(name)} for column, name in enumerate(channels)],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("tickets.categories_scale"), "hot": t("tickets.hot_key")},
        columns=(
            ("category", t("ticket_column.category")),
            ("channel", t("ticket_column.channel")),
            ("value", t("column.tickets")),
        ),
    )
    n = sum(cell.n for cell in result.cross)
    caption = ctx.words.n("tickets.cross_caption", n, n=ctx.formats.number(n), window=window)
    return ChartBlock(chart, title, sentence, caption, _cross_table(ctx, result.cross))


def _by_size(cross: list[TicketCross], name: str) -> list[str]:
    totals: dict[str, int] = {}
    for cell in cross:
        key = getattr(cell, name)
        totals[key] = totals.get(key, 0) + cell.n
    return sorted(totals, key=lambda key: (-totals[key], key))


def _strength(cell: TicketCross) -> tuple[float, str, str]:
    return -(cell.residual or 0), cell.channel, cell.category


def _cross_cell(
    ctx: Context, cell: TicketCross | None, row: int, column: int, category: str, channel: str
) -> dict[str, object]:
    n = cell.n if cell else 0
    names = f"{ctx.category_name(category)} × {ctx.channel_name(channel)}"
    return {
        "row": row,
        "column": column,
        "category": ctx.category_name(category),
        "channel": ctx.channel_name(channel),
        "value": n,
        "label": ctx.formats.number(n) if n else "",
        "hot": cell is not None and cell.hot,
        "tip": figures.tip(
            names,
            ctx.words.n("count.tickets", n, n=ctx.formats.number(n)),
            ctx.words.t("tickets.expected_is", n=ctx.formats.number(cell.expected)) if cell else "",
            ctx.words.t("tickets.hot") if cell and cell.hot else "",
        ),
    }


def _cross_title(ctx: Context, hot: list[TicketCross]) -> str:
    if not hot:
        return ctx.words.t("tickets.cross_title_none")
    return ctx.words.n(
        "tickets.cross_title",
        len(hot),
        category=ctx.category_name(hot[0].category),
        channel=ctx.channel_name(hot[0].channel),
    )


def _cross_sentence(ctx: Context, hot: list[TicketCross]) -> str:
    if not hot:
        return ctx.words.t("tickets.cross_none")
    first, number = hot[0], ctx.formats.number
    return ctx.words.n(
        "tickets.cross_sentence",
        len(hot),
        category=ctx.category_name(first.category),
        channel=ctx.channel_name(first.channel),
        found=number(first.n),
        expected=number(first.expected),
    )


def _cross_table(ctx: Context, cross: list[TicketCross]) -> Table:
    """Hot spots first, then by size."""
    t, number = ctx.words.t, ctx.formats.number
    rows = tuple(
        Row(
            (
                Cell(ctx.category_name(cell.category)),
                Cell(ctx.channel_name(cell.channel)),
                Cell(number(cell.n)),
                Cell(number(cell.complaints)),
                Cell(number(cell.expected)),
                Cell(say.judgement("bad", t("tickets.hot")) if cell.hot else BLANK),
            )
        )
        for cell in sorted(cross, key=lambda cell: (not cell.hot, *(_strength(cell) if cell.hot else ()), -cell.n))
    )
    columns = (
        Column(t("ticket_column.category")),
        Column(t("ticket_column.channel")),
        Column(t("column.tickets"), "al-num"),
        Column(t("column.complaints"), "al-num"),
        Column(t("tickets.expected"), "al-num"),
        Column(t("column.judgement")),
    )
    return Table(t("chart.data_of", what=t("tickets.cross_heading")), columns, rows, css="al-table--compact")


def hours_block(ctx: Context, result: TicketResult | None) -> ChartBlock:
    """Hours down, days across: seven columns fit a phone."""
    t = ctx.words.t
    if result is None or not result.n:
        return ChartBlock(None, empty=t("empty.no_tickets"))
    number, window = ctx.formats.number, ctx.formats.window(result.window)
    days, hours = [clocks.day_name(ctx, day) for day in _DAYS], [f"{hour:02d}:00" for hour in _HOURS]
    day, hour = max(
        ((d, h) for d in _DAYS for h in _HOURS), key=lambda at: (result.hours[at[0]][at[1]], -at[0], -at[1])
    )
    most = result.hours[day][hour]
    when = {"day": clocks.day_name(ctx, day, "wide"), "first": hours[hour], "last": f"{hour + 1:02d}:00"}
    title = t("tickets.hours_title", **when)
    sentence = ctx.words.n("tickets.hours_sentence", most, n=number(most), all=number(result.n), **when)
    chart = Chart(
        id="tickets-hours" if result.team is None else f"tickets-hours-{result.team}",
        kind="heat-map",
        datasets={
            "cells": [
                {
                    "row": h,
                    "column": d,
                    "hour": hours[h],
                    "day": days[d],
                    "value": n,
                    "label": number(n) if n else "",
                    "tip": figures.tip(f"{days[d]} {hours[h]}", ctx.words.n("count.tickets", n, n=number(n))),
                }
                for h in _HOURS
                for d in _DAYS
                for n in [result.hours[d][h]]
            ],
            "rows": [{"row": h, "name": hours[h]} for h in _HOURS],
            "columns": [{"column": d, "name": days[d]} for d in _DAYS],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("tickets.categories_scale")},
        columns=(("day", t("tickets.day")), ("hour", t("tickets.hour")), ("value", t("column.tickets"))),
    )
    caption = ctx.words.n(
        "tickets.hours_caption", result.n, n=number(result.n), window=window, zone=ctx.organisation.timezone
    )
    return ChartBlock(chart, title, sentence, caption, _hours_table(ctx, result, days, hours))


def _hours_table(ctx: Context, result: TicketResult, days: list[str], hours: list[str]) -> Table:
    """Busiest hour first; hours without a ticket are left out."""
    t = ctx.words.t
    busiest = sorted((-result.hours[d][h], d, h) for d in _DAYS for h in _HOURS if result.hours[d][h])
    rows = tuple(Row((Cell(days[d]), Cell(hours[h]), Cell(ctx.formats.number(-n)))) for n, d, h in busiest)
    columns = (Column(t("tickets.day")), Column(t("tickets.hour")), Column(t("column.tickets"), "al-num"))
    return Table(t("chart.data_of", what=t("tickets.hours_heading")), columns, rows, css="al-table--compact")
