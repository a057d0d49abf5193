"""Plans and journeys: goals, milestones, steps."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.render.downloads.table import Definition, flag, line
from auditloop.render.views.context import Context


def _goals(ctx: Context) -> Iterable[str]:
    for plan in ctx.results.plans:
        for g in plan.goals:
            latest = (g.latest.period, g.latest.value) if g.latest else (None, None)
            yield line(
                *(
                    plan.id,
                    ctx.plain(ctx.workspace.plans[plan.id].name),
                    plan.horizon,
                    g.id,
                    ctx.plain(ctx.goals[g.id].name),
                ),
                *(g.kpi, ctx.kpi_name(g.kpi), g.team, ctx.team_name(g.team), g.owner),
                *(g.start.isoformat(), g.by.isoformat(), g.from_, g.to, *latest),
                *(g.measured.isoformat() if g.measured else None, g.covered, g.expected, g.state),
            )


def _milestones(ctx: Context) -> Iterable[str]:
    for plan in ctx.results.plans:
        for m in plan.milestones:
            written = ctx.milestones[m.id]
            yield line(
                *(plan.id, plan.team, m.id, ctx.plain(written.name), m.goal, m.owner),
                *(m.start.isoformat() if m.start else None, m.due.isoformat(), m.done.isoformat() if m.done else None),
                *(m.state, m.days_overdue, flag(m.on_time), " ".join(written.needs), " ".join(m.waits_for)),
                *(" ".join(written.actions), ctx.plain(written.measured_by), ctx.plain(written.result)),
            )


def _steps(ctx: Context) -> Iterable[str]:
    for journey in ctx.results.journeys:
        written = {step.id: step for step in ctx.workspace.journeys[journey.id].steps()}
        for s in journey.steps:
            text = written[s.id]
            yield line(
                *(
                    journey.id,
                    journey.team,
                    journey.date.isoformat(),
                    s.touchpoint,
                    s.id,
                    ctx.plain(text.name),
                    s.channel,
                ),
                *(text.actor, s.minutes, s.standard_minutes, flag(s.adds_value), flag(s.waiting), s.experience),
                *(ctx.plain(text.pain), s.esia, ctx.plain(text.esia.proposal) if text.esia else None, s.saves_minutes),
                *(s.action, s.after_minutes, s.after_experience, s.after_date.isoformat() if s.after_date else None),
                s.gained,
            )


TABLES = (
    Definition(
        "plan-goals",
        "plan plan_name horizon goal goal_name kpi kpi_name team team_name owner start by from to latest_period "
        "latest_value measured covered expected state",
        _goals,
    ),
    Definition(
        "plan-milestones",
        "plan team milestone milestone_name goal owner start due done state days_overdue on_time needs waits_for "
        "actions measured_by result",
        _milestones,
    ),
    Definition(
        "journey-steps",
        "journey team date touchpoint step step_name channel actor minutes standard_minutes adds_value waiting "
        "experience pain esia proposal saves_minutes action after_minutes after_experience after_date gained",
        _steps,
    ),
)
