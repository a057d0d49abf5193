"""Findings, actions, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context
from auditloop.render.views.next_steps.words import gives, title, todo


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


def _next_steps(ctx: Context) -> Iterable[str]:
    for s in ctx.results.next_steps.steps:
        due = s.due.isoformat() if s.due else None
        owner = ctx.person_name(s.owner) if s.owner else None
        yield line(
            *(s.rank, s.id, s.kind, title(ctx, s), s.team, ctx.team_name(s.team), s.todo, todo(ctx, s)),
            *(
                s.owner,
                owner,
                due,
                s.days_overdue,
                " ".join(s.findings),
                s.lifts,
                " ".join(s.risks),
                s.risk,
                s.points,
                s.age_days,
            ),
            *(gives(ctx, s), " ".join(s.beside), " ".join(s.lacks)),
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
    Definition(
        "next-steps",
        "rank id kind title team team_name todo what_to_do owner owner_name due days_overdue findings lifts risks risk "
        "points age_days gives beside lacks",
        _next_steps,
    ),
)
