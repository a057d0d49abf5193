"""The table of chart kinds: template (in Altair), layout (per chart), and the dataset people download.

To add a kind: one module with these two functions, one line here, and `make charts`, which writes the template.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from auditloop.render.charts import (
    answers,
    attainment,
    dumbbell,
    funnel,
    gantt,
    grid,
    heat,
    index_trend,
    intervals,
    journey,
    multiples,
    quadrants,
    rowbars,
    score_history,
    steps,
    timeline,
    trend,
    waterfall,
)
from auditloop.render.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class Kind:
    template: Callable[[], dict[str, Any]]
    layout: Callable[[Chart], dict[str, Any]]
    main: str
    """The dataset that holds the chart's numbers."""


KINDS: dict[str, Kind] = {
    "trend": Kind(trend.template, trend.layout, "points"),
    "multiples": Kind(multiples.template, multiples.layout, "points"),
    "funnel": Kind(funnel.template, funnel.layout, "points"),
    "index-trend": Kind(index_trend.template, index_trend.layout, "points"),
    "waterfall": Kind(waterfall.template, waterfall.layout, "bars"),
    "score-history": Kind(score_history.template, score_history.layout, "points"),
    "domain-dots": Kind(rowbars.domain_dots, rowbars.domain_dots_layout, "rows"),
    "pareto": Kind(rowbars.pareto, rowbars.pareto_layout, "bars"),
    "risk-grid": Kind(grid.risk_grid, grid.risk_grid_layout, "cells"),
    "ageing": Kind(grid.ageing, grid.ageing_layout, "bars"),
    "answers": Kind(answers.template, answers.layout, "bars"),
    "interval-trend": Kind(intervals.trend, intervals.trend_layout, "points"),
    "intervals": Kind(intervals.beside, intervals.beside_layout, "rows"),
    "dumbbell": Kind(dumbbell.template, dumbbell.layout, "rows"),
    "quadrants": Kind(quadrants.template, quadrants.layout, "points"),
    "attainment": Kind(attainment.template, attainment.layout, "points"),
    "steps": Kind(steps.template, steps.layout, "bars"),
    "heat-map": Kind(heat.template, heat.layout, "cells"),
    "timeline": Kind(timeline.template, timeline.layout, "bars"),
    "journey": Kind(journey.template, journey.layout, "rows"),
    "gantt": Kind(gantt.template, gantt.layout, "rows"),
}
