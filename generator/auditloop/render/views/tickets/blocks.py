"""The charts of a page of tickets, together."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import Count, TicketResult
from auditloop.render.charts import Chart
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.pareto import pareto_block
from auditloop.render.views.standards.process import process_block
from auditloop.render.views.tickets.ageing import ageing_block
from auditloop.render.views.tickets.heat import cross_block, hours_block
from auditloop.render.views.tickets.volume import volume_block


@dataclass(frozen=True, slots=True)
class Blocks:
    volume: ChartBlock
    complaints: ChartBlock
    categories: ChartBlock
    cross: ChartBlock
    hours: ChartBlock
    ageing: ChartBlock
    process: ChartBlock | None
    """Of a team; the organisation's stands with the standards."""

    def charts(self) -> tuple[Chart, ...]:
        found = (self.volume, self.complaints, self.categories, self.cross, self.hours, self.ageing, self.process)
        return tuple(block.chart for block in found if block and block.chart)


def blocks_of(ctx: Context, team: str | None) -> Blocks:
    result = ctx.tickets.get(team)
    return Blocks(
        volume=volume_block(ctx, result),
        complaints=_categories(ctx, result, "complaint_categories", result.complaint_categories if result else []),
        categories=_categories(ctx, result, "categories", result.categories if result else []),
        cross=cross_block(ctx, result),
        hours=hours_block(ctx, result),
        ageing=ageing_block(ctx, result),
        process=None if team is None else process_block(ctx, team),
    )


def chart_id(name: str, result: TicketResult) -> str:
    return f"tickets-{name}" if result.team is None else f"tickets-{name}-{result.team}"


def _categories(ctx: Context, result: TicketResult | None, which: str, counts: list[Count]) -> ChartBlock:
    return pareto_block(
        ctx,
        f"tickets.{which}",
        counts,
        {count.key: ctx.category_name(count.key) for count in counts},
        counted="complaints" if which == "complaint_categories" else "tickets",
        scale=ctx.words.t(f"tickets.{which}_scale"),
        chart_id=chart_id(which.replace("_", "-"), result) if result else which,
        empty=ctx.words.t("empty.no_ticket_categories" if result else "empty.no_tickets"),
        window=ctx.formats.window(result.window) if result else "",
    )
