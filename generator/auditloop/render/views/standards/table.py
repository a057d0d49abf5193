"""The table of standards that several pages share, and its cells: furthest below its target first."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.assess.results import StandardResult, StandardSummary
from auditloop.model.tickets import Standard
from auditloop.render.i18n.formats import NONE
from auditloop.render.sparkline import sparkline
from auditloop.render.views import clocks, say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, anchored, lines, muted, small
from auditloop.render.views.context import Context

_MONTHS = 13
"""A year and the month it is compared with."""


def urgency(summary: StandardSummary) -> tuple[float, float, str]:
    """Furthest below its target first; those without a target after that, least kept first."""
    if summary.attainment is None:
        return 2, 0, summary.id
    if summary.target is None:
        return 1.5, summary.attainment, summary.id
    return summary.attainment - summary.target, summary.attainment, summary.id


def judgement(attainment: float | None, interval: list[float] | None, target: float | None) -> str:
    """good | bad where the whole interval lies on one side of the target, else common: chance may explain it."""
    if attainment is None or interval is None or target is None:
        return "common"
    return "bad" if interval[1] < target else "good" if interval[0] >= target else "common"


def standard_table(ctx: Context, summaries: Iterable[StandardSummary], caption: str, *, anchor: str) -> Table:
    t = ctx.words.t
    rows = [
        Row((Cell(standard_link(ctx, ctx.workspace.standards[s.id])), Cell(_promise(ctx, s)), *summary_cells(ctx, s)))
        for s in sorted(summaries, key=urgency)
    ]
    columns = (
        Column(t("standards.standard"), "al-main"),
        Column(t("standards.promise")),
        *summary_columns(ctx),
    )
    return Table(caption, columns, tuple(rows), t("empty.no_standards"), id=anchor, css="al-table--short")


def summary_columns(ctx: Context) -> tuple[Column, ...]:
    """Heads of `summary_cells`, five of them."""
    t = ctx.words.t
    return (
        Column(t("standards.attainment"), "al-num"),
        Column(t("column.target"), "al-num"),
        Column(t("standards.times"), "al-num"),
        Column(t("standards.waiting"), "al-num"),
        Column(t("standards.trend"), sortable=False),
    )


def summary_cells(ctx: Context, summary: StandardSummary) -> tuple[Cell, ...]:
    """Attainment with its interval, target, times, what waits, and the months behind it."""
    return (
        Cell(_attainment(ctx, summary), "" if summary.attainment is None else f"{summary.attainment:.6f}"),
        _target(ctx, summary),
        _times(ctx, summary),
        _waiting(ctx, summary),
        Cell(spark(ctx, ctx.standard_months.get((summary.id, summary.team), []))),
    )


def standard_link(ctx: Context, standard: Standard) -> Markup:
    link = anchored(ctx.href.standard(standard.id), ctx.text(standard.name))
    return lines(link, small(muted(ctx.text(standard.responsible)))) if standard.responsible else link


def _promise(ctx: Context, summary: StandardSummary) -> Markup:
    standard = ctx.workspace.standards[summary.id]
    clock = clocks.clock_name(ctx, standard.clock) if standard.to else ""
    return lines(clocks.promise(ctx, standard, summary.limit), small(muted(clock)) if clock else BLANK)


def _attainment(ctx: Context, summary: StandardSummary) -> Markup:
    if summary.attainment is None:
        return say.no_value(ctx, "empty.no_ticket_due")
    number = ctx.formats.number
    of = ctx.words.t("standards.of", kept=number(summary.kept), due=number(summary.due))
    return lines(
        ctx.formats.percent(summary.attainment, 1),
        small(muted(clocks.interval(ctx, summary.interval))),
        small(muted(of)),
    )


def _target(ctx: Context, summary: StandardSummary) -> Cell:
    if summary.target is None:
        return Cell(say.no_value(ctx, "empty.no_target"), "")
    share = ctx.formats.general(100 * summary.target) + "%"
    return Cell(
        lines(share, small(say.met_mark(ctx, summary.met)) if summary.met is not None else BLANK),
        f"{summary.target:.6f}",
    )


def _times(ctx: Context, summary: StandardSummary) -> Cell:
    if summary.median is None:
        return Cell(muted(NONE), "")
    clock = ctx.workspace.standards[summary.id].clock
    p90 = ctx.words.t("standards.p90", value=clocks.duration(ctx, summary.p90, clock))
    return Cell(
        lines(clocks.duration(ctx, summary.median, clock), small(muted(p90))),
        f"{summary.median:.4f}",
    )


def _waiting(ctx: Context, summary: StandardSummary) -> Cell:
    if summary.limit is None:
        return Cell(muted(NONE), "")
    late = ctx.words.n("standards.late", summary.late_count) if summary.late_count else ""
    return Cell(
        lines(ctx.formats.number(summary.waiting_count), say.judgement("bad", late) if late else BLANK),
        str(summary.waiting_count),
    )


def spark(ctx: Context, months: list[StandardResult]) -> Markup:
    """Attainment month by month; a mark where a whole interval lies on one side of the target."""
    shown = months[-_MONTHS:]
    values = [None if m.attainment is None else 100 * m.attainment for m in shown]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return say.no_value(ctx, "empty.too_few")
    number = ctx.formats.number
    label = ctx.words.t(
        "spark.label",
        first=ctx.formats.short_period(shown[0].period),
        last=ctx.formats.short_period(shown[-1].period),
        low=number(min(known), 1),
        high=number(max(known), 1),
    )
    target = shown[-1].target
    tones = [judgement(m.attainment, m.interval, m.target) for m in shown]
    return Markup(sparkline(values, label=label, target=None if target is None else 100 * target, tones=tones))
