"""Tiers in words: their names, the customer value with the tier's own numbers, a team's share."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from auditloop.assess.results import CustomersResult, TierResult
from auditloop.model import Segments, Tier
from auditloop.render.views.common import anchored, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.signs import DIVIDED, EQUALS, PLUS, TIMES


def tier_name(ctx: Context, tier: TierResult) -> str:
    return ctx.plain(tier.name)


def written(ctx: Context, result: CustomersResult) -> Segments:
    """What people wrote of this scope and period."""
    return next(
        each for each in ctx.workspace.segments if (each.team, each.period.text) == (result.team, result.period)
    )


def record(result: CustomersResult) -> tuple[str, str]:
    return "segments", "/".join(part for part in (result.team, result.period) if part)


def value(ctx: Context, number: float | None) -> str:
    """Whole where it is large: a customer value is no price."""
    return ctx.formats.number(number, 0 if number is None or abs(number) >= 100 else 1)


def formula(ctx: Context, tier: Tier, result: TierResult) -> str:
    """`(980 × 6.5 + 260 × 8 + 91) ÷ 4.5 = 1,898`"""
    plain = ctx.formats.general
    spent = [f"{plain(each.amount)}{TIMES}{plain(each.frequency)}" for each in tier.transactions]
    parts = PLUS.join([*spent, *(plain(each.score) for each in tier.satisfaction)])
    return f"({parts}){DIVIDED}{plain(tier.relation_years)}{EQUALS}{value(ctx, result.value)}"


def change(result: TierResult) -> float | None:
    """Of the value since the period before, as a share of it."""
    if result.value is None or not result.previous_value:
        return None
    return (result.value - result.previous_value) / abs(result.previous_value)


def lead(ctx: Context, result: CustomersResult) -> str:
    """Whose value is furthest above their number, and whether all tiers are told."""
    t = ctx.words.t
    shared = [tier for tier in result.tiers if tier.customers_share is not None and tier.value_share is not None]
    if not shared or not result.customers:
        return t("customers.lead_none", period=ctx.formats.period(result.period))
    top = max(shared, key=_beyond)
    sentences = [
        t(
            "customers.lead",
            period=ctx.formats.period(result.period),
            tier=tier_name(ctx, top),
            customers=ctx.formats.percent(top.customers_share, 1),
            value=ctx.formats.percent(top.value_share, 1),
        )
    ]
    missed = _missed(result.tiers)
    if missed:
        sentences.append(ctx.words.n("customers.lead_missed", missed))
    hidden = [tier_name(ctx, tier) for tier in result.tiers if tier.hidden]
    if hidden:
        sentences.append(ctx.words.n("customers.lead_hidden", len(hidden), names=ctx.words.listed(hidden)))
    return ctx.words.sentences(sentences)


def _beyond(tier: TierResult) -> float:
    return (tier.value_share or 0) - (tier.customers_share or 0)


def _missed(tiers: Sequence[TierResult]) -> int:
    """Own targets that were missed."""
    return sum(each.own_target and each.met is False for tier in tiers for each in tier.standards)


def of_team(ctx: Context, team: str) -> Markup | None:
    """In one sentence, with the way to the page; None where the team has no tiers of its own."""
    result = next((each for each in ctx.results.customers if each.team == team), None)
    if result is None:
        return None
    more = anchored(ctx.href.page(ctx.path.customers, f"tiers-{team}"), ctx.words.t("customers.more"))
    return spaced(lead(ctx, result), more)
