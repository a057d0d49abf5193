"""The complaint process step by step: how many reached each step, how long it took, and who answers for it."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import ProcessStep
from auditloop.render.charts import Chart
from auditloop.render.views import clocks, figures, say
from auditloop.render.views.common import BLANK, Cell, ChartBlock, Column, Row, Table, anchored, lines, muted, small
from auditloop.render.views.context import Context
from auditloop.render.views.standards.table import judgement


def process_block(ctx: Context, team: str | None) -> ChartBlock:
    result = ctx.tickets.get(team)
    if result is None or not result.process:
        return ChartBlock(None, empty=ctx.words.t("empty.no_complaints"))
    steps, t = result.process, ctx.words.t
    window = ctx.formats.window(result.window)
    bars = [_bar(ctx, order, step) for order, step in enumerate(steps)]
    title = _title(ctx, steps)
    sentence = _sentence(ctx, steps, window)
    chart = Chart(
        id="process" if team is None else f"process-{team}",
        kind="steps",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": t("process.scale"),
            "median": t("column.median"),
            "p90": t("standard.p90"),
            "kept": t("process.kept"),
        },
        columns=(
            ("name", t("process.step")),
            ("value", t("process.reached")),
            ("median", t("column.median")),
            ("p90", t("standard.p90")),
            ("kept", t("process.kept")),
        ),
    )
    return ChartBlock(chart, title, sentence, t("process.caption", window=window), process_table(ctx, team, brief=True))


def _bar(ctx: Context, order: int, step: ProcessStep) -> dict[str, object]:
    clock, name = _clock(ctx, step), ctx.words.t(f"ticket_event.{step.step}")
    kept = "" if step.attainment is None else ctx.formats.percent(step.attainment, 1)
    low = _missed(ctx, step)
    reached = ctx.words.n("count.complaints", step.reached, n=ctx.formats.number(step.reached))
    return {
        "name": name,
        "order": order,
        "value": step.reached,
        "label": ctx.formats.number(step.reached),
        "median": "" if step.median is None else clocks.duration(ctx, step.median, clock),
        "p90": "" if step.p90 is None else clocks.duration(ctx, step.p90, clock),
        "kept": f"\u25c6 {kept}" if low else kept,
        "signal": "bad" if low else "common",
        "tip": figures.tip(
            f"{name}: {reached}",
            ctx.words.t(
                "process.tip", limit=clocks.duration(ctx, step.limit, clock), clock=clocks.clock_name(ctx, clock)
            )
            if step.limit is not None
            else "",
        ),
    }


def _clock(ctx: Context, step: ProcessStep) -> str:
    return ctx.workspace.standards[step.standard].clock if step.standard else "calendar"


def _missed(ctx: Context, step: ProcessStep) -> bool:
    return judgement(step.attainment, step.interval, _target(ctx, step)) == "bad"


def _target(ctx: Context, step: ProcessStep) -> float | None:
    target = ctx.workspace.standards[step.standard].target if step.standard else None
    return None if target is None else target / 100


def _title(ctx: Context, steps: Sequence[ProcessStep]) -> str:
    """The step that is kept least."""
    judged = [step for step in steps if step.attainment is not None]
    if not judged:
        return ctx.words.n("process.title", steps[0].reached, n=ctx.formats.number(steps[0].reached))
    worst = min(judged, key=lambda step: (step.attainment or 0, step.step))
    return ctx.words.t(
        "process.title_worst",
        step=ctx.words.t(f"ticket_event.{worst.step}"),
        share=ctx.formats.percent(worst.attainment, 1),
    )


def _sentence(ctx: Context, steps: Sequence[ProcessStep], window: str) -> str:
    by_name = {step.step: step for step in steps}
    number, first = ctx.formats.number, steps[0]
    sentences = [ctx.words.n("process.received", first.reached, n=number(first.reached), window=window)]
    if solved := by_name.get("resolved"):
        clock = _clock(ctx, solved)
        sentences.append(
            ctx.words.n(
                "process.resolved",
                solved.reached,
                n=number(solved.reached),
                median=clocks.duration(ctx, solved.median, clock),
                p90=clocks.duration(ctx, solved.p90, clock),
            )
        )
    if called := by_name.get("followed_up"):
        sentences.append(ctx.words.n("process.called", called.reached, n=number(called.reached)))
    return ctx.words.sentences(sentences)


def process_table(ctx: Context, team: str | None, *, brief: bool = False) -> Table | None:
    """Every step with its promise and who answers for it; None without complaints. `brief`: only what is drawn."""
    result = ctx.tickets.get(team)
    if result is None or not result.process:
        return None
    t = ctx.words.t
    head = (
        Column(t("process.step"), "al-main"),
        Column(t("process.reached"), "al-num"),
        Column(t("column.median"), "al-num"),
        Column(t("standard.p90"), "al-num"),
        Column(t("process.kept"), "al-num"),
    )
    more = () if brief else (Column(t("standards.promise")), Column(t("standard.responsible")))
    rows = tuple(Row((*_cells(ctx, step), *(() if brief else _promise_cells(ctx, step)))) for step in result.process)
    caption = t("chart.data_of", what=t("process.heading")) if brief else t("process.table_caption")
    return Table(caption, (*head, *more), rows, css="al-table--compact")


def _cells(ctx: Context, step: ProcessStep) -> tuple[Cell, ...]:
    clock = _clock(ctx, step)
    kept = ctx.formats.percent(step.attainment, 1)
    missed = _missed(ctx, step)
    return (
        Cell(ctx.words.t(f"ticket_event.{step.step}")),
        Cell(ctx.formats.number(step.reached)),
        Cell(clocks.duration(ctx, step.median, clock)),
        Cell(clocks.duration(ctx, step.p90, clock)),
        Cell(lines(kept, say.judgement("bad", ctx.words.t("process.below")) if missed else BLANK)),
    )


def _promise_cells(ctx: Context, step: ProcessStep) -> tuple[Cell, ...]:
    if step.standard is None:
        dash = Cell(say.no_value(ctx, "empty.no_promise"))
        return dash, dash
    standard = ctx.workspace.standards[step.standard]
    promise = anchored(ctx.href.standard(standard.id), clocks.promise(ctx, standard, step.limit))
    return (
        Cell(lines(promise, small(muted(clocks.clock_name(ctx, standard.clock))))),
        Cell(ctx.text(standard.responsible)) if standard.responsible else Cell(BLANK),
    )
