"""Findings and actions."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context


def _findings(ctx: Context) -> Iterable[str]:
    for f in ctx.results.findings:
        yield line(
            *(f.id, f.audit, f.team, ctx.team_name(f.team), f.date.isoformat(), f.checklist, f.domain, f.item),
            *(ctx.plain(ctx.finding_texts.get(f.id)), f.class_, f.class_effective, f.risk, f.likelihood, f.impact),
            *(f.cause, f.status, f.status_why, f.recurrences, " ".join(f.actions), f.age_days),
        )


def _actions(ctx: Context) -> Iterable[str]:
    for a in ctx.results.actions:
        written, done = ctx.workspace.actions[a.id], a.done.isoformat() if a.done else None
        effect = (a.effect.kpi, a.effect.before, a.effect.after, a.effect.change) if a.effect else (None,) * 4
        yield line(
            *(a.id, a.team, ctx.team_name(a.team), ctx.plain(written.title), written.type),
            *(a.owner, ctx.person_name(a.owner), " ".join(a.for_), written.priority, a.status),
            *(a.opened.isoformat(), a.due.isoformat(), done, flag(a.overdue), a.days_overdue, a.age_days, a.moves),
            *(flag(a.on_time), a.verdict, *effect),
        )


TABLES = (
    Definition(
        "findings",
        "id audit team team_name date checklist domain item problem class class_effective risk likelihood "
        "impact cause status status_why recurrences actions age_days",
        _findings,
    ),
    Definition(
        "actions",
        "id team team_name title type owner owner_name for priority status opened due done overdue "
        "days_overdue age_days moves on_time verdict effect_kpi effect_before effect_after effect_change",
        _actions,
    ),
)
