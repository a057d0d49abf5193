"""Standards and tickets."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context


def _standards(ctx: Context) -> Iterable[str]:
    for s in ctx.results.standards:
        low, high = s.interval or (None, None)
        yield line(
            *(s.id, ctx.standard_name(s.id), s.team, ctx.team_name(s.team), s.period, s.due, s.kept, s.open),
            *(s.unrecorded, s.attainment, low, high, s.target, flag(s.met), s.n, s.median, s.p90),
            " ".join(s.breaches or ()),
        )


def _ticket_months(ctx: Context) -> Iterable[str]:
    for result in ctx.results.tickets:
        team = line(result.team, ctx.team_name(result.team))
        for month in result.months:
            for type_, n in month.by_type.items():
                yield f"{team},{line(month.period, type_, n)}"


def _ticket_sorts(ctx: Context) -> Iterable[str]:
    for result in ctx.results.tickets:
        team = line(result.team, ctx.team_name(result.team), result.window)
        for c in result.cross:
            names = (c.channel, ctx.channel_name(c.channel), c.category, ctx.category_name(c.category))
            yield f"{team},{line(*names, c.n, c.complaints, c.expected, c.residual, flag(c.hot))}"


def _ticket_hours(ctx: Context) -> Iterable[str]:
    for result in ctx.results.tickets:
        team = line(result.team, ctx.team_name(result.team), result.window)
        for day, hours in enumerate(result.hours, 1):
            for hour, n in enumerate(hours):
                yield f"{team},{line(day, hour, n)}"


TABLES = (
    Definition(
        "standards-by-month",
        "standard standard_name team team_name period due kept open unrecorded attainment low high target met n "
        "median_minutes p90_minutes breaches",
        _standards,
    ),
    Definition(
        "tickets-by-month",
        "team team_name period type tickets",
        _ticket_months,
    ),
    Definition(
        "tickets-by-sort",
        "team team_name window channel channel_name category category_name tickets complaints expected residual hot",
        _ticket_sorts,
    ),
    Definition(
        "tickets-by-hour",
        "team team_name window weekday hour tickets",
        _ticket_hours,
    ),
)
