"""Tiers of customers, and how service standards were kept for each. What the page hides is empty here too."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context


def _tiers(ctx: Context) -> Iterable[str]:
    for result in ctx.results.customers:
        for tier in result.tiers:
            low, high = tier.csat.interval if tier.csat else (None, None)
            yield line(
                *(result.team, ctx.team_name(result.team), result.period, result.currency, tier.id),
                *(ctx.plain(tier.name), flag(tier.hidden), tier.customers, tier.customers_share, tier.spend),
                *(tier.scores, tier.relation_years, tier.value, tier.value_share, result.previous),
                *(tier.previous_value, tier.tickets, tier.csat.of if tier.csat else None),
                *(tier.csat.value if tier.csat else None, low, high, tier.mean_rating),
            )


def _standards(ctx: Context) -> Iterable[str]:
    for result in ctx.results.customers:
        for tier in result.tiers:
            for each in tier.standards:
                low, high = each.interval or (None, None)
                yield line(
                    *(result.team, ctx.team_name(result.team), result.period, tier.id, ctx.plain(tier.name)),
                    *(each.id, ctx.standard_name(each.id), each.due, each.kept, each.attainment, low, high),
                    *(each.target, flag(each.own_target), flag(each.met)),
                )


TABLES = (
    Definition(
        "customer-tiers",
        "team team_name period currency tier tier_name hidden customers customers_share spend scores relation_years "
        "value value_share previous_period previous_value tickets rated csat csat_low csat_high mean_rating",
        _tiers,
    ),
    Definition(
        "customer-tier-standards",
        "team team_name period tier tier_name standard standard_name due kept attainment low high target own_target "
        "met",
        _standards,
    ),
)
