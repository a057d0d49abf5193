"""The page of all findings: causes, domains, risks, what recurs, what is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.results import FindingResult, FindingSummary
from auditloop.render.views import registers
from auditloop.render.views.common import ChartBlock, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.selection import is_open


@dataclass(frozen=True, slots=True)
class FindingsIndex:
    causes: ChartBlock
    domains: ChartBlock
    grid: ChartBlock
    recurring: Table
    open: Table
    years: tuple[Link, ...]


def index(
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
            Link(_year_words(ctx, year, found), ctx.href.page(ctx.path.findings_of(year)))
            for year, found in sorted(_by_year(ctx).items(), reverse=True)
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


def _by_year(ctx: Context) -> dict[int, list[FindingResult]]:
    found: dict[int, list[FindingResult]] = {}
    for finding in ctx.results.findings:
        found.setdefault(finding.date.year, []).append(finding)
    return found


def _year_words(ctx: Context, year: int, findings: Sequence[FindingResult]) -> str:
    """Good practices are counted apart, as everywhere: they are nothing to close."""
    good = sum(f.class_ == "good-practice" for f in findings)
    words = ctx.words.n("findings.year", len(findings) - good, year=year)
    return ctx.words.n("findings.year_good", good, findings=words) if good else words


def _lead(ctx: Context, summary: FindingSummary | None) -> str:
    t = ctx.words.t
    if summary is None or not summary.total:
        return t("empty.no_findings")
    serious = summary.by_risk.get("extreme", 0) + summary.by_risk.get("high", 0)
    sentences = [
        t("findings.lead", total=summary.total, open=summary.open),
        ctx.words.n("findings.lead_good", good) if (good := summary.by_class.get("good-practice", 0)) else "",
        ctx.words.n("findings.lead_serious", serious) if summary.open else "",
    ]
    if summary.by_cause:
        first = summary.by_cause[0]
        sentences.append(
            t("findings.lead_cause", cause=t(f"cause.{first.key}"), share=ctx.formats.percent(first.share))
        )
    sentences.append(ctx.words.n("findings.lead_recurring", summary.recurring))
    return ctx.words.sentences(sentences)
