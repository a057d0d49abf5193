"""Counts of sorts, the most frequent first, with their running share: chart, sentence and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.assess.results import Count
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context


def pareto_block(
    ctx: Context,
    words: str,
    counts: Sequence[Count],
    names: Mapping[str, str],
    *,
    counted: str,
    scale: str,
    chart_id: str,
    empty: str,
    **facts: str,
) -> ChartBlock:
    """`words` is the head of the keys of title, sentence, caption and column; `counted` what is counted, a key with
    plural forms under `count` and `column`, `scale` its word at the chart; `facts` go into the caption."""
    t = ctx.words.t
    if not counts:
        return ChartBlock(None, empty=empty)
    bars = [
        {
            "name": names[c.key],
            "order": order,
            "value": c.n,
            "label": ctx.formats.number(c.n),
            "cumulative": ctx.formats.percent(c.cumulative),
            "tip": figures.tip(
                names[c.key],
                ctx.words.n(f"count.{counted}", c.n),
                t("findings.share", share=ctx.formats.percent(c.share), cumulative=ctx.formats.percent(c.cumulative)),
            ),
        }
        for order, c in enumerate(counts)
    ]
    few = next((n for n, c in enumerate(counts, 1) if c.cumulative >= 0.5), len(counts))
    title = ctx.words.n(f"{words}_title", few, all=len(counts))
    leading = ctx.words.listed([names[c.key] for c in counts[:few]])
    share = ctx.formats.percent(counts[few - 1].cumulative)
    sentence = ctx.words.n(f"{words}_sentence", few, names=leading, share=share)
    total = sum(c.n for c in counts)
    chart = Chart(
        id=chart_id,
        kind="pareto",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": scale, "cumulative": t("column.cumulative")},
    )
    rows = tuple(
        Row(
            (
                Cell(names[c.key]),
                Cell(ctx.formats.number(c.n)),
                Cell(ctx.formats.percent(c.share)),
                Cell(ctx.formats.percent(c.cumulative)),
            )
        )
        for c in counts
    )
    columns = (
        Column(t(f"{words}_column")),
        Column(t(f"column.{counted}"), "al-num"),
        Column(t("column.share"), "al-num"),
        Column(t("column.cumulative"), "al-num"),
    )
    table = Table(t("chart.data_of", what=t(f"{words}_column")), columns, rows, css="al-table--compact")
    return ChartBlock(
        chart, title, sentence, ctx.words.n(f"{words}_caption", total, n=ctx.formats.number(total), **facts), table
    )
