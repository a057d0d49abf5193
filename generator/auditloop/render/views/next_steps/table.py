"""The table of steps, as the page of the organisation and the pages of teams show it."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import NextStep
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Row, Table, lines, muted
from auditloop.render.views.context import Context
from auditloop.render.views.next_steps.words import gives_html, link, todo, until
from auditloop.render.views.registers import FILTER_FROM


def step_table(
    ctx: Context, steps: Sequence[NextStep], caption: str, *, id: str, empty: str, first: int = 1, team_column: bool
) -> Table:
    """`first`: the number of the first row; ranks are those of the list on the page."""
    t = ctx.words.t
    rows = []
    for place, step in enumerate(steps, first):
        cells = [
            Cell(ctx.formats.number(place), f"{place:05d}"),
            Cell(lines(link(ctx, step), muted(step.id)), step.id),
            *([Cell(say.team_link(ctx, step.team))] if team_column else []),
            Cell(lines(todo(ctx, step), *until(ctx, step)), step.todo),
            Cell(gives_html(ctx, step), f"{step.points or 0:09.4f}"),
            Cell(say.risk(ctx, step.risk), say.RISK_ORDER[step.risk]),
            Cell(ctx.formats.number(step.age_days), str(step.age_days)),
        ]
        rows.append(Row(tuple(cells)))
    columns = [
        Column(t("column.rank"), "al-num"),
        Column(t("column.next_step"), "al-main"),
        *([Column(t("column.team"), choose=t("choose.team"))] if team_column else []),
        Column(t("column.to_do")),
        Column(t("column.gives"), "al-wide"),
        Column(t("column.risk"), choose=t("choose.risk")),
        Column(t("column.age_days"), "al-num"),
    ]
    filterable = len(rows) > FILTER_FROM
    return Table(caption, tuple(columns), tuple(rows), empty, id=id, filterable=filterable, css="al-table--alerts")
