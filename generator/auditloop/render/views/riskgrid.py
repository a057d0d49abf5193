"""Likelihood × impact as a chart: how many of something stand in each cell, and how bad the cell is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.risk import GRID
from auditloop.render.charts import Chart
from auditloop.render.views import figures, say
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, and what the chart says of it."""

    chart_id: str
    count_key: str
    """Words with plural forms: `3 open findings`."""
    title: str
    sentence: str
    caption: str
    heading: str
    column: str


def grid_of(ctx: Context, counts: Sequence[Sequence[int]], counted: Counted) -> ChartBlock:
    """`counts`: row likelihood 1..5, column impact 1..5; at least one of them above zero."""
    t = ctx.words.t
    cells = []
    rows = []
    for likelihood in range(5, 0, -1):
        for impact in range(1, 6):
            n = counts[likelihood - 1][impact - 1]
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
                    "tip": figures.tip(f"{where}: {t(f'risk.{level}')}", ctx.words.n(counted.count_key, n)),
                }
            )
            if n:
                rows.append(Row((Cell(str(likelihood)), Cell(str(impact)), Cell(say.risk(ctx, level)), Cell(str(n)))))
    chart = Chart(
        id=counted.chart_id,
        kind="risk-grid",
        datasets={"cells": cells},
        lang=ctx.lang,
        title=counted.title,
        description=counted.sentence,
        words={"x": t("findings.impact"), "y": t("findings.likelihood")},
    )
    columns = (
        Column(t("findings.likelihood"), "al-num"),
        Column(t("findings.impact"), "al-num"),
        Column(t("column.risk")),
        Column(counted.column, "al-num"),
    )
    table = Table(t("chart.data_of", what=counted.heading), columns, tuple(rows), css="al-table--compact")
    return ChartBlock(chart, counted.title, counted.sentence, counted.caption, table)


def risk_level(likelihood: int, impact: int) -> str:
    return GRID[likelihood - 1][impact - 1]
