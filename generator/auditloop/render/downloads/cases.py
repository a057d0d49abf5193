"""The library of cases, with every figure before and after."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views import before_after
from auditloop.render.views.context import Context


def _cases(ctx: Context) -> Iterable[str]:
    for c in ctx.results.cases:
        yield line(
            *(c.id, ctx.plain(c.name), c.example, c.team, ctx.team_name(c.team), c.date.isoformat(), c.checklist),
            *(c.domain, ctx.domain_name(c.checklist, c.domain), c.cause, " ".join(c.items), " ".join(c.findings)),
            *(" ".join(c.actions), " ".join(c.suggested_for), ctx.plain(ctx.workspace.cases[c.id].lesson)),
        )


def _figures(ctx: Context) -> Iterable[str]:
    for c in ctx.results.cases:
        for f in c.figures:
            low, high = f.difference_interval or (None, None)
            yield line(
                *(c.id, f.kpi, before_after.name(ctx, f), before_after.unit(ctx, f)),
                *(f.before_window, f.before, f.after_window, f.after),
                *(f.difference, low, high, f.change, flag(f.better), flag(f.beyond_chance)),
            )


TABLES = (
    Definition(
        "cases",
        "id name example team team_name date checklist domain domain_name cause items findings actions suggested_for "
        "lesson",
        _cases,
    ),
    Definition(
        "case-figures",
        "case kpi name unit before_window before after_window after difference difference_low difference_high change "
        "better beyond_chance",
        _figures,
    ),
)
