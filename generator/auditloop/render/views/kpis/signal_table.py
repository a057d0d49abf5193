"""Signals of a series in words with what was done at the time, and the limits of its segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from auditloop.assess.results import ActionMark, KpiResult, SegmentResult, Series, Signal
from auditloop.model import Period
from auditloop.render.views import say, signals
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, small, spaced, span
from auditloop.render.views.context import Context
from auditloop.render.views.kpis import reading
from auditloop.render.views.kpis.marks import Mark

_BEFORE = 3
"""An action done up to so many periods before a signal may have to do with it."""


def signal_table(ctx: Context, kpi: KpiResult, series: Series, marks: Sequence[Mark], anchor: str) -> Table:
    """What goes on first, then what ended last. Actions carry their numbers on the chart."""
    t = ctx.words.t
    numbers = {mark.action: mark.label for mark in marks if mark.action}
    rows = [
        Row(
            (
                Cell(reading.as_sentence(signals.signal_words(ctx, series, signal)), signal.from_),
                Cell(say.judgement(reading.tone(signal.judgement), t(f"variation.{signal.judgement}"))),
                Cell(_done_then(ctx, kpi, series, signal, numbers)),
            )
        )
        for signal in reading.latest_first(series)
    ]
    columns = (
        Column(t("spc.column.pattern"), "al-wide"),
        Column(t("column.judgement")),
        Column(t("spc.column.actions_then")),
    )
    none = t("spc.signals.too_few" if signals.too_few(series) else "spc.signals.none")
    return Table(t("spc.signals.caption"), columns, tuple(rows), none, id=anchor)


def _done_then(ctx: Context, kpi: KpiResult, series: Series, signal: Signal, numbers: Mapping[str, str]) -> Markup:
    """Actions aimed at the indicator that were done within the pattern or shortly before it."""
    start, end = Period.parse(signal.from_), Period.parse(signal.to).last
    for _ in range(_BEFORE):
        start = start.previous
    found = [a for a in kpi.actions if a.date and _concerns(a, series) and start.first <= a.date <= end]
    return lines(*(_named(ctx, action, numbers.get(action.action)) for action in found))


def _concerns(action: ActionMark, series: Series) -> bool:
    return series.team is None or action.team == series.team


def _named(ctx: Context, action: ActionMark, number: str | None) -> Markup:
    title = anchored(ctx.action_href(action.action), ctx.text(action.title))
    return spaced(span("al-mark", number) if number else "", title)


def limit_table(ctx: Context, kpi: KpiResult, series: Series, anchor: str) -> Table:
    """The history of limits: one row per segment, the latest first."""
    t = ctx.words.t
    rows = [Row(_segment(ctx, kpi, segment)) for segment in reversed(series.segments)]
    columns = (
        Column(t("column.periods"), "al-main al-nowrap"),
        Column(t("spc.column.n_values"), "al-num"),
        Column(t(f"spc.column.{reading.line_key(series)}"), "al-num"),
        Column(t("spc.column.limits"), "al-num"),
        Column(t("column.reason"), "al-wide"),
    )
    return Table(
        t("spc.signals.limits_caption"),
        columns,
        tuple(rows),
        t("empty.no_data_yet"),
        id=anchor,
        css="al-table--compact",
    )


def _segment(ctx: Context, kpi: KpiResult, segment: SegmentResult) -> tuple[Cell, ...]:
    t = ctx.words.t
    nothing = say.no_value(ctx, "spc.no_limits")
    limits = segment.lower is not None and segment.upper is not None
    notes = []
    if limits and segment.trial:
        notes.append(t("spc.trial_note"))
    if limits and ctx.workspace.kpis[kpi.id].baseline:
        notes.append(t("spc.baseline_note"))
    note = small(muted(ctx.words.clauses(notes))) if notes else ""
    between = reading.between(ctx, kpi, segment.lower, segment.upper) if limits else nothing
    return (
        Cell(ctx.formats.span(segment.from_, segment.to), segment.from_),
        Cell(ctx.formats.number(segment.n)),
        Cell(nothing if segment.centre is None else reading.limit(ctx, kpi, segment.centre)),
        Cell(lines(between, note)),
        Cell(ctx.text(segment.why) if segment.why else ""),
    )
