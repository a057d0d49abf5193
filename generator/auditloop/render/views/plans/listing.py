"""The page of all plans: which there are, and the goals that need attention first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditloop.assess.results import PlanResult
from auditloop.render.views.common import Link, PageView, Part, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.plans.tables import by_urgency, goal_table, plan_table
from auditloop.render.views.plans.words import goal_counts, names


@dataclass(frozen=True, slots=True)
class PlansView:
    plans: Table
    goals: Table


def index(ctx: Context) -> PageView:
    t = ctx.words.t
    plans = ctx.results.plans
    goals = by_urgency((plan, goal) for plan in plans for goal in plan.goals)
    body = PlansView(plan_table(ctx, plans), goal_table(ctx, goals, t("plans.all_goals_caption"), of_one=False))
    return PageView(
        "plans",
        frame(
            ctx,
            path=ctx.path.plans,
            kind="plans",
            title=t("nav.plans"),
            lead=lead(ctx, plans),
            crumbs=[Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement))],
            sources=[("plan", plan.id) for plan in plans],
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("nav.kpis"), ctx.href.page("kpis/index.md")),
                Link(t("method.goal.title"), ctx.href.method("goal")),
            ],
        ),
        body,
    )


def part(ctx: Context) -> Part:
    return Part(ctx.words.t("nav.plans"), ctx.path.plans, lead(ctx, ctx.results.plans))


def lead(ctx: Context, plans: Sequence[PlanResult]) -> str:
    t, n = ctx.words.t, ctx.words.n
    if not plans:
        return t("empty.no_plans")
    counts: dict[str, int] = {}
    for plan in plans:
        for state, number in plan.goals_by_state.items():
            counts[state] = counts.get(state, 0) + number
    sentences = [n("plans.lead", len(plans))]
    if all_ := sum(counts.values()):
        sentences.append(t("plans.lead_goals", all=all_, counts=goal_counts(ctx, counts)))
    milestones = sorted((m for plan in plans for m in plan.milestones), key=lambda m: (-m.days_overdue, m.due, m.id))
    if milestones:
        done = sum(m.done is not None for m in milestones)
        sentences.append(t("plans.lead_milestones", done=done, all=len(milestones)))
    if late := [m for m in milestones if m.state == "overdue"]:
        sentences.append(n("plans.lead_overdue", len(late), names=names(ctx, late)))
    return ctx.words.sentences(sentences)
