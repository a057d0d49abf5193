"""One case: what was, what was done, before and after, what to remember, and which findings it may help with."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import CaseResult
from auditloop.model import Case, Text, in_language
from auditloop.render.views import before_after, registers
from auditloop.render.views.cases.words import example
from auditloop.render.views.common import ChartBlock, Fact, Link, PageView, Table, anchored, lines
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame


@dataclass(frozen=True, slots=True)
class Passage:
    """What people wrote under one heading."""

    id: str
    heading: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its address from the page, what it shows, the line below it."""

    href: str
    alt: str
    caption: Markup


@dataclass(frozen=True, slots=True)
class CaseView:
    facts: tuple[Fact, ...]
    lesson: Markup
    passages: tuple[Passage, ...]
    picture: Shown | None
    figures: Table
    chart: ChartBlock
    findings: Table | None
    """It came from."""
    actions: Table | None
    helps: Table


def chart_of(ctx: Context, case: CaseResult) -> ChartBlock:
    return before_after.block(ctx, case.figures, f"case-{case.id}", ctx.words.t("cases.chart_caption"))


def view(ctx: Context, result: CaseResult, chart: ChartBlock) -> PageView:
    t, case = ctx.words.t, ctx.workspace.cases[result.id]
    body = CaseView(
        facts=_facts(ctx, result, case),
        lesson=ctx.prose(case.lesson),
        passages=tuple(
            Passage(key, t(f"cases.{key}"), ctx.prose(text))
            for key, text in (("background", case.background), ("problems", case.problems), ("measures", case.measures))
            if text is not None
        ),
        picture=_picture(ctx, case),
        figures=before_after.table(ctx, result.figures, t("cases.figures_caption"), anchor="figure-table"),
        chart=chart,
        findings=_findings(ctx, result.findings, "cases.findings_caption", "finding-table"),
        actions=_actions(ctx, result),
        helps=_findings(ctx, result.suggested_for, "cases.helps_caption", "help-table") or _no_help(ctx),
    )
    return PageView(
        "case",
        frame(
            ctx,
            path=ctx.path.case(case.id),
            kind="case",
            title=ctx.plain(case.name),
            lead=_lead(ctx, result),
            name=case.name,
            crumbs=[
                Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement)),
                Link(t("nav.cases"), ctx.href.page(ctx.path.cases)),
            ],
            edit=("case", case.id),
            related=[
                Link(ctx.team_name(case.team), ctx.href.team(case.team)),
                Link(t("method.similar.title"), ctx.href.method("similar")),
            ],
        ),
        body,
    )


def _lead(ctx: Context, case: CaseResult) -> str:
    t = ctx.words.t
    kind = t(f"cases.lead_{case.example}", team=ctx.team_name(case.team), cause=t(f"cause.{case.cause}"))
    first = next((figure for figure in case.figures if figure.change is not None), None)
    if first is None:
        return kind
    facts = {"name": before_after.name(ctx, first), "both": before_after.both(ctx, first)}
    return ctx.words.sentences([kind, t("cases.lead_figure", rate=before_after.rate(ctx, first), **facts)])


def _facts(ctx: Context, result: CaseResult, case: Case) -> tuple[Fact, ...]:
    t = ctx.words.t
    domain = ctx.domain_name(case.checklist, case.domain)
    facts = [
        Fact(t("cases.column.example"), example(ctx, result)),
        Fact(t("column.team"), anchored(ctx.href.team(case.team), ctx.team_name(case.team))),
        Fact(t("column.domain"), anchored(ctx.href.checklist(case.checklist), domain)),
        Fact(t("column.cause"), t(f"cause.{case.cause}")),
        Fact(t("column.date"), ctx.formats.date(case.date)),
    ]
    if case.by:
        facts.append(Fact(t("cases.by"), ctx.person_name(case.by)))
    asks = [ctx.asks[case.checklist, item] for item in case.items if (case.checklist, item) in ctx.asks]
    if asks:
        facts.append(Fact(t("column.items"), lines(*asks)))
    return tuple(facts)


def _picture(ctx: Context, case: Case) -> Shown | None:
    if case.picture is None:
        return None
    caption: Text = case.picture.caption or case.picture.alt
    href = ctx.href.page(ctx.path.picture(case.id, case.picture.file))
    return Shown(href, in_language(case.picture.alt, ctx.lang).text, ctx.text(caption))


def _findings(ctx: Context, ids: list[str], caption: str, anchor: str) -> Table | None:
    found = [ctx.findings[id] for id in ids if id in ctx.findings]
    if not found:
        return None
    return registers.finding_table(ctx, found, ctx.words.t(caption), anchor=anchor, empty="")


def _no_help(ctx: Context) -> Table:
    t = ctx.words.t
    return registers.finding_table(
        ctx, [], t("cases.helps_caption"), anchor="help-table", empty=t("empty.no_similar_findings")
    )


def _actions(ctx: Context, case: CaseResult) -> Table | None:
    found = [ctx.actions[id] for id in case.actions if id in ctx.actions]
    if not found:
        return None
    return registers.action_table(ctx, found, ctx.words.t("cases.actions_caption"), anchor="action-table", empty="")
