"""What the register of risks says first: how many, how serious, which way they went, and what is overdue."""

from __future__ import annotations

from auditloop.assess.results import RiskSummary
from auditloop.render.views.common import Part
from auditloop.render.views.context import Context


def summary_of(ctx: Context, team: str | None = None) -> RiskSummary | None:
    """None where there is no risk at all."""
    return next((s for s in ctx.results.risks.summaries if s.team == team), None)


def serious(summary: RiskSummary) -> int:
    return summary.by_level.get("extreme", 0) + summary.by_level.get("high", 0)


def lead(ctx: Context, summary: RiskSummary | None) -> str:
    t, n = ctx.words.t, ctx.words.n
    if summary is None:
        return t("risks.none")
    if not summary.total:
        return t("risks.all_closed")
    sentences = [
        n("risks.lead", summary.total),
        n("risks.lead_serious", serious(summary)) if serious(summary) else t("risks.lead_none_serious"),
        n("risks.lead_rising", summary.rising) if summary.rising else "",
        n("risks.lead_falling", summary.falling) if summary.falling else "",
        n("risks.lead_unplanned", summary.serious_without_plan) if summary.serious_without_plan else "",
    ]
    overdue = ctx.words.listed(
        [
            n(f"risks.lead_{key}", count)
            for key, count in (("reviews", summary.reviews_overdue), ("drills", summary.drills_overdue))
            if count
        ]
    )
    sentences.append(t("risks.lead_overdue", what=overdue) if overdue else "")
    return ctx.words.sentences(sentences)


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.risks"), ctx.path.risks, lead(ctx, summary_of(ctx)))
