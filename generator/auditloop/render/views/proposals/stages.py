"""How far proposals came: submitted, adopted, carried out, proven, as a chart."""

from __future__ import annotations

from auditloop.assess.results import ProposalSummary
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context

STAGES = ("submitted", "adopted", "done", "proven")


def stage_block(ctx: Context) -> ChartBlock:
    t, summary = ctx.words.t, ctx.proposal_summaries.get(None)
    if summary is None:
        return ChartBlock(None, empty=t("empty.no_proposals"))
    counts = [getattr(summary, stage) for stage in STAGES]
    title = ctx.words.n("proposals.stage_title", summary.proven, all=ctx.formats.number(summary.submitted))
    sentence = _sentence(ctx, summary)
    bars = [
        {
            "name": t(f"proposals.stage.{stage}"),
            "order": order,
            "value": n,
            "label": ctx.formats.number(n),
            "median": ctx.formats.percent(n / counts[0]),
            "p90": ctx.formats.percent(n / counts[order - 1]) if order and counts[order - 1] else "",
            "kept": "",
            "tip": figures.tip(
                f"{t(f'proposals.stage.{stage}')}: {ctx.formats.number(n)}",
                t("proposals.of_submitted", share=ctx.formats.percent(n / counts[0])),
            ),
        }
        for order, (stage, n) in enumerate(zip(STAGES, counts, strict=True))
    ]
    heads = {"median": t("proposals.head_submitted"), "p90": t("proposals.head_before")}
    chart = Chart(
        id="proposal-stages",
        kind="steps",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("proposals.scale"), "kept": "", **heads},
        columns=(("name", t("proposals.stage_column")), ("value", t("proposals.scale")), *heads.items()),
    )
    return ChartBlock(chart, title, sentence, t("proposals.stage_caption"), _table(ctx, counts))


def _sentence(ctx: Context, summary: ProposalSummary) -> str:
    sentences = [ctx.words.t("proposals.stage_adopted", share=ctx.formats.percent(summary.adopted_share))]
    if summary.no_effect:
        sentences.append(ctx.words.n("proposals.stage_no_effect", summary.no_effect))
    return ctx.words.sentences(sentences)


def _table(ctx: Context, counts: list[int]) -> Table:
    t = ctx.words.t
    rows = tuple(
        Row(
            (Cell(t(f"proposals.stage.{stage}")), Cell(ctx.formats.number(n)), Cell(ctx.formats.percent(n / counts[0])))
        )
        for stage, n in zip(STAGES, counts, strict=True)
    )
    columns = (
        Column(t("proposals.stage_column")),
        Column(t("proposals.scale"), "al-num"),
        Column(t("proposals.head_submitted"), "al-num"),
    )
    return Table(t("proposals.stage_caption"), columns, rows, css="al-table--compact")
