"""Open findings on likelihood × impact."""

from __future__ import annotations

from auditloop.assess.results import FindingSummary
from auditloop.assess.risk import GRID
from auditloop.render.charts import Chart
from auditloop.render.views import figures, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context


def grid_block(ctx: Context, summary: FindingSummary | None) -> ChartBlock:
    """Likelihood × impact of the open findings; the level of a cell comes with its findings."""
    t = ctx.words.t
    rated = sum(map(sum, summary.risk_grid)) if summary else 0
    if summary is None or not rated:
        return ChartBlock(None, empty=t("empty.no_rated_findings"))
    cells = []
    rows = []
    for likelihood in range(5, 0, -1):
        for impact in range(1, 6):
            n = summary.risk_grid[likelihood - 1][impact - 1]
            level = risk_level(likelihood, impact)
            where = t("findings.cell", likelihood=likelihood, impact=impact)
            cells.append(
                {
                    "likelihood": likelihood,
                    "impact": impact,
                    "value": n,
                    "label": str(n) if n else "",
                    "risk": level,
                    "risk_label": t(f"risk.{level}"),
                    "tip": figures.tip(f"{where}: {t(f'risk.{level}')}", ctx.words.n("count.open_findings", n)),
                }
            )
            if n:
                rows.append(Row((Cell(str(likelihood)), Cell(str(impact)), Cell(say.risk(ctx, level)), Cell(str(n)))))
    serious = summary.by_risk.get("extreme", 0) + summary.by_risk.get("high", 0)
    title = ctx.words.n("findings.grid_title", serious) if serious else t("findings.grid_title_none")
    sentence = ctx.words.n("findings.grid_sentence", rated, unrated=summary.by_risk.get("none", 0))
    chart = Chart(
        id="findings-risk",
        kind="risk-grid",
        datasets={"cells": cells},
        lang=ctx.lang,
        title=title,
        description=sentence,
        words={"x": t("findings.impact"), "y": t("findings.likelihood")},
    )
    columns = (
        Column(t("findings.likelihood"), "al-num"),
        Column(t("findings.impact"), "al-num"),
        Column(t("column.risk")),
        Column(t("column.findings"), "al-num"),
    )
    return ChartBlock(
        chart,
        title,
        sentence,
        t("findings.grid_caption"),
        Table(t("chart.data_of", what=t("findings.grid_heading")), columns, tuple(rows), css="al-table--compact"),
    )


def risk_level(likelihood: int, impact: int) -> str:
    return GRID[likelihood - 1][impact - 1]
