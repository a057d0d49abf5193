"""Findings counted by cause and by domain, the most frequent first."""

from __future__ import annotations

from auditloop.assess.results import Count
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context


def pareto(ctx: Context, which: str, counts: list[Count]) -> ChartBlock:
    t = ctx.words.t
    if not counts:
        return ChartBlock(None, empty=t("empty.no_causes" if which == "causes" else "empty.no_findings"))
    names = {c.key: _count_name(ctx, which, c.key) for c in counts}
    bars = [
        {
            "name": names[c.key],
            "order": order,
            "value": c.n,
            "label": ctx.formats.number(c.n),
            "cumulative": ctx.formats.percent(c.cumulative),
            "tip": figures.tip(
                names[c.key],
                ctx.words.n("count.findings", c.n),
                t("findings.share", share=ctx.formats.percent(c.share), cumulative=ctx.formats.percent(c.cumulative)),
            ),
        }
        for order, c in enumerate(counts)
    ]
    few = next((n for n, c in enumerate(counts, 1) if c.cumulative >= 0.5), len(counts))
    title = ctx.words.n(f"findings.{which}_title", few, all=len(counts))
    leading = ctx.words.listed([names[c.key] for c in counts[:few]])
    sentence = ctx.words.n(
        f"findings.{which}_sentence", few, names=leading, share=ctx.formats.percent(counts[few - 1].cumulative)
    )
    total = sum(c.n for c in counts)
    chart = Chart(
        id=f"findings-{which}",
        kind="pareto",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("findings.count_scale"), "cumulative": t("column.cumulative")},
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
        Column(t(f"findings.{which}_column")),
        Column(t("column.findings"), "al-num"),
        Column(t("column.share"), "al-num"),
        Column(t("column.cumulative"), "al-num"),
    )
    table = Table(t("chart.data_of", what=t(f"findings.{which}_column")), columns, rows, css="al-table--compact")
    return ChartBlock(chart, title, sentence, ctx.words.n(f"findings.{which}_caption", total), table)


def _count_name(ctx: Context, which: str, key: str) -> str:
    if which == "causes":
        return ctx.words.t(f"cause.{key}")
    checklist, _, domain = key.partition("/")
    return ctx.domain_name(checklist, domain)
