"""The charts of one page: all known before any page is built, so that they are drawn in one call."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.charts import Chart
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.satisfaction.dimensions import gap_block, quadrant_block
from auditloop.render.views.satisfaction.drivers import driver_block
from auditloop.render.views.satisfaction.over_time import csat_block, nps_block
from auditloop.render.views.satisfaction.ratings import ratings_block
from auditloop.render.views.satisfaction.scope import Scope
from auditloop.render.views.satisfaction.teams import teams_block


@dataclass(frozen=True, slots=True)
class Blocks:
    ratings: ChartBlock
    csat: ChartBlock
    nps: ChartBlock
    teams: ChartBlock | None
    gap: ChartBlock
    quadrants: ChartBlock
    drivers: ChartBlock

    @property
    def drawn(self) -> tuple[Chart, ...]:
        blocks = (self.ratings, self.csat, self.nps, self.teams, self.gap, self.quadrants, self.drivers)
        return tuple(block.chart for block in blocks if block and block.chart)


def charts_of(ctx: Context, scope: Scope) -> Blocks:
    return Blocks(
        ratings=ratings_block(ctx, scope),
        csat=csat_block(ctx, scope),
        nps=nps_block(ctx, scope),
        teams=teams_block(ctx, scope),
        gap=gap_block(ctx, scope),
        quadrants=quadrant_block(ctx, scope),
        drivers=driver_block(ctx, scope),
    )
