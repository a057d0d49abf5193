"""The page of one plan: its timeline, its goals as measured, its milestones as a table."""

from __future__ import annotations

from dataclasses import dataclass

from auditloop.assess.results import PlanResult
from auditloop.render.views import say
from auditloop.render.views.common import ChartBlock, Fact, Link, PageView, Table
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.plans.tables import by_urgency, goal_table, milestone_table, months
from auditloop.render.views.plans.words import goal_counts, record_name


@dataclass(frozen=True, slots=True)
class PlanView:
    facts: tuple[Fact, ...]
    chart: ChartBlock
    goals: Table
    milestones: Table


def view(ctx: Context, plan: PlanResult, chart: ChartBlock) -> PageView:
    t, written = ctx.words.t, ctx.workspace.plans[plan.id]
    name = ctx.plain(written.name)
    body = PlanView(
        facts=_facts(ctx, plan),
        chart=chart,
        goals=goal_table(
            ctx, by_urgency((plan, goal) for goal in plan.goals), t("plans.goals_caption", plan=name), of_one=True
        ),
        milestones=milestone_table(ctx, plan),
    )
    return PageView(
        "plan",
        frame(
            ctx,
            path=ctx.path.plan(plan.id),
            kind="plan",
            title=name,
            lead=lead(ctx, plan),
            name=written.name,
            crumbs=[
                Link(t("nav.improvement"), ctx.href.page(ctx.path.improvement)),
                Link(t("nav.plans"), ctx.href.page(ctx.path.plans)),
            ],
            edit=("plan", plan.id),
            related=[
                Link(t("nav.actions"), ctx.href.page("actions/index.md")),
                Link(t("nav.kpis"), ctx.href.page("kpis/index.md")),
                Link(t("method.goal.title"), ctx.href.method("goal")),
            ],
            period=months(ctx, plan),
        ),
        body,
    )


def lead(ctx: Context, plan: PlanResult) -> str:
    """How much time is left, how the goals stand, and what is due next."""
    t, percent = ctx.words.t, ctx.formats.percent
    today = ctx.results.as_of
    if today < plan.first:
        sentences = [t("plans.lead_to_come", date=ctx.formats.date(plan.first))]
    else:
        key = "plans.lead_over" if today > plan.last else "plans.lead_elapsed"
        sentences = [t(key, share=percent(plan.elapsed))]
    if plan.goals:
        sentences.append(t("plans.lead_goals", all=len(plan.goals), counts=goal_counts(ctx, plan.goals_by_state)))
    if plan.milestones:
        done = plan.milestones_by_state["done"]
        sentences.append(t("plans.lead_milestones", done=done, all=len(plan.milestones)))
    following = next((m for m in plan.milestones if m.done is None and m.due >= today), None)
    if following:
        date = ctx.formats.date(following.due)
        sentences.append(t("plans.lead_next", name=record_name(ctx, following.id), date=date))
    return ctx.words.sentences(sentences)


def _facts(ctx: Context, plan: PlanResult) -> tuple[Fact, ...]:
    t, written = ctx.words.t, ctx.workspace.plans[plan.id]
    facts = [
        Fact(t("plans.aim"), ctx.prose(written.aim)) if written.aim else None,
        Fact(t("plans.whose"), say.team_link(ctx, plan.team) if plan.team else ctx.organisation_name),
        Fact(t("plans.horizon"), t(f"horizon.{plan.horizon}")),
        Fact(t("column.owner"), ctx.person_name(written.owner)) if written.owner else None,
    ]
    return tuple(fact for fact in facts if fact)
