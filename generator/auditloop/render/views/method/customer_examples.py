"""Worked example of a customer value, with the numbers of one tier."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.render.views import customers
from auditloop.render.views.context import Context


def value_example(ctx: Context) -> Iterable[Markup]:
    """The highest tier that may be shown."""
    for result in ctx.results.customers:
        tiers = {tier.id: tier for tier in customers.written(ctx, result).tiers}
        for tier in reversed(result.tiers):
            if not tier.hidden and tier.value is not None:
                name = customers.tier_name(ctx, tier)
                sum_ = customers.formula(ctx, tiers[tier.id], tier)
                yield ctx.words.html("method.customer_value.example", tier=name, sum=sum_)
                return
