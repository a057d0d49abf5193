"""Proposals in words: state, answer, reward, outcome, a team's share; one fact has one wording everywhere."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import ProposalResult, ProposalSummary
from auditloop.render.views import before_after, say
from auditloop.render.views.common import anchored, lines, muted, small, spaced
from auditloop.render.views.context import Context

_LOOKS = {"submitted": "open", "adopted": "open", "declined": "cancelled", "done": "done", "proven": "verified"}


def link(ctx: Context, proposal: str) -> Markup:
    title = ctx.text(ctx.workspace.proposals[proposal].title)
    return anchored(ctx.href.page(ctx.path.proposals, proposal), title)


def status(ctx: Context, record: ProposalResult) -> Markup:
    return say.badge(_LOOKS[record.status], ctx.words.t(f"proposals.status.{record.status}"))


def answer(ctx: Context, record: ProposalResult) -> Markup | str:
    """How long the answer took or is waited for, and whether the promise was kept."""
    if record.waiting_days is not None:
        waits = ctx.words.n("proposals.waits", record.waiting_days)
        return say.judgement("bad", waits) if record.in_time is False else waits
    took = ctx.words.n("count.days", record.days_to_answer or 0)
    if record.in_time is False:
        return lines(took, small(say.judgement("bad", ctx.words.t("proposals.late"))))
    return took


def reward(ctx: Context, record: ProposalResult) -> Markup | str:
    written = ctx.workspace.proposals[record.id].reward
    if written is None:
        return say.no_value(ctx, "empty.no_reward")
    money = amount(ctx, record.amount, record.currency) if record.amount is not None else ""
    return lines(money, ctx.text(written.what) if written.what else "")


def amount(ctx: Context, value: float | None, currency: str | None) -> str:
    return ctx.words.t("proposals.amount", amount=ctx.formats.general(value), currency=currency or "")


def outcome(ctx: Context, record: ProposalResult) -> Markup:
    """What the figures say once it was carried out; an attempt without effect costs nobody anything."""
    t = ctx.words.t
    if record.done is None:
        return say.no_value(ctx, "empty.not_carried_out")
    parts: list[Markup | str] = []
    if record.effect is not None and record.effect.difference is not None:
        parts.append(before_after.both(ctx, record.effect))
        parts.append(small(before_after.rate(ctx, record.effect)))
    if record.contradicted:
        parts.append(say.judgement("warn", t("proposals.contradicted")))
    elif record.outcome == "worked":
        parts.append(say.judgement("good", t("before_after.better")))
    elif record.outcome == "no-effect":
        parts.append(say.judgement("common", t("proposals.no_effect")))
    elif record.effect is not None and record.effect.beyond_chance is False:
        parts.append(say.judgement("common", t("before_after.within_chance")))
    else:
        parts.append(muted(t("proposals.not_yet")))
    return lines(*parts)


def of_team(ctx: Context, team: str) -> Markup | None:
    """A team's share in one sentence, with the way to the page; None without proposals."""
    summary = ctx.proposal_summaries.get(team)
    if summary is None:
        return None
    href = f"{ctx.href.page(ctx.path.proposals)}#team-table"
    return spaced(sentence(ctx, summary), anchored(href, ctx.words.t("proposals.more")))


def sentence(ctx: Context, summary: ProposalSummary) -> str:
    """`12 proposals: 8 adopted, 6 carried out, 4 proven.` And who waits."""
    counts = {key: ctx.formats.number(getattr(summary, key)) for key in ("adopted", "done", "proven")}
    sentences = [
        ctx.words.n("proposals.sentence", summary.submitted, n=ctx.formats.number(summary.submitted), **counts)
    ]
    if summary.waiting:
        sentences.append(ctx.words.n("proposals.sentence_waiting", summary.waiting))
    return ctx.words.sentences(sentences)
