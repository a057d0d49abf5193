"""Findings: causes and risks over all, the open ones, and one page per year with every finding at its own anchor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from auditloop.assess.results import Count, FindingResult, FindingSummary
from auditloop.assess.risk import GRID
from auditloop.model import Cause, Finding
from auditloop.render import escape
from auditloop.render.charts import Chart
from auditloop.render.views import figures, registers, say
from auditloop.render.views.audits import evidence
from auditloop.render.views.common import (
    BLANK,
    Cell,
    ChartBlock,
    Column,
    Fact,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    lines,
    muted,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import edit_link, frame
from auditloop.render.views.selection import is_open

STEPS = ("open", "planned", "in-action", "awaiting-verification", "closed")
"""The closed loop: found, planned, carried out, re-evaluated, closed."""


@dataclass(frozen=True, slots=True)
class FindingsIndex:
    causes: ChartBlock
    domains: ChartBlock
    grid: ChartBlock
    recurring: Table
    open: Table
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    css: str


@dataclass(frozen=True, slots=True)
class FindingView:
    id: str
    heading: str
    language: str | None
    summary: str
    """One searchable sentence."""
    badges: Markup
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]
    whys: tuple[Markup, ...]
    actions: Table | None
    edit: Link | None


@dataclass(frozen=True, slots=True)
class FindingsYear:
    table: Table
    findings: tuple[FindingView, ...]


def plan(ctx: Context) -> list[PagePlan]:
    summary = ctx.finding_summaries.get(None)
    causes = _pareto(ctx, "causes", summary.by_cause if summary else [])
    domains = _pareto(ctx, "domains", summary.by_domain if summary else [])
    grid = _grid(ctx, summary)
    charts = tuple(b.chart for b in (causes, domains, grid) if b.chart)
    plans = [PagePlan("findings/index.md", lambda: _index(ctx, summary, causes, domains, grid), charts)]
    by_year: dict[int, list[FindingResult]] = {}
    for finding in ctx.results.findings:
        by_year.setdefault(finding.date.year, []).append(finding)
    for year, findings in sorted(by_year.items(), reverse=True):
        plans.append(PagePlan(ctx.path.findings_of(year), partial(_year, ctx, year, findings)))
    return plans


# --- all findings ------------------------------------------------------------------------------------------------


def _index(
    ctx: Context, summary: FindingSummary | None, causes: ChartBlock, domains: ChartBlock, grid: ChartBlock
) -> PageView:
    t = ctx.words.t
    listed = [f for f in ctx.results.findings if f.class_ != "good-practice"]
    body = FindingsIndex(
        causes,
        domains,
        grid,
        recurring=registers.finding_table(
            ctx,
            [f for f in listed if f.recurrences],
            t("findings.recurring_caption"),
            anchor="recurring-table",
            empty=t("empty.no_recurrence"),
        ),
        open=registers.finding_table(
            ctx,
            [f for f in listed if is_open(f.status)],
            t("findings.open_caption"),
            anchor="open-table",
            empty=t("empty.no_open_findings") if listed else t("empty.no_findings"),
        ),
        years=tuple(
            Link(ctx.words.n("findings.year", n, year=year), ctx.href.page(ctx.path.findings_of(year)))
            for year, n in sorted(_count_years(ctx).items(), reverse=True)
        ),
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


def _count_years(ctx: Context) -> dict[int, int]:
    counts: dict[int, int] = {}
    for finding in ctx.results.findings:
        counts[finding.date.year] = counts.get(finding.date.year, 0) + 1
    return counts


def _lead(ctx: Context, summary: FindingSummary | None) -> str:
    t = ctx.words.t
    if summary is None or not summary.total:
        return t("empty.no_findings")
    serious = summary.by_risk.get("extreme", 0) + summary.by_risk.get("high", 0)
    sentences = [
        t("findings.lead", total=summary.total, open=summary.open),
        ctx.words.n("findings.lead_serious", serious) if summary.open else "",
    ]
    if summary.by_cause:
        first = summary.by_cause[0]
        sentences.append(
            t("findings.lead_cause", cause=t(f"cause.{first.key}"), share=ctx.formats.percent(first.share))
        )
    sentences.append(ctx.words.n("findings.lead_recurring", summary.recurring))
    return ctx.words.sentences(sentences)


def _pareto(ctx: Context, which: str, counts: list[Count]) -> ChartBlock:
    t = ctx.words.t
    if not counts:
        return ChartBlock(None, empty=t("empty.no_causes" if which == "causes" else "empty.no_findings"))
    names = {c.key: _count_name(ctx, which, c.key) for c in counts}
    bars = [
        {
            "name": names[c.key],
            "order": order,
            "value": c.n,
            "label": ctx.formats.number(c.n),
            "cumulative": ctx.formats.percent(c.cumulative),
            "tip": figures.tip(
                names[c.key],
                ctx.words.n("count.findings", c.n),
                t("findings.share", share=ctx.formats.percent(c.share), cumulative=ctx.formats.percent(c.cumulative)),
            ),
        }
        for order, c in enumerate(counts)
    ]
    few = next((n for n, c in enumerate(counts, 1) if c.cumulative >= 0.5), len(counts))
    title = ctx.words.n(f"findings.{which}_title", few, all=len(counts))
    leading = ctx.words.listed([names[c.key] for c in counts[:few]])
    sentence = ctx.words.n(
        f"findings.{which}_sentence", few, names=leading, share=ctx.formats.percent(counts[few - 1].cumulative)
    )
    total = sum(c.n for c in counts)
    chart = Chart(
        id=f"findings-{which}",
        kind="pareto",
        datasets={"bars": bars},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("findings.count_scale"), "cumulative": t("column.cumulative")},
    )
    rows = tuple(
        Row(
            (
                Cell(names[c.key]),
                Cell(ctx.formats.number(c.n)),
                Cell(ctx.formats.percent(c.share)),
                Cell(ctx.formats.percent(c.cumulative)),
            )
        )
        for c in counts
    )
    columns = (
        Column(t(f"findings.{which}_column")),
        Column(t("column.findings"), "al-num"),
        Column(t("column.share"), "al-num"),
        Column(t("column.cumulative"), "al-num"),
    )
    table = Table(t("chart.data_of", what=t(f"findings.{which}_column")), columns, rows, css="al-table--compact")
    return ChartBlock(chart, title, sentence, ctx.words.n(f"findings.{which}_caption", total), table)


def _count_name(ctx: Context, which: str, key: str) -> str:
    if which == "causes":
        return ctx.words.t(f"cause.{key}")
    checklist, _, domain = key.partition("/")
    return ctx.domain_name(checklist, domain)


def _grid(ctx: Context, summary: FindingSummary | None) -> ChartBlock:
    """Likelihood × impact of the open findings; the level of a cell comes with its findings."""
    t = ctx.words.t
    rated = sum(map(sum, summary.risk_grid)) if summary else 0
    if summary is None or not rated:
        return ChartBlock(None, empty=t("empty.no_rated_findings"))
    cells = []
    rows = []
    for likelihood in range(5, 0, -1):
        for impact in range(1, 6):
            n = summary.risk_grid[likelihood - 1][impact - 1]
            level = risk_level(likelihood, impact)
            where = t("findings.cell", likelihood=likelihood, impact=impact)
            cells.append(
                {
                    "likelihood": likelihood,
                    "impact": impact,
                    "value": n,
                    "label": str(n) if n else "",
                    "risk": level,
                    "risk_label": t(f"risk.{level}"),
                    "tip": figures.tip(f"{where}: {t(f'risk.{level}')}", ctx.words.n("count.open_findings", n)),
                }
            )
            if n:
                rows.append(Row((Cell(str(likelihood)), Cell(str(impact)), Cell(say.risk(ctx, level)), Cell(str(n)))))
    serious = summary.by_risk.get("extreme", 0) + summary.by_risk.get("high", 0)
    title = ctx.words.n("findings.grid_title", serious) if serious else t("findings.grid_title_none")
    sentence = ctx.words.n("findings.grid_sentence", rated, unrated=summary.by_risk.get("none", 0))
    chart = Chart(
        id="findings-risk",
        kind="risk-grid",
        datasets={"cells": cells},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"x": t("findings.impact"), "y": t("findings.likelihood")},
    )
    columns = (
        Column(t("findings.likelihood"), "al-num"),
        Column(t("findings.impact"), "al-num"),
        Column(t("column.risk")),
        Column(t("column.findings"), "al-num"),
    )
    return ChartBlock(
        chart,
        title,
        sentence,
        t("findings.grid_caption"),
        Table(t("chart.data_of", what=t("findings.grid_heading")), columns, tuple(rows), css="al-table--compact"),
    )


def risk_level(likelihood: int, impact: int) -> str:
    return GRID[likelihood - 1][impact - 1]


# --- a year ------------------------------------------------------------------------------------------------------


def _year(ctx: Context, year: int, findings: list[FindingResult]) -> PageView:
    t = ctx.words.t
    problems = [f for f in findings if f.class_ != "good-practice"]
    still_open = sum(1 for f in problems if is_open(f.status))
    lead = ctx.words.n(
        "findings.year_lead", len(problems), year=year, open=still_open, good=len(findings) - len(problems)
    )
    body = FindingsYear(
        registers.finding_table(
            ctx, findings, t("findings.year_caption", year=year), anchor="finding-table", empty=t("empty.no_findings")
        ),
        tuple(_finding(ctx, f) for f in findings),
    )
    return PageView(
        "findings_year",
        frame(
            ctx,
            path=ctx.path.findings_of(year),
            kind="findings-year",
            title=t("findings.year_title", year=year),
            lead=lead,
            crumbs=[Link(t("nav.findings"), ctx.href.page("findings/index.md"))],
            sources=[("audit", f.audit) for f in findings],
            related=[Link(t("nav.actions"), ctx.href.page("actions/index.md"))],
            period=str(year),
        ),
        body,
    )


def written(ctx: Context, finding: FindingResult) -> Finding:
    return next(f for f in ctx.workspace.audits[finding.audit].findings if f.id == finding.id)


def _finding(ctx: Context, result: FindingResult) -> FindingView:
    t = ctx.words.t
    finding = written(ctx, result)
    cause = finding.cause
    badges = [say.finding_class(ctx, result.class_effective), say.finding_status(ctx, result.status)]
    if result.risk:
        badges.insert(1, say.risk(ctx, result.risk))
    if result.recurrences:
        badges.append(say.badge("major", ctx.words.n("findings.recurs", result.recurrences)))
    summary = t(
        "finding.summary",
        id=result.id,
        team=ctx.team_name(result.team),
        date=ctx.formats.date(result.date),
        domain=ctx.domain_name(result.checklist, result.domain),
        status=t(f"finding_status.{result.status}"),
    )
    if cause and cause.summary:
        summary = ctx.words.sentences([summary, t("finding.cause_is", cause=ctx.plain(cause.summary))])
    return FindingView(
        id=result.id,
        heading=ctx.plain(finding.problem),
        language=ctx.fallback_language(finding.problem),
        summary=summary,
        badges=Markup(" ").join(badges),
        steps=_steps(ctx, result),
        facts=_facts(ctx, result, finding),
        whys=_whys(ctx, cause),
        actions=_actions(ctx, result),
        edit=edit_link(ctx, ("finding", result.id)),
    )


def _steps(ctx: Context, result: FindingResult) -> tuple[Step, ...]:
    if result.status not in STEPS or result.class_ == "good-practice":
        return ()
    at = STEPS.index(result.status)
    return tuple(
        Step(
            ctx.words.t(f"finding_step.{step}"),
            "is-done" if n < at or result.status == "closed" else "is-now" if n == at else "",
        )
        for n, step in enumerate(STEPS)
    )


def _facts(ctx: Context, result: FindingResult, finding: Finding) -> tuple[Fact, ...]:
    t = ctx.words.t
    item = ctx.asks.get((result.checklist, result.item), escape.html(result.item))
    facts = [
        Fact(t("finding.status_why"), t(f"findings.status.{result.status_why}")),
        Fact(t("column.audit"), anchored(ctx.href.audit(result.audit), ctx.audit_title(ctx.audits[result.audit]))),
        Fact(t("column.item"), anchored(ctx.href.audit(result.audit, f"item-{result.item}"), item)),
    ]
    if result.likelihood and result.impact and result.risk:
        words = t(
            "finding.risk_words", likelihood=result.likelihood, impact=result.impact, risk=t(f"risk.{result.risk}")
        )
        facts.append(Fact(t("column.risk"), anchored(ctx.href.method("risk"), words)))
    if result.class_effective != result.class_:
        facts.append(
            Fact(
                t("column.class"),
                t(
                    "finding.stepped_up",
                    written=t(f"finding_class.{result.class_}"),
                    now=t(f"finding_class.{result.class_effective}"),
                ),
            )
        )
    if finding.cause:
        summary = ctx.prose(finding.cause.summary) if finding.cause.summary else BLANK
        facts.append(Fact(t("column.cause"), lines(t(f"cause.{finding.cause.category}"), summary)))
    if result.repeats:
        links = [anchored(ctx.finding_href(f), f) for f in result.repeats]
        facts.append(Fact(t("finding.repeats"), ctx.words.listed_html(links)))
    if result.not_sustained:
        links = [anchored(ctx.action_href(a), a) for a in result.not_sustained]
        facts.append(Fact(t("finding.not_sustained"), ctx.words.listed_html(links)))
    if finding.accepted:
        accepted = finding.accepted
        words = t("finding.accepted_words", by=ctx.person_name(accepted.by), until=ctx.formats.date(accepted.until))
        facts.append(Fact(t("finding.accepted"), lines(ctx.prose(accepted.reason), muted(words))))
    if finding.evidence:
        facts.append(Fact(t("audit.evidence"), lines(*(evidence(e) for e in finding.evidence))))
    if result.age_days is not None:
        facts.append(Fact(t("column.age"), ctx.words.n("count.days", result.age_days)))
    return tuple(facts)


def _whys(ctx: Context, cause: Cause | None) -> tuple[Markup, ...]:
    return tuple(ctx.text(why) for why in cause.whys) if cause else ()


def _actions(ctx: Context, result: FindingResult) -> Table | None:
    """What is done about it; None for a good practice, which asks for nothing."""
    if result.class_ == "good-practice" and not result.actions:
        return None
    t = ctx.words.t
    rows = []
    for action_id in result.actions:
        action = ctx.actions[action_id]
        rows.append(
            Row(
                (
                    Cell(registers.action_link(ctx, action)),
                    Cell(t(f"action_type.{ctx.workspace.actions[action_id].type}")),
                    Cell(ctx.person_name(action.owner)),
                    Cell(ctx.formats.day(action.due), action.due.isoformat()),
                    Cell(say.action_status(ctx, action)),
                    Cell(say.verdict(ctx, action.verdict)),
                )
            )
        )
    columns = (
        Column(t("column.action"), "al-main"),
        Column(t("column.type")),
        Column(t("column.owner")),
        Column(t("column.due")),
        Column(t("column.status")),
        Column(t("column.verdict")),
    )
    return Table(
        t("finding.actions_caption", id=result.id),
        columns,
        tuple(rows),
        t("empty.no_actions_for_finding"),
        css="al-table--compact",
    )
