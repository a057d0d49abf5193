"""How a standard's clock runs, shown by one real ticket that a reader can add up by hand."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import StandardSummary
from auditloop.model.tickets import Standard
from auditloop.render.views import clocks
from auditloop.render.views.common import Cell, Column, Row, Table, muted
from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class ClockView:
    rule: str
    sentence: str
    table: Table | None


def clock_view(ctx: Context, standard: Standard, summary: StandardSummary | None) -> ClockView | None:
    """None of a share, which has no clock."""
    if standard.to is None:
        return None
    example = summary.example if summary else None
    rule = clocks.clock_rule(ctx, standard.clock)
    if example is None or summary is None:
        return ClockView(rule, "", None)
    t = ctx.words.t
    rows = tuple(
        Row(
            (
                Cell(span.start.replace("T", " ")),
                Cell(span.end.replace("T", " ")),
                Cell(ctx.formats.number(span.minutes)),
                Cell(t("pause.ran") if span.pause is None else muted(t(f"pause.{span.pause}"))),
                Cell(ctx.formats.number(span.minutes if span.pause is None else 0)),
            )
        )
        for span in example.spans
    )
    columns = (
        Column(t("column.from")),
        Column(t("standard.until")),
        Column(t("standard.minutes"), "al-num"),
        Column(t("standard.clock")),
        Column(t("standard.counted"), "al-num"),
    )
    sentence = t(
        "standard.example_kept" if example.kept else "standard.example_broken",
        id=example.id,
        team=ctx.team_name(example.team),
        sum=sum_of(ctx, summary),
        limit=minutes(ctx, summary.limit),
        event=t(f"ticket_event.{standard.to}"),
        start=t(f"ticket_event.{standard.from_}"),
    )
    return ClockView(
        rule, sentence, Table(t("standard.example_caption", id=example.id), columns, rows, css="al-table--compact")
    )


def sum_of(ctx: Context, summary: StandardSummary) -> str:
    """`60 + 60 = 120 min`"""
    assert summary.example is not None
    parts = [span.minutes for span in summary.example.spans if span.pause is None]
    total = minutes(ctx, summary.example.taken)
    return total if len(parts) == 1 else " + ".join(ctx.formats.number(part) for part in parts) + f" = {total}"


def minutes(ctx: Context, value: float | None) -> str:
    return ctx.words.t("duration.min", n=ctx.formats.number(value))
