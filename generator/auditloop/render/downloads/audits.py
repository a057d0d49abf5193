"""Audits and their items."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context


def _audits(ctx: Context) -> Iterable[str]:
    for a in ctx.results.audits:
        change = a.comparison.change if a.comparison else None
        yield line(
            *(a.id, a.team, ctx.team_name(a.team), a.checklist, a.edition, a.date.isoformat(), a.type, a.status),
            *(a.score, a.coverage, a.na_share, a.grade, flag(a.passed), change, len(a.findings)),
        )


def _items(ctx: Context) -> Iterable[str]:
    """By far the longest table: what the rows of one audit and of one item have in common is put together once."""
    asked = {key: line(item.id, ctx.plain(item.ask)) for key, item in ctx.items.items()}
    for a in ctx.results.audits:
        audit = line(a.id, a.team, a.date.isoformat())
        for domain in a.domains:
            for section in domain.sections:
                place = f"{audit},{line(domain.id, section.id)}"
                for item in section.items:
                    ask = asked.get((a.checklist, item.id)) or line(item.id, "")
                    found = (item.ratio, item.weight, item.contribution, item.possible)
                    numbers = ",".join(["" if number is None else repr(number) for number in found])
                    yield f"{place},{ask},{item.state},{numbers}"


TABLES = (
    Definition(
        "audits",
        "id team team_name checklist edition date type status score coverage na_share grade passed change findings",
        _audits,
    ),
    Definition(
        "audit-items",
        "audit team date domain section item question state ratio weight contribution possible",
        _items,
    ),
)
