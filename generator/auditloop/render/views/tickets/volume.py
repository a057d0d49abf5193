"""How many tickets came in, month by month: all of them, and each type."""

from __future__ import annotations

from auditloop.assess.results import TicketMonth, TicketResult
from auditloop.render.charts import Chart
from auditloop.render.views import clocks, figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context


def volume_block(ctx: Context, result: TicketResult | None) -> ChartBlock:
    t = ctx.words.t
    if result is None or not result.months:
        return ChartBlock(None, empty=t("empty.no_tickets"))
    months, types = result.months, list(result.months[0].by_type)
    points = _points(ctx, months, None)
    if len(types) > 1:
        for type_ in types:
            points += _points(ctx, months, type_)
    title, sentence = _title(ctx, months), _sentence(ctx, result)
    chart = Chart(
        id="tickets-volume" if result.team is None else f"tickets-volume-{result.team}",
        kind="index-trend",
        datasets={"points": points},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("tickets.volume_scale")},
        low=0,
        columns=(("period", t("column.period")), ("series", t("column.type")), ("value", t("column.tickets"))),
    )
    span = ctx.formats.span(months[0].period, months[-1].period)
    unfinished = "" if months[-1].complete else t("tickets.unfinished", period=ctx.formats.period(months[-1].period))
    caption = ctx.words.sentences([t("tickets.volume_caption", span=span), unfinished])
    return ChartBlock(chart, title, sentence, caption, _table(ctx, months, types))


def _points(ctx: Context, months: list[TicketMonth], type_: str | None) -> list[dict[str, object]]:
    """One line; all tickets together strong."""
    name = ctx.words.t("tickets.all") if type_ is None else clocks.word(ctx, "type", type_)
    points: list[dict[str, object]] = []
    for month in months:
        n = month.n if type_ is None else month.by_type[type_]
        points.append(
            {
                "series": name,
                "x": figures.first_day(month.period),
                "period": month.period,
                "value": n,
                "label": ctx.formats.number(n),
                "tip": figures.tip(
                    f"{ctx.formats.period(month.period)}: {ctx.words.n('count.tickets', n, n=ctx.formats.number(n))}",
                    name,
                    "" if month.complete else ctx.words.t("tickets.not_over"),
                ),
                "strong": type_ is None,
                "latest": month is months[-1],
            }
        )
    return points


def _title(ctx: Context, months: list[TicketMonth]) -> str:
    """The month with most tickets."""
    most = max(months, key=lambda month: (month.n, month.period))
    n = ctx.formats.number(most.n)
    return ctx.words.n("tickets.volume_title", most.n, n=n, period=ctx.formats.period(most.period))


def _sentence(ctx: Context, result: TicketResult) -> str:
    number, percent = ctx.formats.number, ctx.formats.percent
    window = ctx.formats.window(result.window)
    parts = [ctx.words.n("tickets.volume_sentence", result.n, n=number(result.n), window=window)]
    if result.complaints:
        share = percent(result.complaint_share)
        parts.append(
            ctx.words.n("tickets.volume_complaints", result.complaints, n=number(result.complaints), share=share)
        )
    return ctx.words.sentences(parts)


def _table(ctx: Context, months: list[TicketMonth], types: list[str]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = tuple(
        Row(
            (
                Cell(ctx.formats.short_period(month.period), month.period),
                Cell(number(month.n)),
                Cell(
                    ctx.words.clauses(
                        [f"{clocks.word(ctx, 'type', type_)} {number(month.by_type[type_])}" for type_ in types]
                    )
                ),
                Cell(number(month.repeated)),
                Cell(number(month.escalated)),
            )
        )
        for month in reversed(months)
    )
    columns = (
        Column(t("column.period")),
        Column(t("tickets.all"), "al-num"),
        Column(t("column.type")),
        Column(t("tickets.repeated"), "al-num"),
        Column(t("tickets.escalated"), "al-num"),
    )
    return Table(t("chart.data_of", what=t("tickets.volume_heading")), columns, rows, css="al-table--compact")
