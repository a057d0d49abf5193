"""The tables of proposals: per team, those waiting by age, what they gave, and all of them."""

from __future__ import annotations

from collections.abc import Sequence

from auditloop.assess.results import ProposalResult, ProposalSummary
from auditloop.render.views import before_after, registers, say
from auditloop.render.views.common import Cell, Column, Row, Table, anchored, lines, muted, span
from auditloop.render.views.context import Context
from auditloop.render.views.proposals.words import answer, outcome, reward, status


def team_table(ctx: Context, summaries: Sequence[ProposalSummary]) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("proposals.stage.submitted"), "al-num"),
        Column(t("proposals.per_head"), "al-num"),
        Column(t("proposals.adopted_share"), "al-num"),
        Column(t("proposals.stage.proven"), "al-num"),
        Column(t("proposals.median"), "al-num"),
        Column(t("proposals.in_time"), "al-num"),
    )
    rows = tuple(
        Row(_team(ctx, summary), css="al-total" if summary.team is None else "")
        for summary in [*[s for s in summaries if s.team], *[s for s in summaries if s.team is None]]
    )
    return Table(t("proposals.teams_caption"), columns, rows, t("empty.no_proposals"), id="team-table")


def _team(ctx: Context, s: ProposalSummary) -> tuple[Cell, ...]:
    number, percent = ctx.formats.number, ctx.formats.percent
    name = say.team_link(ctx, s.team) if s.team else ctx.organisation_name
    return (
        Cell(name),
        Cell(number(s.submitted), str(s.submitted)),
        Cell(number(s.per_head, 2) if s.per_head is not None else say.no_value(ctx, "empty.no_staff"), f"{s.per_head}"),
        Cell(percent(s.adopted_share) if s.adopted_share is not None else say.no_value(ctx, "empty.none_answered")),
        Cell(number(s.proven), str(s.proven)),
        Cell(
            ctx.formats.general(s.median_days_to_answer)
            if s.median_days_to_answer is not None
            else say.no_value(ctx, "empty.none_answered")
        ),
        Cell(
            lines(percent(s.in_time_share), muted(ctx.words.t("proposals.in_time_of", n=s.in_time, all=s.due)))
            if s.in_time_share is not None
            else say.no_value(ctx, "empty.no_promise"),
            f"{s.in_time_share}",
        ),
    )


def waiting_table(ctx: Context, summary: ProposalSummary | None) -> Table:
    t = ctx.words.t
    waiting = summary.age_buckets if summary and summary.waiting else {}
    rows = tuple(Row((Cell(t(f"age_bucket.{age}")), Cell(ctx.formats.number(n)))) for age, n in waiting.items())
    columns = (Column(t("proposals.waited")), Column(t("proposals.scale"), "al-num"))
    return Table(t("proposals.waiting_caption"), columns, rows, t("empty.none_waiting"), css="al-table--compact")


def register(ctx: Context, records: Sequence[ProposalResult]) -> Table:
    """Every proposal at its own anchor."""
    t = ctx.words.t
    columns = (
        Column(t("proposals.column"), "al-main al-wide"),
        Column(t("column.team"), choose=t("choose.team")),
        Column(t("column.status"), choose=t("choose.status")),
        Column(t("proposals.by")),
        Column(t("proposals.answer")),
        Column(t("proposals.reward")),
    )
    rows = tuple(Row(_record(ctx, record), anchor=record.id) for record in records)
    return Table(
        t("proposals.caption"),
        columns,
        rows,
        t("empty.no_proposals"),
        id="proposal-table",
        filterable=True,
        css="al-table--proposals",
    )


def _record(ctx: Context, r: ProposalResult) -> tuple[Cell, ...]:
    written = ctx.workspace.proposals[r.id]
    said = [span("al-plain", ctx.prose(text)) for text in (written.text,) if text]
    if written.answer:
        said.append(
            span("al-plain al-muted", ctx.words.html("proposals.answered_with", answer=ctx.text(written.answer)))
        )
    linked = [anchored(ctx.action_href(id), id) for id in r.actions if id in ctx.actions]
    if linked:
        said.append(span("al-small al-plain", ctx.words.listed_html(linked)))
    head = ctx.text(written.title)
    return (
        Cell(lines(head, span("al-muted al-small", r.id), *said), r.id),
        Cell(say.team_link(ctx, r.team)),
        Cell(status(ctx, r), str(("submitted", "adopted", "done", "proven", "declined").index(r.status))),
        Cell(
            lines(ctx.person_name(r.by), span("al-muted al-nowrap", ctx.formats.day(r.submitted))),
            r.submitted.isoformat(),
        ),
        Cell(answer(ctx, r), f"{r.waiting_days if r.waiting_days is not None else r.days_to_answer:05d}"),
        Cell(reward(ctx, r), f"{r.amount or 0:012.2f}"),
    )


def results_table(ctx: Context, records: Sequence[ProposalResult]) -> Table:
    """Those carried out, what worked first."""
    t = ctx.words.t
    found = sorted(
        (r for r in records if r.done is not None),
        key=lambda r: ({"worked": 0, None: 1, "no-effect": 2}[r.outcome], r.id),
    )
    columns = (
        Column(t("proposals.column"), "al-main al-wide"),
        Column(t("proposals.measured")),
        Column(t("proposals.gave")),
        Column(t("column.done"), "al-nowrap"),
    )
    rows = tuple(Row(_result(ctx, r)) for r in found)
    return Table(
        t("proposals.results_caption"),
        columns,
        rows,
        t("empty.none_carried_out"),
        id="result-table",
        css="al-table--proposals",
        filterable=len(rows) > registers.FILTER_FROM,
    )


def _result(ctx: Context, r: ProposalResult) -> tuple[Cell, ...]:
    title = ctx.text(ctx.workspace.proposals[r.id].title)
    measured = before_after.name_html(ctx, r.effect) if r.effect else say.no_value(ctx, "empty.no_figures")
    return (
        Cell(lines(anchored(f"#{r.id}", title), span("al-small al-plain", ctx.person_name(r.by))), r.id),
        Cell(measured),
        Cell(outcome(ctx, r)),
        Cell(ctx.formats.day(r.done), r.done.isoformat() if r.done else ""),
    )
