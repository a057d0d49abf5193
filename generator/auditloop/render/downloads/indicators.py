"""Values of indicators, and the indices made of them."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context


def _kpi_values(ctx: Context) -> Iterable[str]:
    for kpi in ctx.results.kpis:
        about = line(kpi.id, ctx.kpi_name(kpi.id), kpi.unit)
        for series in kpi.series:
            team = line(series.team, ctx.team_name(series.team))
            for p in series.points:
                judged = (p.target, flag(p.met), flag(p.excluded), p.score)
                yield f"{about},{team},{line(p.period, p.value, p.n, p.of, *judged)}"


def _indices(ctx: Context) -> Iterable[str]:
    for index in ctx.results.indices:
        about = line(index.id, index.scope.team, ctx.team_name(index.scope.team))
        for point in index.points:
            for part in point.parts:
                parts = line(part.id, part.weight, part.score, part.contribution)
                yield f"{about},{line(point.period, point.score, point.coverage)},{parts}"


TABLES = (
    Definition(
        "kpi-values",
        "kpi kpi_name unit team team_name period value n of target met excluded score",
        _kpi_values,
    ),
    Definition(
        "indices",
        "index team team_name period index_score coverage part weight part_score contribution",
        _indices,
    ),
)
