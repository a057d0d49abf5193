"""The page of all findings: causes, domains, risks, what recurs, what is open."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import FindingResult, FindingSummary
from auditloop.render.views import registers
from auditloop.render.views.common import Cell, ChartBlock, Column, Link, PageView, Row, Table, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.selection import is_open, is_problem
from auditloop.render.views.years import Year


@dataclass(frozen=True, slots=True)
class FindingsIndex:
    causes: ChartBlock
    domains: ChartBlock
    grid: ChartBlock
    recurring: Table
    open: Table
    open_note: str
    recurring_note: str
    """What is not listed, and where it is; nothing where everything is."""
    teams: Table
    years: tuple[Link, ...]


def index(
    ctx: Context, summary: FindingSummary | None, causes: ChartBlock, domains: ChartBlock, grid: ChartBlock
) -> PageView:
    t = ctx.words.t
    listed = [f for f in ctx.results.findings if is_problem(f)]
    still_open, came_back = [f for f in listed if is_open(f.status)], [f for f in listed if f.recurrences]
    body = FindingsIndex(
        causes,
        domains,
        grid,
        recurring=registers.finding_table(
            ctx,
            came_back[: registers.MOST_BESIDE],
            t("findings.recurring_caption"),
            anchor="recurring-table",
            empty=t("empty.no_recurrence"),
        ),
        open=registers.finding_table(
            ctx,
            still_open[: registers.MOST_LISTED],
            t("findings.open_caption"),
            anchor="open-table",
            empty=t("empty.no_open_findings") if listed else t("empty.no_findings"),
        ),
        open_note=registers.cut(ctx, "findings.open_cut", still_open),
        recurring_note=registers.cut(ctx, "findings.recurring_cut", came_back, registers.MOST_BESIDE),
        teams=_teams(ctx),
        years=tuple(Link(_year_words(ctx, year), ctx.href.page(year.path)) for year in ctx.finding_years),
    )
    return PageView(
        "findings",
        frame(
            ctx,
            path="findings/index.md",
            kind="findings",
            title=t("nav.findings"),
            lead=_lead(ctx, summary),
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("method.risk.title"), ctx.href.method("risk")),
            ],
        ),
        body,
    )


def _year_words(ctx: Context, year: Year[FindingResult]) -> str:
    """Good practices are counted apart, as everywhere: they are nothing to close."""
    problems = sum(map(is_problem, year.records))
    good = len(year.records) - problems
    words = ctx.words.n("findings.year", problems, year=year.year)
    return ctx.words.n("findings.year_good", good, findings=words) if good else words


def _teams(ctx: Context) -> Table:
    """Where the others are: every team's page lists its own."""
    t, number = ctx.words.t, ctx.formats.number
    summaries = [s for s in ctx.results.finding_summaries if s.team is not None and s.total]
    rows = tuple(
        Row(
            (
                Cell(anchored(ctx.href.team(s.team or "", "findings"), ctx.team_name(s.team))),
                Cell(number(s.total)),
                Cell(number(s.open)),
                Cell(number(s.by_risk.get("extreme", 0) + s.by_risk.get("high", 0))),
                Cell(number(s.recurring)),
            )
        )
        for s in sorted(summaries, key=lambda s: -s.open)
    )
    columns = (
        Column(t("column.team"), "al-main"),
        Column(t("column.findings"), "al-num"),
        Column(t("column.open_findings"), "al-num"),
        Column(t("column.serious"), "al-num"),
        Column(t("column.recurring"), "al-num"),
    )
    return Table(
        t("findings.teams_caption"),
        columns,
        rows,
        t("empty.no_findings"),
        id="team-table",
        filterable=len(rows) > registers.FILTER_FROM,
    )


def _lead(ctx: Context, summary: FindingSummary | None) -> str:
    t = ctx.words.t
    if summary is None or not summary.total:
        return t("empty.no_findings")
    serious = summary.by_risk.get("extreme", 0) + summary.by_risk.get("high", 0)
    sentences = [
        t("findings.lead", total=summary.total, open=summary.open),
        ctx.words.n("findings.lead_serious", serious) if summary.open else "",
        ctx.words.n("findings.lead_good", good) if (good := summary.by_class.get("good-practice", 0)) else "",
    ]
    if summary.by_cause:
        first = summary.by_cause[0]
        sentences.append(
            t("findings.lead_cause", cause=t(f"cause.{first.key}"), share=ctx.formats.percent(first.share))
        )
    sentences.append(ctx.words.n("findings.lead_recurring", summary.recurring))
    return ctx.words.sentences(sentences)
