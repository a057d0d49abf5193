"""What people said on periods, and what became of their decisions."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, line
from auditloop.render.views.context import Context


def _commentary(ctx: Context) -> Iterable[str]:
    for c in ctx.workspace.commentaries.values():
        headline, text = ctx.plain(c.headline), ctx.plain(c.text)
        yield line(str(c.period), c.team, ctx.team_name(c.team), c.by, ctx.person_name(c.by), headline, text)


def _decisions(ctx: Context) -> Iterable[str]:
    for d in ctx.results.decisions:
        yield line(
            *(d.record, d.position, ctx.plain(ctx.spoken(d.record).decisions[d.position].text)),
            *(d.owner, ctx.person_name(d.owner) if d.owner else None, d.action),
            *(d.due.isoformat() if d.due else None, d.done.isoformat() if d.done else None),
            *(d.status, d.days_overdue),
        )


TABLES = (
    Definition("commentary", "period team team_name by by_name headline text", _commentary),
    Definition(
        "decisions", "record position decision owner owner_name action due done status days_overdue", _decisions
    ),
)
