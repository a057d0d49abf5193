"""Open findings on likelihood × impact."""

from __future__ import annotations

from auditloop.assess.results import FindingSummary
from auditloop.render.views.common import ChartBlock
from auditloop.render.views.context import Context
from auditloop.render.views.riskgrid import Counted, grid_of


def grid_block(ctx: Context, summary: FindingSummary | None) -> ChartBlock:
    """Likelihood × impact of the open findings; the level of a cell comes with its findings."""
    t = ctx.words.t
    rated = sum(map(sum, summary.risk_grid)) if summary else 0
    if summary is None or not rated:
        return ChartBlock(None, empty=t("empty.no_rated_findings"))
    serious = summary.by_risk.get("extreme", 0) + summary.by_risk.get("high", 0)
    counted = Counted(
        chart_id="findings-risk",
        count_key="count.open_findings",
        title=ctx.words.n("findings.grid_title", serious) if serious else t("findings.grid_title_none"),
        sentence=ctx.words.n("findings.grid_sentence", rated, unrated=summary.by_risk.get("none", 0)),
        caption=t("findings.grid_caption"),
        heading=t("findings.grid_heading"),
        column=t("column.findings"),
    )
    return grid_of(ctx, summary.risk_grid, counted)
