"""Tables of plans, goals and milestones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from auditloop.assess.results import GoalResult, MilestoneResult, PlanResult
from auditloop.render.views import say
from auditloop.render.views.common import BLANK, Cell, Column, Row, Table, lines, muted, small, spaced, span
from auditloop.render.views.context import Context
from auditloop.render.views.plans.words import (
    GOAL_TONES,
    covered,
    goal_anchor,
    goal_counts,
    goal_state,
    is_away,
    milestone_anchor,
    milestone_state,
    plan_link,
    record_link,
    value,
    way,
)

_URGENCY = ("missed", "behind", "no-data", "on-track", "reached", "not-begun")
"""What needs attention first."""


def plan_table(ctx: Context, plans: Sequence[PlanResult]) -> Table:
    t = ctx.words.t
    rows = []
    for plan in plans:
        done, all_ = plan.milestones_by_state["done"], len(plan.milestones)
        late = plan.milestones_by_state["overdue"]
        late_words = say.judgement("bad", ctx.words.n("plans.n_overdue", late)) if late else BLANK
        rows.append(
            Row(
                (
                    Cell(lines(plan_link(ctx, plan), small(muted(t(f"horizon.{plan.horizon}"))))),
                    Cell(_whose(ctx, plan.team)),
                    Cell(span("al-nowrap", months(ctx, plan)), plan.first.isoformat()),
                    Cell(
                        spaced(ctx.formats.percent(plan.elapsed), say.share_bar(ctx, plan.elapsed)),
                        f"{plan.elapsed:.4f}",
                    ),
                    Cell(goal_counts(ctx, plan.goals_by_state) or say.no_value(ctx, "empty.no_goals")),
                    Cell(
                        lines(t("plans.done_of", done=done, all=all_), late_words)
                        if all_
                        else say.no_value(ctx, "empty.no_milestones")
                    ),
                )
            )
        )
    columns = (
        Column(t("plans.plan"), "al-main"),
        Column(t("plans.whose")),
        Column(t("column.period")),
        Column(t("plans.elapsed")),
        Column(t("plans.goals")),
        Column(t("plans.milestones")),
    )
    return Table(t("plans.caption"), columns, tuple(rows), t("empty.no_plans"), id="plan-table", css="al-table--plans")


def months(ctx: Context, plan: PlanResult) -> str:
    """The plan's own words for its time: `2026`, `Q3 2026 – Q1 2027`."""
    written = ctx.workspace.plans[plan.id]
    return ctx.formats.span(written.from_.text, written.to.text)


def _whose(ctx: Context, team: str | None) -> Markup | str:
    return say.team_link(ctx, team) if team else ctx.organisation_name


def by_urgency(goals: Iterable[tuple[PlanResult, GoalResult]]) -> list[tuple[PlanResult, GoalResult]]:
    return sorted(goals, key=lambda pair: (_URGENCY.index(pair[1].state), pair[1].by, pair[1].id))


def goal_table(
    ctx: Context,
    goals: Sequence[tuple[PlanResult, GoalResult]],
    caption: str,
    *,
    of_one: bool,
    team_column: bool = True,
) -> Table:
    """`of_one`: all of one plan, at anchors of their own, on its page."""
    t = ctx.words.t
    rows = []
    for plan, goal in goals:
        text = ctx.text(ctx.goals[goal.id].name)
        name = text if of_one else plan_goal_link(ctx, plan, goal)
        about = [say.kpi_link(ctx, goal.kpi)]
        if team_column and goal.team and (goal.team != plan.team or not of_one):
            about.append(say.team_link(ctx, goal.team))
        measured_by = ctx.goals[goal.id].measured_by
        rows.append(
            Row(
                (
                    Cell(
                        lines(
                            name,
                            small(muted(Markup(" · ").join(about))),
                            small(muted(ctx.text(measured_by))) if measured_by and of_one else BLANK,
                        )
                    ),
                    Cell(ctx.person_name(goal.owner) if goal.owner else say.no_value(ctx, "empty.no_owner")),
                    Cell(
                        lines(span("al-nowrap", way(ctx, goal)), small(muted(ctx.formats.day(goal.by)))),
                        goal.by.isoformat(),
                    ),
                    _latest(ctx, goal),
                    _covered(ctx, goal),
                    Cell(goal_state(ctx, goal), str(_URGENCY.index(goal.state))),
                ),
                anchor=goal_anchor(goal.id) if of_one else None,
            )
        )
    columns = (
        Column(t("plans.goal"), "al-main"),
        Column(t("column.owner")),
        Column(t("plans.way")),
        Column(t("column.latest")),
        Column(t("plans.covered")),
        Column(t("column.status")),
    )
    return Table(caption, columns, tuple(rows), t("empty.no_goals"), id="goal-table", css="al-table--goals")


def plan_goal_link(ctx: Context, plan: PlanResult, goal: GoalResult) -> Markup:
    href = ctx.href.page(ctx.path.plan(plan.id), goal_anchor(goal.id))
    return Markup('<a href="{}">{}</a>').format(href, ctx.text(ctx.goals[goal.id].name))


def _latest(ctx: Context, goal: GoalResult) -> Cell:
    if goal.latest is None:
        return Cell(say.no_value(ctx, "empty.no_value_since"), "")
    shown = value(ctx, goal.kpi, goal.latest.value)
    return Cell(lines(shown, small(muted(ctx.formats.short_period(goal.latest.period)))))


def _covered(ctx: Context, goal: GoalResult) -> Cell:
    if goal.covered is None or goal.expected is None:
        return Cell(say.no_value(ctx, "empty.no_value_since"), "")
    away = is_away(ctx, goal)
    share = ctx.words.t("plans.away") if away else covered(ctx, goal)
    expected = ctx.words.t("plans.expected", share=ctx.formats.percent(goal.expected))
    bar = BLANK if away else say.share_bar(ctx, goal.covered)
    return Cell(lines(spaced(share, bar), small(muted(expected))), f"{goal.covered:.4f}")


def milestone_table(ctx: Context, plan: PlanResult) -> Table:
    """Number, what, responsible, due, how success is measured, state, result: the action plan as people know it."""
    t = ctx.words.t
    rows = []
    for number, milestone in enumerate(plan.milestones, 1):
        written = ctx.milestones[milestone.id]
        rows.append(
            Row(
                (
                    Cell(str(number)),
                    Cell(lines(ctx.text(written.name), _serves(ctx, milestone), _actions(ctx, milestone))),
                    Cell(ctx.person_name(milestone.owner) if milestone.owner else say.no_value(ctx, "empty.no_owner")),
                    Cell(span("al-nowrap", ctx.formats.day(milestone.due)), milestone.due.isoformat()),
                    Cell(ctx.text(written.measured_by) if written.measured_by else say.no_value(ctx, "empty.not_said")),
                    Cell(lines(milestone_state(ctx, milestone), small(muted(state_note(ctx, milestone))))),
                    Cell(ctx.text(written.result) if written.result else say.no_value(ctx, "empty.no_result")),
                ),
                anchor=milestone_anchor(milestone.id),
            )
        )
    columns = (
        Column(t("plans.number"), "al-nowrap"),
        Column(t("plans.what"), "al-main"),
        Column(t("column.owner")),
        Column(t("column.due")),
        Column(t("plans.measured_by")),
        Column(t("column.status")),
        Column(t("plans.result")),
    )
    caption = t("plans.milestones_caption", plan=ctx.plain(ctx.workspace.plans[plan.id].name))
    return Table(caption, columns, tuple(rows), t("empty.no_milestones"), id="milestone-table", css="al-table--plan")


def _serves(ctx: Context, milestone: MilestoneResult) -> Markup:
    if milestone.goal is None or milestone.goal not in ctx.goals:
        return BLANK
    words = ctx.words.html("plans.serves", goal=ctx.text(ctx.goals[milestone.goal].name))
    return small(muted(words))


def _actions(ctx: Context, milestone: MilestoneResult) -> Markup:
    linked = [record_link(ctx, id) for id in ctx.milestones[milestone.id].actions]
    return small(ctx.words.listed_html(linked)) if linked else BLANK


def state_note(ctx: Context, milestone: MilestoneResult) -> Markup | str:
    """How late, on what day, or for what it waits."""
    n, t = ctx.words.n, ctx.words.t
    if milestone.done:
        key = "plans.done_on" if milestone.on_time else "plans.done_late"
        return t(key, date=ctx.formats.day(milestone.done))
    waits = [record_link(ctx, id) for id in milestone.waits_for]
    waiting = ctx.words.html("plans.waits_for", names=ctx.words.listed_html(waits)) if waits else BLANK
    if milestone.state == "overdue":
        return lines(n("actions.days_overdue", milestone.days_overdue), waiting)
    left = (milestone.due - ctx.results.as_of).days
    return lines(n("actions.days_left", left) if milestone.due_soon else BLANK, waiting)


def signal(goal: GoalResult) -> str:
    """good | bad | common, as charts know it."""
    tone = GOAL_TONES[goal.state]
    return tone if tone in ("good", "bad") else "common"
