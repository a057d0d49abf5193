"""Two charts of the tiers: share of customers against share of value, and how satisfied each tier is."""

from __future__ import annotations

from auditloop.assess.results import CustomersResult, TierResult
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.customers import tables
from auditloop.render.views.customers.words import tier_name


def charts_of(ctx: Context, result: CustomersResult) -> tuple[ChartBlock, ChartBlock]:
    return value_block(ctx, result), satisfaction_block(ctx, result)


def key_of(result: CustomersResult) -> str:
    return result.team or "all"


def value_block(ctx: Context, result: CustomersResult) -> ChartBlock:
    t, percent = ctx.words.t, ctx.formats.percent
    shared = [tier for tier in result.tiers if tier.customers_share is not None and tier.value_share is not None]
    if not shared:
        return ChartBlock(None, empty=t("empty.no_tiers_shown"))
    top = max(shared, key=lambda tier: (tier.value_share or 0) - (tier.customers_share or 0))
    title = t("customers.value_title", tier=tier_name(ctx, top), share=percent(top.value_share))
    sentence = t("customers.value_sentence", tier=tier_name(ctx, top), share=percent(top.customers_share, 1))
    rows = [
        {
            "name": tier_name(ctx, tier),
            "order": order,
            "value": 100 * (tier.value_share or 0),
            "expected": 100 * (tier.customers_share or 0),
            "label": percent(tier.value_share, 1),
            "tip": figures.tip(
                tier_name(ctx, tier),
                t(
                    "customers.value_tip",
                    customers=percent(tier.customers_share, 1),
                    value=percent(tier.value_share, 1),
                ),
            ),
        }
        for order, tier in enumerate(shared)
    ]
    chart = Chart(
        id=f"customers-{key_of(result)}-value",
        kind="dumbbell",
        datasets={"rows": rows},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={
            "y": t("customers.value_scale"),
            "gap": t("customers.value_share"),
            "expected": t("customers.customers_share"),
            "common": t("customers.value_share"),
        },
        low=0,
        columns=(
            ("name", t("customers.tier")),
            ("expected", t("customers.customers_share")),
            ("value", t("customers.value_share")),
        ),
    )
    caption = t("customers.value_caption", period=ctx.formats.period(result.period))
    return ChartBlock(chart, title, sentence, caption, tables.value_table(ctx, result, brief=True))


def satisfaction_block(ctx: Context, result: CustomersResult) -> ChartBlock:
    t = ctx.words.t
    rated = [tier for tier in result.tiers if tier.csat is not None]
    if not rated:
        return ChartBlock(None, empty=t("empty.no_rated_tiers"))
    title, sentence = _satisfaction(ctx, rated)
    rows = [_rated(ctx, order, tier) for order, tier in enumerate(rated)]
    chart = Chart(
        id=f"customers-{key_of(result)}-satisfaction",
        kind="intervals",
        datasets={"rows": rows, "centre": []},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"y": t("customers.satisfaction_scale")},
        columns=tuple((name, name) for name in ("name", "n", "value", "low", "high")),
    )
    caption = t("customers.satisfaction_caption", period=ctx.formats.period(result.period))
    return ChartBlock(chart, title, sentence, caption, tables.served_table(ctx, result, brief=True))


def _rated(ctx: Context, order: int, tier: TierResult) -> dict[str, object]:
    assert tier.csat is not None
    low, high = tier.csat.interval
    return {
        "name": tier_name(ctx, tier),
        "order": order,
        "value": 100 * tier.csat.value,
        "low": 100 * low,
        "high": 100 * high,
        "n": tier.csat.of,
        "label": ctx.formats.percent(tier.csat.value, 1),
        "tip": figures.tip(
            f"{tier_name(ctx, tier)}: {ctx.formats.percent(tier.csat.value, 1)}",
            ctx.words.n("customers.ratings", tier.csat.of),
        ),
    }


def _satisfaction(ctx: Context, rated: list[TierResult]) -> tuple[str, str]:
    """Whether any tier's interval lies apart from another's; overlapping ones differ no more than chance may."""
    t, percent = ctx.words.t, ctx.formats.percent
    known = [(tier, tier.csat) for tier in rated if tier.csat]
    least, least_csat = min(known, key=lambda each: each[1].value)
    most, most_csat = max(known, key=lambda each: each[1].value)
    facts = {
        "low": tier_name(ctx, least),
        "low_share": percent(least_csat.value, 1),
        "high": tier_name(ctx, most),
        "high_share": percent(most_csat.value, 1),
    }
    apart = least_csat.interval[1] < most_csat.interval[0]
    key = "one" if len(known) == 1 else "apart" if apart else "alike"
    return t(f"customers.satisfaction_title_{key}", **facts), t(f"customers.satisfaction_{key}", **facts)
