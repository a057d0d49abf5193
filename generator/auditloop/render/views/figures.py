"""Charts that several pages share, as datasets with worded labels. Chooses words and shapes; computes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from auditloop.assess.results import IndexResult
from auditloop.model import Period
from auditloop.render.charts import Chart
from auditloop.render.views import say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context

Datum = dict[str, object]


def first_day(period: str) -> str:
    return Period.parse(period).first.isoformat()


def tip(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def index_block(ctx: Context, indices: Sequence[IndexResult], chart_id: str, title: str, sentence: str) -> ChartBlock:
    """Indices over time on 0–100, one line each."""
    t = ctx.words.t
    points: list[Datum] = []
    for index in indices:
        name = ctx.index_name(index.id)
        short = short_name(name)
        points += [
            {
                "series": short,
                "x": first_day(point.period),
                "value": point.score,
                "label": say.score(ctx, point.score),
                "tip": tip(
                    f"{ctx.formats.period(point.period)}: {say.score(ctx, point.score)}",
                    name,
                    t("index.coverage", share=ctx.formats.percent(point.coverage)) if point.coverage < 1 else "",
                    t("index.partial") if point.partial else "",
                ),
                "strong": index is indices[0],
                "latest": index.latest is not None and point.period == index.latest.period,
            }
            for point in index.points
        ]
    drawable = [p for p in points if p["value"] is not None]
    chart = (
        Chart(
            id=chart_id,
            kind="index-trend",
            datasets={"points": points},
            lang=ctx.lang,
            title=title,
            description=sentence or title,
            words={"y": t("index.scale")},
            **_room(drawable),  # type: ignore[arg-type]
        )
        if drawable
        else None
    )
    span = _span(ctx, [p.period for i in indices for p in i.points])
    return ChartBlock(
        chart, title, sentence, t("index.caption", span=span), _index_table(ctx, indices), t("empty.no_data_yet")
    )


def short_name(name: str) -> str:
    """`Service quality score (SQS)` → `SQS`: a label at the end of a line has little room."""
    found = re.search(r"[(（]([A-Z][A-Za-z0-9-]{1,7})[)）]$", name)
    return found[1] if found else name


def _room(points: Iterable[Datum]) -> dict[str, float]:
    """The part of 0–100 that the lines need, in tens, so that changes can be seen; the chart labels its scale."""
    values = [float(str(p["value"])) for p in points]
    return {"low": min(values) // 10 * 10, "high": min(100.0, max(values) // 10 * 10 + 10)}


def _span(ctx: Context, periods: Sequence[str]) -> str:
    ordered = sorted(set(periods), key=Period.parse)
    return ctx.formats.span(ordered[0], ordered[-1]) if ordered else ""


def _index_table(ctx: Context, indices: Sequence[IndexResult]) -> Table:
    t = ctx.words.t
    by_period = {index.id: {p.period: p for p in index.points} for index in indices}
    periods = sorted({p.period for i in indices for p in i.points}, key=Period.parse, reverse=True)
    rows = []
    for period in periods:
        cells = [Cell(ctx.formats.short_period(period), period)]
        for index in indices:
            point = by_period[index.id].get(period)
            if point is None or point.score is None:
                cells.append(Cell(say.no_value(ctx, "empty.not_scored")))
            else:
                partial = f" ({t('index.partial')})" if point.partial else ""
                cells.append(Cell(say.score(ctx, point.score) + partial))
        rows.append(Row(tuple(cells)))
    columns = (Column(t("column.period")), *(Column(ctx.index_name(i.id), "al-num") for i in indices))
    return Table(t("chart.data_of", what=t("index.heading")), columns, tuple(rows), css="al-table--compact")
