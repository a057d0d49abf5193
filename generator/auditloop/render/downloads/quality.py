"""What is missing."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, line
from auditloop.render.views.context import Context


def _missing(ctx: Context) -> Iterable[str]:
    for m in ctx.results.data_quality.missing:
        yield line(m.team, ctx.team_name(m.team), m.kpi, ctx.kpi_name(m.kpi), m.period)


TABLES = (
    Definition(
        "missing-values",
        "team team_name kpi kpi_name period",
        _missing,
    ),
)
