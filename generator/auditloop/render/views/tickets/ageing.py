"""How long open tickets have been waiting."""

from __future__ import annotations

from auditloop.assess.results import TicketResult
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context

_OLD = ("month", "longer")
"""Older than a week."""


def ageing_block(ctx: Context, result: TicketResult | None) -> ChartBlock:
    t, number = ctx.words.t, ctx.formats.number
    if result is None:
        return ChartBlock(None, empty=t("empty.no_tickets"))
    if result.open is None:
        return ChartBlock(None, empty=t("empty.tickets_never_solved"))
    total = sum(result.open_by_age.values())
    if not total:
        return ChartBlock(None, empty=t("empty.no_open_tickets"))
    old = sum(result.open_by_age[age] for age in _OLD)
    bars = [
        {
            "name": t(f"ticket_age.{age}"),
            "order": order,
            "value": n,
            "label": number(n),
            "signal": "bad" if age in _OLD and n else "common",
            "tip": figures.tip(t(f"ticket_age.{age}"), ctx.words.n("count.tickets", n, n=number(n))),
        }
        for order, (age, n) in enumerate(result.open_by_age.items())
    ]
    title = ctx.words.n("tickets.ageing_title", old, n=number(old)) if old else t("tickets.ageing_title_none")
    sentence = ctx.words.n("tickets.ageing_sentence", total, n=number(total), old=number(old))
    chart = Chart(
        id="tickets-ageing" if result.team is None else f"tickets-ageing-{result.team}",
        kind="ageing",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("tickets.categories_scale")},
    )
    rows = tuple(Row((Cell(t(f"ticket_age.{age}")), Cell(number(n)))) for age, n in result.open_by_age.items())
    columns = (Column(t("column.age")), Column(t("column.tickets"), "al-num"))
    table = Table(t("chart.data_of", what=t("tickets.open_heading")), columns, rows, css="al-table--compact")
    caption = t("tickets.ageing_caption", date=ctx.formats.date(ctx.results.as_of))
    return ChartBlock(chart, title, sentence, caption, table)
