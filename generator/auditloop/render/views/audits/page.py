"""One audit's page, put together from its parts."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import AuditResult
from auditloop.render.views import registers, say
from auditloop.render.views.audits import summary, tables
from auditloop.render.views.audits.tree import DomainView, score_tree
from auditloop.render.views.common import Fact, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame


@dataclass(frozen=True, slots=True)
class AuditView:
    is_draft: bool
    facts: tuple[Fact, ...]
    caps: tuple[str, ...]
    lost: Table
    domains: tuple[DomainView, ...]
    total: str
    comparison_words: str
    comparison: Table | None
    findings: Table
    agreement: Table | None


def inputs(ctx: Context, result: AuditResult) -> tuple[object, ...]:
    """Everything below that is about this audit alone."""
    audit = ctx.workspace.audits[result.id]
    previous = ctx.audits.get(audit.previous) if audit.previous else None
    return (
        *(audit, result, ctx.workspace.origins.get(("audit", result.id))),
        [(ctx.findings.get(finding), ctx.finding_href(finding)) for finding in result.findings],
        (previous.id, previous.type, previous.date) if previous else None,
    )


def view(ctx: Context, result: AuditResult) -> PageView:
    t = ctx.words.t
    audit = ctx.workspace.audits[result.id]
    checklist = ctx.checklist_of(result)
    findings = [ctx.findings[f] for f in result.findings if f in ctx.findings]
    body = AuditView(
        is_draft=result.status == "draft",
        facts=summary.facts(ctx, audit, result),
        caps=summary.caps(ctx, result),
        lost=tables.lost(ctx, audit, result, checklist),
        domains=score_tree(ctx, audit, result, checklist),
        total=say.score(ctx, result.score),
        comparison_words=tables.comparison_words(ctx, result.comparison),
        comparison=tables.comparison_table(ctx, result, result.comparison),
        findings=registers.finding_table(
            ctx,
            findings,
            t("audit.findings_caption"),
            anchor="finding-table",
            empty=t("empty.no_findings_in_audit"),
            team_column=False,
        ),
        agreement=tables.agreement(ctx, result),
    )
    related = [
        Link(ctx.team_name(result.team), ctx.href.team(result.team)),
        Link(ctx.checklist_name(result.checklist), ctx.href.checklist(result.checklist)),
    ]
    if audit.previous and audit.previous in ctx.audits:
        related.append(Link(t("audit.previous_link"), ctx.href.audit(audit.previous)))
    return PageView(
        "audit",
        frame(
            ctx,
            path=ctx.path.audit(result.id),
            kind="audit",
            title=ctx.audit_title(result),
            lead=summary.lead(ctx, audit, result),
            crumbs=[
                Link(t("nav.audits"), ctx.href.page("audits/index.md")),
                Link(ctx.team_name(result.team), ctx.href.team(result.team)),
            ],
            edit=("audit", result.id),
            related=related,
            period=ctx.formats.date(result.date),
        ),
        body,
    )
