"""The page of customers' tiers: the organisation's, then those that teams have of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import CustomersResult
from auditloop.render.views.common import ChartBlock, Fact, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.customers import tables
from auditloop.render.views.customers.words import lead, record, written
from auditloop.render.views.frames import frame


@dataclass(frozen=True, slots=True)
class TiersView:
    """The tiers of one scope."""

    anchor: str
    heading: str
    lead: str
    """Empty for the first, whose words lead the page."""
    value: ChartBlock
    values: Table
    formulas: tuple[Fact, ...]
    satisfaction: ChartBlock
    served: Table
    standards: Table
    others: str
    """Tickets of no tier."""
    policies: tuple[Fact, ...]
    note: Markup | None


@dataclass(frozen=True, slots=True)
class CustomersView:
    scopes: tuple[TiersView, ...]


def view(ctx: Context, blocks: Sequence[tuple[ChartBlock, ChartBlock]]) -> PageView:
    t, results = ctx.words.t, ctx.results.customers
    return PageView(
        "customers",
        frame(
            ctx,
            path=ctx.path.customers,
            kind="customers",
            title=t("nav.customers"),
            lead=lead(ctx, results[0]) if results else t("empty.no_segments"),
            period=ctx.formats.period(results[0].period) if results else None,
            edit=record(results[0]) if len(results) == 1 else None,
            sources=[record(result) for result in results],
            related=[
                Link(t("nav.satisfaction"), ctx.href.satisfaction(None)),
                Link(t("nav.standards"), ctx.href.page("standards.md")),
                Link(t("method.customer_value.title"), ctx.href.method("customer-value")),
            ],
        ),
        CustomersView(
            tuple(_scope(ctx, result, *pair) for result, pair in zip(results, blocks, strict=True)),
        ),
    )


def _scope(ctx: Context, result: CustomersResult, value: ChartBlock, satisfaction: ChartBlock) -> TiersView:
    note = written(ctx, result).note
    first = result is ctx.results.customers[0]
    return TiersView(
        anchor=f"tiers-{result.team or 'all'}",
        heading=ctx.team_name(result.team),
        lead="" if first else lead(ctx, result),
        value=value,
        values=tables.value_table(ctx, result),
        formulas=tables.formulas(ctx, result),
        satisfaction=satisfaction,
        served=tables.served_table(ctx, result),
        standards=tables.standards_table(ctx, result),
        others=ctx.words.n("customers.other_tickets", result.other_tickets) if result.other_tickets else "",
        policies=tables.policies(ctx, result),
        note=ctx.prose(note) if note else None,
    )
