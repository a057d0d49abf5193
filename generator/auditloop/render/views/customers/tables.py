"""The tables of tiers: value with its formula, satisfaction and service, standards, and what each is promised."""

from __future__ import annotations

from markupsafe import Markup

from auditloop.assess.results import CustomersResult, TierResult, TierStandard
from auditloop.render.views import say
from auditloop.render.views.common import Cell, Column, Fact, Row, Table, lines, muted, small, spaced
from auditloop.render.views.context import Context
from auditloop.render.views.customers.words import change, formula, tier_name, value, written
from auditloop.render.views.standards.table import standard_link


def value_table(ctx: Context, result: CustomersResult, *, brief: bool = False) -> Table:
    """From the lowest to the highest tier; `brief` leaves out how each value comes about."""
    t = ctx.words.t
    columns = [
        Column(t("customers.tier"), "al-main"),
        Column(t("customers.customers"), "al-num"),
        Column(t("customers.customers_share"), "al-num"),
        Column(t("customers.value", currency=result.currency), "al-num"),
        Column(t("customers.value_share"), "al-num"),
    ]
    if not brief:
        columns.append(Column(t("customers.change")))
    rows = tuple(Row(_value(ctx, tier, brief=brief)) for tier in result.tiers)
    caption = t("customers.value_table", period=ctx.formats.period(result.period))
    id_ = None if brief else f"value-table-{result.team or 'all'}"
    return Table(caption, tuple(columns), rows, t("empty.no_tiers_shown"), id=id_, css="al-table--short")


def _value(ctx: Context, tier: TierResult, *, brief: bool) -> tuple[Cell, ...]:
    name = Cell(ctx.text(tier.name))
    if tier.hidden:
        few = say.no_value(ctx, "empty.fewer_than_five_customers")
        return (name, *(Cell(few) for _ in range(4 if brief else 5)))
    percent = ctx.formats.percent
    without = say.no_value(ctx, "empty.left_out_of_shares")
    cells = [
        name,
        Cell(ctx.formats.number(tier.customers), str(tier.customers)),
        Cell(percent(tier.customers_share, 1) if tier.customers_share is not None else without),
        Cell(value(ctx, tier.value), f"{tier.value}"),
        Cell(percent(tier.value_share, 1) if tier.value_share is not None else without),
    ]
    if not brief:
        rate = change(tier)
        shown = say.no_value(ctx, "empty.no_comparison")
        if rate is not None:
            shown = say.arrow(ctx.formats.signed_percent(rate, 1), 100 * rate, 1, None)
            shown = lines(shown, small(muted(ctx.words.t("customers.was", value=value(ctx, tier.previous_value)))))
        cells.append(Cell(shown, f"{rate}"))
    return tuple(cells)


def formulas(ctx: Context, result: CustomersResult) -> tuple[Fact, ...]:
    """How each tier's value comes about, with its own numbers."""
    tiers = {tier.id: tier for tier in written(ctx, result).tiers}
    return tuple(
        Fact(tier_name(ctx, tier), formula(ctx, tiers[tier.id], tier)) for tier in result.tiers if not tier.hidden
    )


def served_table(ctx: Context, result: CustomersResult, *, brief: bool = False) -> Table:
    t = ctx.words.t
    columns = (
        Column(t("customers.tier"), "al-main"),
        Column(t("column.tickets"), "al-num"),
        Column(t("customers.rated"), "al-num"),
        Column(t("customers.satisfied"), "al-num"),
        Column(t("customers.mean"), "al-num"),
    )
    rows = tuple(Row(_served(ctx, tier)) for tier in result.tiers)
    caption = t("customers.served_table", period=ctx.formats.period(result.period))
    id_ = None if brief else f"served-table-{result.team or 'all'}"
    return Table(caption, columns, rows, t("empty.no_tiers_shown"), id=id_, css="al-table--short")


def _served(ctx: Context, tier: TierResult) -> tuple[Cell, ...]:
    few = Cell(say.no_value(ctx, "empty.fewer_than_five"))
    name = Cell(ctx.text(tier.name))
    tickets = Cell(ctx.formats.number(tier.tickets)) if tier.tickets is not None else few
    if tier.csat is None:
        return (name, tickets, few, few, few)
    low, high = (ctx.formats.percent(end, 1) for end in tier.csat.interval)
    return (
        name,
        tickets,
        Cell(ctx.formats.number(tier.csat.of)),
        Cell(
            lines(ctx.formats.percent(tier.csat.value, 1), small(muted(ctx.words.t("spc.range", low=low, high=high)))),
            f"{tier.csat.value:.6f}",
        ),
        Cell(ctx.formats.number(tier.mean_rating, 2)),
    )


def standards_table(ctx: Context, result: CustomersResult) -> Table:
    """Standards down, tiers across; those with a target of a tier's own first."""
    t = ctx.words.t
    tiers = [tier for tier in result.tiers if not tier.hidden]
    ids = dict.fromkeys(
        each.id
        for own in (True, False)
        for tier in tiers
        for each in tier.standards
        if each.own_target is own and (own or each.due)
    )
    columns = (
        Column(t("standards.standard"), "al-main"),
        *(Column(tier_name(ctx, tier), "al-num") for tier in tiers),
    )
    rows = tuple(
        Row((Cell(standard_link(ctx, ctx.workspace.standards[id])), *(_attainment(ctx, tier, id) for tier in tiers)))
        for id in ids
    )
    caption = t("customers.standards_table", period=ctx.formats.period(result.period))
    id_ = f"standard-table-{result.team or 'all'}"
    return Table(caption, columns, rows, t("empty.no_tier_standards"), id=id_, css="al-table--short")


def _attainment(ctx: Context, tier: TierResult, id: str) -> Cell:
    found = next((each for each in tier.standards if each.id == id), None)
    if found is None or found.attainment is None:
        return Cell(lines(say.no_value(ctx, "empty.fewer_than_five"), _target(ctx, found)), "")
    percent = ctx.formats.percent(found.attainment, 1)
    mark = (
        say.judgement({True: "good", False: "bad", None: "common"}[found.met], percent) if found.own_target else percent
    )
    of = ctx.words.t("customers.kept_of", kept=ctx.formats.number(found.kept), due=ctx.formats.number(found.due))
    return Cell(lines(mark, small(muted(of)), _target(ctx, found)), f"{found.attainment:.6f}")


def _target(ctx: Context, found: TierStandard | None) -> Markup | str:
    if found is None or not found.own_target or found.target is None:
        return ""
    return small(spaced(ctx.words.t("customers.own_target", target=ctx.formats.percent(found.target))))


def policies(ctx: Context, result: CustomersResult) -> tuple[Fact, ...]:
    tiers = {tier.id: tier for tier in written(ctx, result).tiers}
    return tuple(Fact(tier_name(ctx, tier), ctx.prose(tiers[tier.id].policy)) for tier in result.tiers)
