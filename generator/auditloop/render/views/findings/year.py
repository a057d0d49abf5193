"""Every finding of one year's audits, each at its own anchor."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import FindingResult
from auditloop.render.views import registers
from auditloop.render.views.common import Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.findings.record import FindingView, finding_view
from auditloop.render.views.frames import frame
from auditloop.render.views.selection import is_open


@dataclass(frozen=True, slots=True)
class FindingsYear:
    table: Table
    findings: tuple[FindingView, ...]


def year_view(ctx: Context, year: int, findings: list[FindingResult]) -> PageView:
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
        tuple(finding_view(ctx, f) for f in findings),
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
