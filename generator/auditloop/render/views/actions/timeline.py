"""Running actions on a line of time: opened, due, moved."""

from __future__ import annotations

from auditloop.assess.actions import is_open as is_running
from auditloop.render.charts import Chart
from auditloop.render.views import figures, registers, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context

GANTT_ROWS = 24
"""Rows that one timeline shows; the rest stands in the register."""


def timeline_block(ctx: Context) -> ChartBlock:
    """Gantt: the running actions, overdue first."""
    t = ctx.words.t
    running = [a for a in ctx.results.actions if is_running(a)]
    if not running:
        return ChartBlock(None, empty=t("empty.no_open_actions") if ctx.results.actions else t("empty.no_actions"))
    shown = running[:GANTT_ROWS]
    bars, marks = [], []
    for order, action in enumerate(shown):
        written = ctx.workspace.actions[action.id]
        state = "overdue" if action.overdue else "open"
        word = t("action_status.overdue") if action.overdue else t(f"action_status.{action.status}")
        title = ctx.plain(written.title)
        bars.append(
            {
                "name": title,
                "order": order,
                "start": action.opened.isoformat(),
                "end": action.due.isoformat(),
                "state": state,
                "state_label": word,
                "tip": figures.tip(
                    title,
                    f"{action.id} · {ctx.team_name(action.team)} · {ctx.person_name(action.owner)}",
                    t("actions.from_to", opened=ctx.formats.date(action.opened), due=ctx.formats.date(action.due)),
                    ctx.words.n("actions.days_overdue", action.days_overdue) if action.overdue else "",
                ),
            }
        )
        marks += [
            {
                "order": order,
                "x": move.from_.isoformat(),
                "kind": "moved",
                "tip": figures.tip(
                    t("actions.moved", moved_from=ctx.formats.date(move.from_), to=ctx.formats.date(move.to)),
                    ctx.plain(move.reason),
                ),
            }
            for move in written.moved
        ]
    overdue = sum(1 for a in running if a.overdue)
    title = (
        ctx.words.n("actions.timeline_title", overdue, all=len(running))
        if overdue
        else t("actions.timeline_title_none")
    )
    moved = sum(1 for a in running if a.moves)
    sentence = ctx.words.n("actions.timeline_sentence", moved, all=len(running))
    caption = ctx.words.n(
        "actions.timeline_caption", len(shown), all=len(running), date=ctx.formats.date(ctx.results.as_of)
    )
    chart = Chart(
        id="actions-timeline",
        kind="timeline",
        datasets={
            "bars": bars,
            "marks": marks,
            "today": [{"x": ctx.results.as_of.isoformat(), "label": t("actions.today")}],
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"moved": t("actions.key_moved")},
    )
    rows = tuple(
        Row(
            (
                Cell(registers.action_link(ctx, a)),
                Cell(ctx.formats.day(a.opened)),
                Cell(ctx.formats.day(a.due)),
                Cell(ctx.formats.number(a.moves)),
                Cell(say.action_status(ctx, a)),
            )
        )
        for a in shown
    )
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.opened")),
        Column(t("column.due")),
        Column(t("column.moves"), "al-num"),
        Column(t("column.status")),
    )
    return ChartBlock(
        chart,
        title,
        sentence,
        caption,
        Table(t("chart.data_of", what=t("actions.timeline_heading")), columns, rows, css="al-table--compact"),
    )
