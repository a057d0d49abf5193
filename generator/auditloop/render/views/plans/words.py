"""States of goals and milestones, ways and records that are waited for, in words."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.assess.results import GoalResult, MilestoneResult, PlanResult
from auditloop.render.views import say
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context

GOAL_TONES = {
    "reached": "good",
    "on-track": "good",
    "behind": "bad",
    "missed": "bad",
    "no-data": "none",
    "not-begun": "common",
}
MILESTONE_TONES = {"done": "good", "overdue": "bad", "waiting": "warn", "running": "common", "planned": "none"}


def goal_state(ctx: Context, goal: GoalResult) -> Markup:
    return say.judgement(GOAL_TONES[goal.state], ctx.words.t(f"goal_state.{goal.state}"))


def milestone_state(ctx: Context, milestone: MilestoneResult) -> Markup:
    return say.judgement(MILESTONE_TONES[milestone.state], ctx.words.t(f"milestone_state.{milestone.state}"))


def value(ctx: Context, kpi: str, number: float, *, unit: bool = True) -> str:
    """As a person wrote it, or as measured: with the indicator's decimals where it has values."""
    found = ctx.kpis.get(kpi)
    text = ctx.formats.general(round(number, found.decimals if found else 4))
    written = ctx.workspace.kpis.get(kpi)
    return say.with_unit(ctx, text, written.unit) if written and unit else text


def way(ctx: Context, goal: GoalResult) -> str:
    """`38 → 25 min`"""
    return f"{value(ctx, goal.kpi, goal.from_, unit=False)} → {value(ctx, goal.kpi, goal.to)}"


def is_away(ctx: Context, goal: GoalResult) -> bool:
    """Whether its value is further from the end than the start was, as readers see the numbers."""
    if goal.latest is None or goal.covered is None or goal.covered >= 0:
        return False
    return value(ctx, goal.kpi, goal.latest.value) != value(ctx, goal.kpi, goal.from_)


def covered(ctx: Context, goal: GoalResult) -> str:
    """The share of the way; none of it where a value lies at the start but for its rounding."""
    share = goal.covered or 0.0
    return ctx.formats.percent(share if is_away(ctx, goal) else max(share, 0.0))


def goal_counts(ctx: Context, counts: dict[str, int]) -> str:
    """`1 reached, 2 behind`"""
    return ctx.words.clauses([ctx.words.n(f"goal_count.{state}", n) for state, n in counts.items() if n])


def record_name(ctx: Context, id: str) -> str:
    """A milestone or an action; its id where it is not known on the day."""
    if id in ctx.milestones:
        return ctx.plain(ctx.milestones[id].name)
    return ctx.plain(ctx.workspace.actions[id].title) if id in ctx.workspace.actions else id


def record_link(ctx: Context, id: str) -> Markup:
    if id in ctx.milestone_plans:
        return anchored(
            ctx.href.page(ctx.path.plan(ctx.milestone_plans[id]), milestone_anchor(id)), record_name(ctx, id)
        )
    return anchored(ctx.action_href(id), record_name(ctx, id))


def plan_link(ctx: Context, plan: PlanResult, anchor: str = "") -> Markup:
    return anchored(ctx.href.page(ctx.path.plan(plan.id), anchor), ctx.text(ctx.workspace.plans[plan.id].name))


def goal_anchor(id: str) -> str:
    return f"goal-{id}"


def milestone_anchor(id: str) -> str:
    return f"milestone-{id}"


def names(ctx: Context, milestones: Iterable[MilestoneResult], most: int = 3) -> str:
    return ctx.words.first_few([record_name(ctx, milestone.id) for milestone in milestones], most)
