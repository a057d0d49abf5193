"""One standard: how often it was kept, by which team, what broke it and waits, and how its clock runs."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import StandardSummary
from auditloop.model.tickets import Standard
from auditloop.render.i18n.formats import NONE
from auditloop.render.views import clocks, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Fact, Link, PageView, Row, Table, muted
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.registers import FILTER_FROM, MOST_LISTED
from auditloop.render.views.standards.example import ClockView, clock_view
from auditloop.render.views.standards.table import summary_cells, summary_columns, urgency


@dataclass(frozen=True, slots=True)
class StandardView:
    facts: tuple[Fact, ...]
    chart: ChartBlock
    teams: Table
    breaches: Table
    breaches_note: str
    waiting: Table
    timed: bool
    """Whether it has a limit: only then tickets wait for it, and a clock runs."""
    clock: ClockView | None


def view(ctx: Context, standard: Standard, chart: ChartBlock) -> PageView:
    t = ctx.words.t
    summary = ctx.standard_summaries.get((standard.id, None))
    body = StandardView(
        facts=_facts(ctx, standard, summary),
        chart=chart,
        teams=_teams(ctx, standard),
        breaches=_breaches(ctx, standard, summary),
        breaches_note=_breaches_note(ctx, summary),
        waiting=_waiting(ctx, standard, summary),
        timed=standard.to is not None,
        clock=clock_view(ctx, standard, summary),
    )
    return PageView(
        "standard",
        frame(
            ctx,
            path=ctx.path.standard(standard.id),
            kind="standard",
            title=ctx.plain(standard.name),
            lead=_lead(ctx, standard, summary),
            name=standard.name,
            crumbs=[Link(t("nav.standards"), ctx.href.page("standards.md"))],
            edit=("standard", standard.id),
            related=[
                Link(t("nav.tickets"), ctx.href.tickets()),
                Link(t("method.standard.title"), ctx.href.method("standard")),
            ],
            period=ctx.formats.window(summary.window) if summary else None,
        ),
        body,
    )


def _lead(ctx: Context, standard: Standard, summary: StandardSummary | None) -> str:
    t, number = ctx.words.t, ctx.formats.number
    if summary is None or summary.attainment is None:
        return t("empty.standard_without_tickets")
    sentences = [
        ctx.words.n(
            "standard.lead",
            summary.due,
            share=ctx.formats.percent(summary.attainment, 1),
            n=number(summary.due),
            window=ctx.formats.window(summary.window),
        )
    ]
    if summary.met is not None and summary.target is not None:
        target = ctx.formats.general(100 * summary.target) + "%"
        sentences.append(t("standard.lead_met" if summary.met else "standard.lead_missed", target=target))
    if summary.median is not None:
        clock = standard.clock
        sentences.append(
            t(
                "standard.lead_times",
                median=clocks.duration(ctx, summary.median, clock),
                p90=clocks.duration(ctx, summary.p90, clock),
            )
        )
    if summary.late_count:
        sentences.append(ctx.words.n("standard.lead_late", summary.late_count, n=number(summary.late_count)))
    return ctx.words.sentences(sentences)


def _facts(ctx: Context, standard: Standard, summary: StandardSummary | None) -> tuple[Fact, ...]:
    t = ctx.words.t
    limit = summary.limit if summary else None
    promise = clocks.promise(ctx, standard, limit) if limit is not None or not standard.to else standard.within or ""
    facts = [
        Fact(t("standards.promise"), promise),
        Fact(t("standard.where"), clocks.where_words(ctx, standard.where) or t("standard.all_tickets")),
        Fact(t("standard.clock"), clocks.clock_name(ctx, standard.clock)) if standard.to else None,
        Fact(t("column.target"), ctx.formats.general(standard.target) + "%") if standard.target is not None else None,
        Fact(t("standard.responsible"), ctx.text(standard.responsible)) if standard.responsible else None,
    ]
    if summary and summary.unrecorded:
        words = ctx.words.n("standard.unrecorded_n", summary.unrecorded, n=ctx.formats.number(summary.unrecorded))
        facts.append(Fact(t("standard.unrecorded"), words))
    return tuple(fact for fact in facts if fact)


def _teams(ctx: Context, standard: Standard) -> Table:
    t = ctx.words.t
    summaries = [s for s in ctx.results.standard_summaries if s.id == standard.id and s.team is not None]
    rows = tuple(
        Row((Cell(say.team_link(ctx, s.team or "")), *summary_cells(ctx, s))) for s in sorted(summaries, key=urgency)
    )
    columns = (Column(t("column.team"), "al-main"), *summary_columns(ctx))
    return Table(t("standard.teams_caption"), columns, rows, t("empty.standard_without_tickets"), id="team-table")


def _breaches(ctx: Context, standard: Standard, summary: StandardSummary | None) -> Table:
    """The newest; all others stand in the download."""
    t, clock = ctx.words.t, standard.clock
    breaches = (summary.breaches or []) if summary else []
    rows = tuple(
        Row(
            (
                Cell(say.ticket(breach.id)),
                Cell(say.team_link(ctx, breach.team)),
                Cell(_moment(breach.received), breach.received),
                *(
                    (
                        Cell(
                            clocks.duration(ctx, breach.taken, clock)
                            if breach.taken is not None
                            else muted(t("standard.not_done")),
                            "" if breach.taken is None else f"{breach.taken:.4f}",
                        ),
                        Cell(
                            f"+{clocks.duration(ctx, breach.over, clock)}" if breach.over is not None else NONE,
                            "" if breach.over is None else f"{breach.over:.4f}",
                        ),
                    )
                    if standard.to
                    else ()
                ),
            )
        )
        for breach in breaches[:MOST_LISTED]
    )
    columns = (
        Column(t("standard.ticket"), "al-main"),
        Column(t("column.team"), choose=t("standard.all_teams")),
        Column(t("ticket_event.received")),
        *((Column(t("standard.taken"), "al-num"), Column(t("standard.over"), "al-num")) if standard.to else ()),
    )
    return Table(
        t("standard.breaches_caption"),
        columns,
        rows,
        t("empty.no_breaches"),
        id="breach-table",
        filterable=len(rows) > FILTER_FROM,
    )


def _breaches_note(ctx: Context, summary: StandardSummary | None) -> str:
    if summary is None or summary.breach_count <= MOST_LISTED:
        return ""
    return ctx.words.t("standard.breaches_cut", n=MOST_LISTED, all=ctx.formats.number(summary.breach_count))


def _waiting(ctx: Context, standard: Standard, summary: StandardSummary | None) -> Table:
    t = ctx.words.t
    waiting = (summary.waiting or []) if summary else []
    rows = tuple(
        Row(
            (
                Cell(say.ticket(each.id)),
                Cell(say.team_link(ctx, each.team)),
                Cell(_moment(each.received), each.received),
                Cell(clocks.duration(ctx, each.passed, standard.clock), f"{each.passed:.4f}"),
                Cell(
                    say.judgement("bad", t("standard.is_late")) if each.late else muted(t("standard.in_time")),
                    "0" if each.late else "1",
                ),
            )
        )
        for each in waiting[:MOST_LISTED]
    )
    columns = (
        Column(t("standard.ticket"), "al-main"),
        Column(t("column.team")),
        Column(t("ticket_event.received")),
        Column(t("standard.passed"), "al-num"),
        Column(t("column.status")),
    )
    return Table(
        t("standard.waiting_caption"),
        columns,
        rows,
        t("empty.nothing_waits"),
        id="waiting-table",
        filterable=len(rows) > FILTER_FROM,
    )


def _moment(text: str) -> str:
    return text.replace("T", " ")
