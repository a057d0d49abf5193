"""A journey as its map: steps under each other, the curve of experience by channel, and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditloop.assess.results import JourneyResult, StepResult
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.journeys.words import minutes, steps_of

MOST_STEPS = 60
"""Steps that one map shows; the rest stands in the table."""
MOST_NAMED = 4


def journey_block(ctx: Context, journey: JourneyResult) -> ChartBlock:
    t = ctx.words.t
    rows = [{**row, "order": order} for order, row in enumerate(_rows(ctx, journey, journey.steps[:MOST_STEPS]))]
    places = {str(row["id"]): order for order, row in enumerate(rows)}
    title, sentence = _title(ctx, journey), _pains(ctx, journey)
    channels = [path.channel for path in journey.paths]
    chart = Chart(
        id=f"journey-{journey.id}",
        kind="journey",
        datasets={"rows": rows, "lines": list(_lines(journey, channels, places))},
        lang=ctx.lang,
        title=title,
        description=sentence or title,
        words={
            "experience": t("journeys.scale"),
            "short": t("journeys.scale_short"),
            "time": t("journeys.time"),
            "pain": t("journeys.pain"),
            "adds": t("journeys.adds"),
            "adds_not": t("journeys.adds_not"),
            "standard": t("journeys.standard"),
            "after": t("journeys.after"),
            "waiting": t("journeys.waiting"),
            **{f"channel_{n % 4}": ctx.channel_name(channel) for n, channel in enumerate(channels) if channel},
        },
        columns=(
            ("name", t("journeys.step")),
            ("minutes", t("journeys.minutes")),
            ("standard", t("journeys.standard")),
            ("experience", t("journeys.experience")),
            ("after", t("journeys.minutes_after")),
            ("experience_after", t("journeys.experience_after")),
        ),
    )
    caption = t("journeys.caption", date=ctx.formats.date(journey.date))
    return ChartBlock(chart, title, sentence, caption, _table(ctx, journey))


def _rows(ctx: Context, journey: JourneyResult, steps: Sequence[StepResult]) -> Iterator[dict[str, object]]:
    written = ctx.workspace.journeys[journey.id]
    channels = [path.channel for path in journey.paths]
    names = {touchpoint.id: ctx.plain(touchpoint.name) for touchpoint in written.touchpoints}
    before, pains = None, 0
    for step in steps:
        if step.touchpoint != before:
            yield {"id": f"touchpoint-{step.touchpoint}", "kind": "touchpoint", "name": names[step.touchpoint]}
            before = step.touchpoint
        pains += step.pain
        channel = channels.index(step.channel) + 1 if step.channel else 0
        yield _step_row(ctx, journey, step) | {"pain": str(pains) if step.pain else "", "channel": channel}


def _step_row(ctx: Context, journey: JourneyResult, step: StepResult) -> dict[str, object]:
    t, written = ctx.words.t, steps_of(ctx, journey)[step.id]
    name = ctx.plain(written.name)
    felt = t("journeys.tip_experience", n=step.experience) if step.experience else ""
    later = t("journeys.tip_after", minutes=minutes(ctx, step.after_minutes)) if step.after_minutes is not None else ""
    standard = (
        "" if step.standard_minutes is None else t("journeys.tip_standard", minutes=minutes(ctx, step.standard_minutes))
    )
    return {
        "id": step.id,
        "kind": "step",
        "name": name,
        "minutes": step.minutes,
        "label": minutes(ctx, step.minutes),
        "standard": step.standard_minutes,
        "over": bool(step.over),
        "adds_value": step.adds_value,
        "waiting": step.waiting,
        "after": step.after_minutes,
        "experience": step.experience,
        "experience_after": step.after_experience,
        "tip": figures.tip(
            name,
            ctx.channel_name(step.channel) if step.channel else "",
            ctx.words.clauses([minutes(ctx, step.minutes), standard]),
            t("journeys.adds" if step.adds_value else "journeys.waiting" if step.waiting else "journeys.adds_not"),
            felt,
            ctx.plain(written.pain) if written.pain else "",
            later,
        ),
    }


def _lines(
    journey: JourneyResult, channels: Sequence[str | None], places: dict[str, int]
) -> Iterator[dict[str, object]]:
    """Each channel's curve runs over its own steps and those that all take."""
    for number, channel in enumerate(channels):
        taken = [
            s for s in journey.steps if s.channel in (None, channel) and s.experience is not None and s.id in places
        ]
        for step_number, step in enumerate(taken):
            yield {
                "series": channel or "all",
                "dash": number % 4,
                "step": step_number,
                "order": places[step.id],
                "value": step.experience,
            }


def _title(ctx: Context, journey: JourneyResult) -> str:
    """Where it hurts most."""
    step = next((step for step in journey.steps if step.id == journey.worst), None)
    if step is None:
        return ctx.words.t("journeys.title")
    name = ctx.plain(steps_of(ctx, journey)[step.id].name)
    return ctx.words.t("journeys.title_worst", name=name, n=step.experience)


def _pains(ctx: Context, journey: JourneyResult) -> str:
    """How many there are, and at which steps."""
    if not journey.pains:
        return ""
    written = steps_of(ctx, journey)
    names = [ctx.plain(written[step.id].name) for step in journey.steps if step.pain]
    return ctx.words.n("journeys.n_pains", journey.pains, names=ctx.words.first_few(names, MOST_NAMED))


def _table(ctx: Context, journey: JourneyResult) -> Table:
    t, general = ctx.words.t, ctx.formats.general
    written = steps_of(ctx, journey)
    cells = tuple(
        Row(
            (
                Cell(ctx.plain(written[s.id].name)),
                Cell(ctx.channel_name(s.channel) if s.channel else t("journeys.all_channels")),
                Cell(general(s.minutes)),
                Cell(general(s.standard_minutes)),
                Cell(general(s.experience)),
                Cell(general(s.after_minutes)),
                Cell(general(s.after_experience)),
            )
        )
        for s in journey.steps
    )
    columns = (
        Column(t("journeys.step"), "al-main"),
        Column(t("journeys.channel")),
        Column(t("journeys.minutes"), "al-num"),
        Column(t("journeys.standard"), "al-num"),
        Column(t("journeys.experience"), "al-num"),
        Column(t("journeys.minutes_after"), "al-num"),
        Column(t("journeys.experience_after"), "al-num"),
    )
    name = ctx.plain(ctx.workspace.journeys[journey.id].name)
    return Table(t("chart.data_of", what=name), columns, cells, css="al-table--compact")
