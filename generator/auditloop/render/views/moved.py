"""What moved an index from one period to the next: a waterfall of its parts, with its words and its data."""

from __future__ import annotations

from auditloop.assess.results import IndexResult
from auditloop.render.charts import Chart
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.figures import Datum, short_name, tip

DECIMALS = 2
"""Of points: most parts move a score by less than one."""


def moved_block(ctx: Context, index: IndexResult, chart_id: str) -> ChartBlock | None:
    """None where there is no change to explain, or only one part that could explain it."""
    latest, before, change = index.latest, index.previous, index.change
    if latest is None or before is None or change is None or latest.score is None or before.score is None:
        return None
    if len(index.moved_by) < 2:
        return None
    t = ctx.words.t
    first, last = ctx.formats.period(before.period), ctx.formats.period(latest.period)
    title, sentence = _title(ctx, index, change), _sentence(ctx, index, first, last)
    chart = Chart(
        id=chart_id,
        kind="waterfall",
        datasets={
            "bars": [
                {"name": first, "order": 0, "value": before.score, "label": say.score(ctx, before.score)},
                *(_bar(ctx, order, part.id, part.points) for order, part in enumerate(index.moved_by, 1)),
                {
                    "name": last,
                    "order": len(index.moved_by) + 1,
                    "value": latest.score,
                    "label": say.score(ctx, latest.score),
                },
            ]
        },
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("index.moved_scale")},
        columns=(("name", t("column.part")), ("value", t("column.score")), ("points", t("column.moved_by"))),
    )
    caption = t(
        "index.moved_caption",
        index=ctx.index_name(index.id),
        scope=ctx.team_name(index.scope.team),
        change=ctx.formats.signed(change, DECIMALS),
    )
    return ChartBlock(chart, title, sentence, caption, _table(ctx, index, title))


def _title(ctx: Context, index: IndexResult, change: float) -> str:
    """`SQS down 2.0 points, mostly from Handled in time`."""
    name = short_name(ctx.index_name(index.id))
    if vanishes(change, 1):
        return ctx.words.t("index.moved_title_same", index=name)
    driver = next(part for part in index.moved_by if part.points * change > 0)
    return ctx.words.t(
        "index.moved_title_up" if change > 0 else "index.moved_title_down",
        index=name,
        amount=say.score(ctx, abs(change)),
        part=ctx.kpi_name(driver.id),
    )


def _sentence(ctx: Context, index: IndexResult, first: str, last: str) -> str:
    up = sum(part.points > 0 for part in index.moved_by)
    down = sum(part.points < 0 for part in index.moved_by)
    every = len(index.moved_by)
    key = "index.moved_all_up" if up == every else "index.moved_all_down" if down == every else "index.moved_sentence"
    return ctx.words.sentences(
        [
            ctx.words.t(key, first=first, last=last, up=up, down=down, all=every),
            ctx.words.t("index.moved_noise"),
        ]
    )


def _bar(ctx: Context, order: int, part: str, points: float) -> Datum:
    label = ctx.formats.signed(points, DECIMALS)
    name = ctx.kpi_name(part)
    return {
        "name": name,
        "order": order,
        "points": points,
        "label": label,
        "signal": "good" if points > 0 else "bad" if points < 0 else "common",
        "tip": tip(name, ctx.words.t("index.moved_points", points=label)),
    }


def _table(ctx: Context, index: IndexResult, caption: str) -> Table:
    """Score of every part before and now, and the points it moved; the rows add up."""
    t = ctx.words.t
    before = {p.id: p.score for p in index.previous.parts} if index.previous else {}
    after = {p.id: p.score for p in index.latest.parts} if index.latest else {}
    rows = [
        Row(
            (
                Cell(say.kpi_link(ctx, part.id)),
                Cell(say.score(ctx, before.get(part.id))),
                Cell(say.score(ctx, after.get(part.id))),
                Cell(ctx.formats.signed(part.points, DECIMALS)),
            )
        )
        for part in index.moved_by
    ]
    total = (
        Cell(t("index.total")),
        Cell(say.score(ctx, index.previous.score if index.previous else None)),
        Cell(say.score(ctx, index.latest.score if index.latest else None)),
        Cell(ctx.formats.signed(index.change, DECIMALS)),
    )
    columns = (
        Column(t("column.part"), "al-main"),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.moved_by"), "al-num"),
    )
    return Table(caption, columns, (*rows, Row(total, css="al-total")), css="al-table--compact")
