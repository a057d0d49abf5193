"""How often a standard was kept, month by month, with the interval of each month and the target."""

from __future__ import annotations

from auditloop.assess.results import StandardResult, StandardSummary
from auditloop.model.tickets import Standard
from auditloop.render.charts import Chart
from auditloop.render.views import clocks, figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.standards.table import judgement


def attainment_block(ctx: Context, standard: Standard) -> ChartBlock:
    t = ctx.words.t
    months = [m for m in ctx.standard_months.get((standard.id, None), []) if m.attainment is not None]
    summary = ctx.standard_summaries.get((standard.id, None))
    if not months or summary is None:
        return ChartBlock(None, empty=t("empty.standard_without_tickets"))
    points = [_point(ctx, month, month is months[-1]) for month in months]
    title, sentence = _title(ctx, summary), _sentence(ctx, summary, months)
    chart = Chart(
        id=f"standard-{standard.id}",
        kind="attainment",
        datasets={"points": points, "target": _target(ctx, months)},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": t("standard.scale"),
            "band": t("standard.band"),
            "good": t("standard.above"),
            "bad": t("standard.below"),
        },
        high=100,
        columns=(
            ("period", t("column.period")),
            ("value", t("standards.attainment")),
            ("low", t("standard.low")),
            ("high", t("standard.high")),
            ("kept", t("standard.kept")),
            ("due", t("standard.due")),
        ),
    )
    span = ctx.formats.span(months[0].period, months[-1].period)
    caption = t("standard.caption", name=ctx.plain(standard.name), span=span)
    return ChartBlock(chart, title, sentence, caption, month_table(ctx, standard, months))


def _point(ctx: Context, month: StandardResult, latest: bool) -> dict[str, object]:
    assert month.attainment is not None
    assert month.interval is not None
    number, percent = ctx.formats.number, ctx.formats.percent
    judged = judgement(month.attainment, month.interval, month.target)
    return {
        "x": figures.first_day(month.period),
        "period": month.period,
        "value": 100 * month.attainment,
        "low": 100 * month.interval[0],
        "high": 100 * month.interval[1],
        "kept": month.kept,
        "due": month.due,
        "label": percent(month.attainment, 1),
        "signal": judged,
        "latest": latest,
        "tip": figures.tip(
            f"{ctx.formats.period(month.period)}: {percent(month.attainment, 1)}",
            ctx.words.t("standards.of", kept=number(month.kept), due=number(month.due)),
            ctx.words.t("standard.interval_is", value=clocks.interval(ctx, month.interval)),
            {"good": ctx.words.t("standard.above"), "bad": ctx.words.t("standard.below")}.get(judged, ""),
        ),
    }


def _target(ctx: Context, months: list[StandardResult]) -> list[dict[str, object]]:
    return [
        {
            "x": figures.first_day(m.period),
            "value": 100 * m.target,
            "label": ctx.words.t("chart.target", value=ctx.formats.general(100 * m.target) + "%"),
        }
        for m in months
        if m.target is not None
    ]


def _title(ctx: Context, summary: StandardSummary) -> str:
    share = ctx.formats.percent(summary.attainment, 1)
    if summary.met is None:
        return ctx.words.t("standard.title", share=share)
    return ctx.words.t("standard.title_met" if summary.met else "standard.title_missed", share=share)


def _sentence(ctx: Context, summary: StandardSummary, months: list[StandardResult]) -> str:
    """The year with its interval, then how many months lie beyond chance below the target."""
    number = ctx.formats.number
    sentences = [
        ctx.words.n(
            "standard.sentence",
            summary.due,
            window=ctx.formats.window(summary.window),
            kept=number(summary.kept),
            n=number(summary.due),
            interval=clocks.interval(ctx, summary.interval),
        )
    ]
    if any(m.target is not None for m in months):
        below = sum(judgement(m.attainment, m.interval, m.target) == "bad" for m in months)
        sentences.append(ctx.words.n("standard.months_below", below, all=len(months)))
    return ctx.words.sentences(sentences)


def month_table(ctx: Context, standard: Standard, months: list[StandardResult]) -> Table:
    t, number = ctx.words.t, ctx.formats.number
    rows = tuple(
        Row(
            (
                Cell(ctx.formats.short_period(m.period), m.period),
                Cell(ctx.formats.percent(m.attainment, 1)),
                Cell(clocks.interval(ctx, m.interval)),
                Cell(number(m.kept)),
                Cell(number(m.due)),
                Cell(clocks.duration(ctx, m.median, standard.clock)),
                Cell(clocks.duration(ctx, m.p90, standard.clock)),
            )
        )
        for m in reversed(months)
    )
    columns = (
        Column(t("column.period")),
        Column(t("standards.attainment"), "al-num"),
        Column(t("standard.interval"), "al-num"),
        Column(t("standard.kept"), "al-num"),
        Column(t("standard.due"), "al-num"),
        Column(t("column.median"), "al-num"),
        Column(t("standard.p90"), "al-num"),
    )
    return Table(t("chart.data_of", what=ctx.plain(standard.name)), columns, rows, css="al-table--compact")
