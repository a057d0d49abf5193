"""The registers of plans and proposals."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.sheets.sheet import Definition, Line, columns, yes_no
from auditloop.render.views import before_after
from auditloop.render.views.context import Context
from auditloop.render.views.plans.words import goal_anchor, milestone_anchor


def _goals(ctx: Context) -> Iterable[Line]:
    for plan in ctx.results.plans:
        name = ctx.plain(ctx.workspace.plans[plan.id].name)
        for g in plan.goals:
            latest = (g.latest.period, g.latest.value) if g.latest else (None, None)
            cells = (
                *(g.id, ctx.plain(ctx.goals[g.id].name), name, ctx.team_name(g.team), _person(ctx, g.owner)),
                *(ctx.words.t(f"goal_state.{g.state}"), ctx.kpi_name(g.kpi), g.from_, g.to, g.start, g.by, *latest),
                *(g.covered, g.expected),
            )
            yield Line(g.team, ctx.href.page(ctx.path.plan(plan.id), goal_anchor(g.id)), cells)


def _milestones(ctx: Context) -> Iterable[Line]:
    for plan in ctx.results.plans:
        name = ctx.plain(ctx.workspace.plans[plan.id].name)
        for m in plan.milestones:
            own = ctx.milestones[m.id]
            cells = (
                *(m.id, ctx.plain(own.name), name, ctx.team_name(plan.team), _person(ctx, m.owner)),
                *(ctx.words.t(f"milestone_state.{m.state}"), m.goal, m.start, m.due, m.done, m.days_overdue),
                *(yes_no(ctx, m.on_time), " ".join(m.waits_for) or None, " ".join(own.actions) or None),
                ctx.plain(own.result) or None,
            )
            yield Line(plan.team, ctx.href.page(ctx.path.plan(plan.id), milestone_anchor(m.id)), cells)


def _proposals(ctx: Context) -> Iterable[Line]:
    t = ctx.words.t
    for p in ctx.results.proposals.records:
        e = p.effect
        effect = (before_after.name(ctx, e), e.before, e.after, e.change) if e else (None,) * 4
        cells = (
            *(p.id, ctx.plain(ctx.workspace.proposals[p.id].title), ctx.team_name(p.team), ctx.person_name(p.by)),
            *(t(f"proposals.status.{p.status}"), p.submitted, p.answered, p.done, p.proven, p.days_to_answer),
            *(p.waiting_days, yes_no(ctx, p.in_time), p.amount, p.currency, *effect, " ".join(p.actions) or None),
        )
        yield Line(p.team, ctx.href.page(ctx.path.proposals, p.id), cells)


def _person(ctx: Context, owner: str | None) -> str | None:
    return ctx.person_name(owner) if owner else None


SHEETS = (
    Definition(
        "goals",
        columns(
            "id:id goal:text plan:word team:word owner:word status:word kpi:word from:value to:value opened:day "
            "by:day last_period:id latest:value covered:share time_gone:share"
        ),
        _goals,
    ),
    Definition(
        "milestones",
        columns(
            "id:id milestone:text plan:word team:word owner:word status:word goal_id:id opened:day due:day done:day "
            "days_overdue:count on_time:word waits_for:id actions:id result:text"
        ),
        _milestones,
    ),
    Definition(
        "proposals",
        columns(
            "id:id proposal:text team:word proposed_by:word status:word submitted:day answered:day done:day "
            "proven:day days_to_answer:count days_waiting:count in_time:word amount:value currency:word measured:word "
            "before:value after:value effect:share actions:id"
        ),
        _proposals,
    ),
)
