"""The page of all cases: to be looked through by team, domain and cause."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import CaseResult
from auditloop.render.views import before_after, say
from auditloop.render.views.cases.words import example, link
from auditloop.render.views.common import Cell, Column, Link, PageView, Part, Row, Table, lines, small, spaced, span
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame


@dataclass(frozen=True, slots=True)
class CasesView:
    table: Table


def index(ctx: Context) -> PageView:
    t = ctx.words.t
    return PageView(
        "cases",
        frame(
            ctx,
            path=ctx.path.cases,
            kind="cases",
            title=t("nav.cases"),
            lead=lead(ctx),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            sources=[("case", case.id) for case in ctx.results.cases],
            related=[
                Link(t("nav.findings"), ctx.href.page("findings/index.md")),
                Link(t("method.similar.title"), ctx.href.method("similar")),
            ],
        ),
        CasesView(table=_table(ctx)),
    )


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.cases"), ctx.path.cases, lead(ctx))


def lead(ctx: Context) -> str:
    """How many, of which cause most, and what they may help with now."""
    cases = ctx.results.cases
    if not cases:
        return ctx.words.t("empty.no_cases")
    good = sum(case.example == "good" for case in cases)
    sentences = [ctx.words.n("cases.lead", len(cases), good=good, bad=len(cases) - good)]
    cause, most = min(Counter(case.cause for case in cases).items(), key=lambda each: (-each[1], each[0]))
    if most > 1:
        sentences.append(ctx.words.t("cases.lead_cause", cause=ctx.words.t(f"cause.{cause}"), n=most))
    helped = len({finding for case in cases for finding in case.suggested_for})
    if helped:
        sentences.append(ctx.words.n("cases.lead_helps", helped))
    return ctx.words.sentences(sentences)


def _table(ctx: Context) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("cases.column.case"), "al-main al-wide"),
        Column(t("cases.column.example"), choose=t("choose.example")),
        Column(t("column.team"), choose=t("choose.team")),
        Column(t("column.domain"), choose=t("choose.domain")),
        Column(t("column.cause"), choose=t("choose.cause")),
        Column(t("cases.column.result")),
        Column(t("column.date")),
    )
    rows = tuple(Row(_cells(ctx, case), anchor=case.id) for case in ctx.results.cases)
    return Table(t("cases.caption"), columns, rows, t("empty.no_cases"), id="case-table", filterable=True)


def _cells(ctx: Context, case: CaseResult) -> tuple[Cell, ...]:
    return (
        Cell(lines(link(ctx, case), span("al-plain al-muted", ctx.text(ctx.workspace.cases[case.id].lesson))), case.id),
        Cell(example(ctx, case)),
        Cell(say.team_link(ctx, case.team)),
        Cell(ctx.domain_name(case.checklist, case.domain)),
        Cell(ctx.words.t(f"cause.{case.cause}")),
        Cell(_result(ctx, case)),
        Cell(span("al-nowrap", ctx.formats.day(case.date)), case.date.isoformat()),
    )


def _result(ctx: Context, case: CaseResult) -> Markup:
    """The first figure: what its author puts first."""
    if not case.figures:
        return say.no_value(ctx, "empty.no_figures")
    first = case.figures[0]
    rate = before_after.rate(ctx, first)
    mark = say.judgement(before_after.tone(first), rate) if rate else ""
    return lines(small(before_after.name(ctx, first)), spaced(before_after.both(ctx, first), mark))
