"""How long open actions have been open."""

from __future__ import annotations

from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context


def ageing_block(ctx: Context) -> ChartBlock:
    t = ctx.words.t
    summary = ctx.action_summaries.get(None)
    total = sum(summary.age_buckets.values()) if summary else 0
    if summary is None or not total:
        return ChartBlock(None, empty=t("empty.no_open_actions") if ctx.results.actions else t("empty.no_actions"))
    old = summary.age_buckets.get("90+", 0)
    bars = [
        {
            "name": t(f"age_bucket.{bucket}"),
            "order": order,
            "value": n,
            "label": ctx.formats.number(n),
            "signal": "bad" if bucket == "90+" and n else "common",
            "tip": figures.tip(t(f"age_bucket.{bucket}"), ctx.words.n("count.actions", n)),
        }
        for order, (bucket, n) in enumerate(summary.age_buckets.items())
    ]
    title = ctx.words.n("actions.ageing_title", old) if old else t("actions.ageing_title_none")
    sentence = ctx.words.n("actions.ageing_sentence", total, old=old)
    chart = Chart(
        id="actions-ageing",
        kind="ageing",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("actions.count_scale")},
    )
    rows = tuple(
        Row((Cell(t(f"age_bucket.{bucket}")), Cell(ctx.formats.number(n)))) for bucket, n in summary.age_buckets.items()
    )
    columns = (Column(t("column.age")), Column(t("column.actions"), "al-num"))
    table = Table(t("chart.data_of", what=t("actions.ageing_heading")), columns, rows, css="al-table--compact")
    return ChartBlock(
        chart, title, sentence, t("actions.ageing_caption", date=ctx.formats.date(ctx.results.as_of)), table
    )
