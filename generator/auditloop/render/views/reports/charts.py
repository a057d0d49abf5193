"""Charts of a report: those of other pages, drawn from the report's own state, with ids of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditloop.assess.results import KpiResult, Series
from auditloop.render.charts import Chart
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.kpis.control import control_block
from auditloop.render.views.moved import moved_block
from auditloop.render.views.overview.indices import index_chart


def named(block: ChartBlock | None, id: str) -> ChartBlock | None:
    """The block with another id for its chart, so that the same chart may stand on two pages."""
    if block is None or block.chart is None:
        return None
    return replace(block, chart=replace(block.chart, id=id.lower()))


def index_blocks(ctx: Context, key: str) -> tuple[ChartBlock, ...]:
    """The indices over time, and what moved the broadest."""
    indices = ctx.indices_by_team.get(None, [])
    moved = moved_block(ctx, indices[0], f"{key}-moved".lower()) if indices else None
    return tuple(block for block in (named(index_chart(ctx, indices), f"{key}-indices"), moved) if block)


def control_blocks(ctx: Context, key: str, series: Iterable[tuple[KpiResult, Series]]) -> tuple[ChartBlock, ...]:
    """A control chart of each series."""
    found = []
    for kpi, each in series:
        team = f"-{each.team}" if each.team else ""
        block, _ = control_block(ctx, kpi, each, f"{key}-{kpi.id}{team}".lower())
        if block.chart is not None:
            found.append(block)
    return tuple(found)


def drawn(*blocks: ChartBlock | None) -> tuple[Chart, ...]:
    return tuple(block.chart for block in blocks if block and block.chart)
