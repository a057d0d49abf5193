"""What a team's page says first: latest audit and its change, weakest domain, targets, what is open."""

from __future__ import annotations

from auditloop.assess.results import AuditComparison, TeamDomain, TeamResult
from auditloop.model import Team
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import say
from auditloop.render.views.context import Context


def lead(ctx: Context, team: Team, result: TeamResult | None) -> str:
    t = ctx.words.t
    sentences = []
    latest = max(result.latest, key=lambda m: m.date) if result and result.latest else None
    if latest is None:
        sentences.append(t("team.never_audited", team=ctx.team_name(team.id)))
    elif latest.score is None:
        sentences.append(
            t(
                "team.latest_not_scored",
                date=ctx.formats.date(latest.date),
                type=t(f"audit_type.{latest.type}"),
                checklist=ctx.checklist_name(latest.checklist),
            )
        )
    else:
        audit = ctx.audits[latest.audit]
        key = "team.latest_audit" if latest.grade else "team.latest_audit_no_grade"
        sentences.append(
            t(
                key,
                date=ctx.formats.date(latest.date),
                type=t(f"audit_type.{latest.type}"),
                checklist=ctx.checklist_name(latest.checklist),
                score=say.score(ctx, latest.score),
                grade=latest.grade,
            )
        )
        if audit.comparison:
            sentences.append(change_sentence(ctx, audit.comparison))
    worst = _worst(result)
    if worst and worst.difference is not None:
        sentences.append(
            t(
                "team.weakest" if worst.difference < 0 else "team.weakest_above",
                domain=ctx.domain_name(worst.checklist, worst.domain),
                score=say.score(ctx, worst.score),
                difference=say.score(ctx, abs(worst.difference)),
                n=worst.n,
            )
        )
    if result and result.kpis_with_target:
        sentences.append(ctx.words.n("team.kpis_met", result.kpis_with_target, met=result.kpis_met))
    findings, actions = ctx.finding_summaries.get(team.id), ctx.action_summaries.get(team.id)
    if findings and actions and (findings.total or actions.total):
        open_findings = ctx.words.n("count.open_findings", findings.open)
        overdue = ctx.words.n("count.overdue_actions", actions.overdue)
        sentences.append(t("team.open", findings=open_findings, actions=overdue))
    return ctx.words.sentences(sentences)


def change_sentence(ctx: Context, comparison: AuditComparison) -> str:
    """`That is 3.2 points more than in the self-audit of 15 March 2026.`"""
    change = comparison.change
    if change is None:
        return ""
    key = "audit.change_none" if vanishes(change, 1) else "audit.change_up" if change > 0 else "audit.change_down"
    earlier = ctx.audits[comparison.audit]
    return ctx.words.t(
        key,
        amount=say.score(ctx, abs(change)),
        type=ctx.words.t(f"audit_type_within.{earlier.type}"),
        date=ctx.formats.date(earlier.date),
    )


def _worst(result: TeamResult | None) -> TeamDomain | None:
    judged = (
        [d for d in result.domains if d.difference is not None and d.score is not None and d.n >= 2] if result else []
    )
    return min(judged, key=lambda d: (d.difference, d.domain)) if judged else None
