"""What a team's page tells of plans: the goals it carries, in its own plan or in another's."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.render.views.common import Link, Table
from auditloop.render.views.context import Context
from auditloop.render.views.plans.tables import by_urgency, goal_table
from auditloop.render.views.plans.words import goal_counts


@dataclass(frozen=True, slots=True)
class PlansOfTeam:
    sentence: str
    goals: Table
    more: Link


def plans_of_team(ctx: Context, team: str) -> PlansOfTeam | None:
    """None of a team without a goal."""
    goals = by_urgency((plan, goal) for plan in ctx.results.plans for goal in plan.goals if goal.team == team)
    if not goals:
        return None
    counts: dict[str, int] = {}
    for _, goal in goals:
        counts[goal.state] = counts.get(goal.state, 0) + 1
    t = ctx.words.t
    return PlansOfTeam(
        t("plans.lead_goals", all=len(goals), counts=goal_counts(ctx, counts)),
        goal_table(ctx, goals, t("plans.team_caption"), of_one=False, team_column=False),
        Link(t("plans.all"), ctx.href.page(ctx.path.plans)),
    )
