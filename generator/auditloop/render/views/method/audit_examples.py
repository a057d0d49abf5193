"""Worked examples of audits: item, score, coverage, caps, comparison, agreement."""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul

from markupsafe import Markup

from auditloop.assess.results import AuditResult, DomainResult, ItemResult
from auditloop.render.views import say
from auditloop.render.views.audits import answer_words
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, PLUS, TIMES, enough


def example_audit(ctx: Context) -> AuditResult | None:
    """The newest final audit with something less than full in it, so that there is something to calculate."""
    final = [a for a in ctx.results.audits if a.status == "final" and a.score is not None]
    return next((a for a in final if a.score is not None and a.score < 100), final[0] if final else None)


def _finals_first(ctx: Context) -> list[AuditResult]:
    """A draft's numbers still move: it explains a formula only where no final audit can."""
    return sorted(ctx.results.audits, key=lambda audit: audit.status != "final")


def _items(audit: AuditResult) -> Iterable[tuple[DomainResult, ItemResult]]:
    for domain in audit.domains:
        for section in domain.sections:
            for item in section.items:
                yield domain, item


def _audit_link(ctx: Context, audit: str, anchor: str = "") -> Markup:
    return anchored(ctx.href.audit(audit, anchor), ctx.audit_title(ctx.audits[audit]))


def item_example(ctx: Context, audit: AuditResult | None) -> Iterable[Markup]:
    """One graded and one sampled answer, from the newest audits that have one."""
    if audit is None:
        return
    graded = next(
        (i for _, i in _items(audit) if i.ratio is not None and 0 < i.ratio < 1 and _graded(ctx, audit, i)), None
    )
    if graded:
        yield _answer_line(ctx, audit, graded)
    for other in ctx.results.audits:
        sampled = next((i for _, i in _items(other) if i.ratio is not None and _sampled(ctx, other, i)), None)
        if sampled:
            yield _answer_line(ctx, other, sampled)
            return


def _graded(ctx: Context, audit: AuditResult, item: ItemResult) -> bool:
    answer = ctx.workspace.audits[audit.id].answers.get(item.id)
    return answer is not None and answer.score is not None


def _sampled(ctx: Context, audit: AuditResult, item: ItemResult) -> bool:
    answer = ctx.workspace.audits[audit.id].answers.get(item.id)
    return answer is not None and answer.sample is not None


def _answer_line(ctx: Context, audit: AuditResult, item: ItemResult) -> Markup:
    answer = ctx.workspace.audits[audit.id].answers[item.id]
    checklist = ctx.workspace.checklists[audit.checklist]
    general, ratio = ctx.formats.general, ctx.formats.number(item.ratio, 2)
    if answer.sample:
        sum_ = f"1{LESS}{answer.sample.failed}{DIVIDED}{answer.sample.size}{EQUALS}{ratio}"
    elif checklist.scale.kind == "levels" and isinstance(answer.score, int | float):
        values = [level.value for level in checklist.scale.levels]
        low, high = min(values), max(values)
        sum_ = f"({general(float(answer.score))}{LESS}{low}){DIVIDED}({high}{LESS}{low}){EQUALS}{ratio}"
    else:
        sum_ = f"{answer_words(ctx, answer, checklist)}{EQUALS}{ratio}"
    ask = anchored(ctx.href.audit(audit.id, f"item-{item.id}"), ctx.asks.get((audit.checklist, item.id), item.id))
    return ctx.words.html("method.item.example", ask=ask, answer=answer_words(ctx, answer, checklist), sum=sum_)


def score_example(ctx: Context, audit: AuditResult | None) -> Iterable[Markup]:
    """A domain from its items, then the audit from its domains: the shown points add up to the score."""
    if audit is None:
        return
    number = ctx.formats.number
    scored = [d for d in audit.domains if d.score is not None]
    section = next(
        (
            s
            for d in scored
            for s in d.sections
            if s.score is not None and s.score < 100 and all(i.ratio is not None for i in s.items)
        ),
        None,
    )
    if section:
        domain = next(d for d in scored if section in d.sections)
        all_weights = [i.weight for i in section.items]
        decimals = enough(
            [i.ratio or 0.0 for i in section.items],
            lambda ratios: 100 * sum(map(mul, all_weights, ratios)) / sum(all_weights),
            least=2,
            result_decimals=1,
        )
        top = PLUS.join(f"{ctx.formats.general(i.weight)}{TIMES}{number(i.ratio, decimals)}" for i in section.items)
        weights = PLUS.join(ctx.formats.general(i.weight) for i in section.items)
        sum_ = f"({top}){DIVIDED}({weights}){TIMES}100{EQUALS}{number(section.score, 1)}"
        yield ctx.words.html(
            "method.score.example_section", domain=ctx.domain_name(audit.checklist, domain.id), sum=sum_
        )
    decimals = enough([d.contribution or 0.0 for d in scored], sum, least=2, result_decimals=2)
    points = PLUS.join(f"{ctx.domain_name(audit.checklist, d.id)} {number(d.contribution, decimals)}" for d in scored)
    yield ctx.words.html(
        "method.score.example", audit=_audit_link(ctx, audit.id), sum=f"{points}{EQUALS}{number(audit.score, 2)}"
    )


def coverage_example(ctx: Context, audit: AuditResult | None) -> Iterable[Markup]:
    if audit is None or audit.coverage is None or audit.na_share is None:
        return
    states = [i.state for _, i in _items(audit)]
    yield ctx.words.html(
        "method.coverage.example",
        audit=_audit_link(ctx, audit.id),
        coverage=ctx.formats.percent(audit.coverage, 1),
        na_share=ctx.formats.percent(audit.na_share, 1),
        scored=states.count("scored"),
        na=states.count("na"),
        missing=states.count("missing"),
    )


def cap_example(ctx: Context) -> Iterable[Markup]:
    for audit in _finals_first(ctx):
        for domain in audit.domains:
            if domain.capped_by:
                yield ctx.words.html(
                    "method.caps.example",
                    audit=_audit_link(ctx, audit.id, f"domain-{domain.id}"),
                    domain=ctx.domain_name(audit.checklist, domain.id),
                    score=say.score(ctx, domain.score),
                    grade=domain.grade or "",
                    item=ctx.asks.get((audit.checklist, domain.capped_by[0]), domain.capped_by[0]),
                )
                return
        if audit.passed is False and audit.capped_by:
            yield ctx.words.html(
                "method.caps.example_overall",
                audit=_audit_link(ctx, audit.id),
                score=say.score(ctx, audit.score),
                item=ctx.asks.get((audit.checklist, audit.capped_by[0]), audit.capped_by[0]),
            )
            return


def comparison_example(ctx: Context) -> Iterable[Markup]:
    for audit in _finals_first(ctx):
        c = audit.comparison
        if c and c.comparable and c.change is not None:
            signed, three = ctx.formats.signed, (c.performance or 0.0, c.weights or 0.0, c.applicability or 0.0)
            decimals = enough(three, sum, least=2, result_decimals=2)
            parts = " ".join(signed(part, decimals) for part in three)
            sum_ = f"{parts}{EQUALS}{signed(c.change, 2)}"
            yield ctx.words.html("method.comparison.example", audit=_audit_link(ctx, audit.id, "comparison"), sum=sum_)
            return


def agreement_example(ctx: Context) -> Iterable[Markup]:
    for audit in _finals_first(ctx):
        for other in audit.agreement:
            if other.kappa is not None:
                yield ctx.words.html(
                    "method.agreement.example",
                    audit=_audit_link(ctx, audit.id, "agreement"),
                    other=_audit_link(ctx, other.audit),
                    n=other.n,
                    kappa=ctx.formats.number(other.kappa, 2),
                    difference=ctx.formats.signed(other.difference, 1),
                )
                return
