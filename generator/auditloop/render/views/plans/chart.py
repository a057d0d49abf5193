"""A plan on a line of time: each goal with the milestones that serve it, and what waits for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.assess.results import ActionResult, GoalResult, MilestoneResult, PlanResult
from auditloop.render.charts import Chart
from auditloop.render.views import figures
from auditloop.render.views.common import Cell, ChartBlock, Column, Row, Table
from auditloop.render.views.context import Context
from auditloop.render.views.plans.tables import months, signal
from auditloop.render.views.plans.words import covered, is_away, names, record_name, value, way

MOST_ROWS = 60
"""Rows that one chart shows; the rest stands in the tables."""
_ACTION_STATES = {
    "planned": "planned",
    "in-progress": "running",
    "blocked": "waiting",
    "done": "done",
    "verified": "done",
}


def gantt_block(ctx: Context, plan: PlanResult) -> ChartBlock:
    t = ctx.words.t
    everything = list(_rows(ctx, plan))
    if not everything:
        return ChartBlock(None, empty=t("empty.no_goals_or_milestones"))
    rows = [{**row, "order": order} for order, row in enumerate(everything[:MOST_ROWS])]
    shown = {str(row["id"]): row for row in rows}
    today = ctx.results.as_of
    late = [
        {"order": row["order"], "start": row["end"], "end": today.isoformat()}
        for row in rows
        if row["state"] == "overdue" and row["kind"] != "goal"
    ]
    arrows = [
        {"from": need, "to": milestone.id}
        for milestone in plan.milestones
        for need in ctx.milestones[milestone.id].needs
        if need in shown and milestone.id in shown
    ]
    title, sentence = _title(ctx, plan), _sentence(ctx, plan)
    inside = plan.first <= today <= plan.last
    chart = Chart(
        id=f"plan-{plan.id}",
        kind="gantt",
        datasets={
            "rows": rows,
            "late": late,
            "arrows": arrows,
            "today": [{"x": today.isoformat(), "label": t("actions.today")}] if inside else [],
            "span": [{"start": plan.first.isoformat(), "end": plan.last.isoformat()}],
        },
        lang=ctx.lang,
        title=title,
        description=sentence or title,
        words={
            "covered": t("plans.key_covered"),
            "arrow": t("plans.key_arrow"),
            **{state: t(f"milestone_state.{state}") for state in ("done", "overdue", "waiting", "running", "planned")},
        },
        columns=(
            ("name", t("plans.what")),
            ("start", t("column.from")),
            ("end", t("column.due")),
            ("state_label", t("column.status")),
        ),
    )
    caption = t("plans.chart_caption", span=months(ctx, plan), date=ctx.formats.date(today))
    return ChartBlock(chart, title, sentence, caption, _table(ctx, rows))


def _rows(ctx: Context, plan: PlanResult) -> Iterator[dict[str, object]]:
    """Goals with the milestones that serve them, then those that serve none here; needed actions before their users."""
    told: set[str] = set()
    own = {goal.id for goal in plan.goals}
    for goal in plan.goals:
        yield _goal_row(ctx, goal)
        for milestone in plan.milestones:
            if milestone.goal == goal.id:
                yield from _with_needs(ctx, milestone, told, inside=True)
    for milestone in plan.milestones:
        if milestone.goal not in own:
            yield from _with_needs(ctx, milestone, told, inside=False)


def _with_needs(
    ctx: Context, milestone: MilestoneResult, told: set[str], *, inside: bool
) -> Iterator[dict[str, object]]:
    for need in ctx.milestones[milestone.id].needs:
        if need in ctx.actions and need not in told and ctx.actions[need].status != "cancelled":
            told.add(need)
            yield _action_row(ctx, ctx.actions[need]) | {"inside": inside}
    yield _milestone_row(ctx, milestone) | {"inside": inside}


def _goal_row(ctx: Context, goal: GoalResult) -> dict[str, object]:
    t, name = ctx.words.t, ctx.plain(ctx.goals[goal.id].name)
    state = t(f"goal_state.{goal.state}")
    latest = ""
    if goal.latest and goal.covered is not None:
        key = "plans.tip_away" if is_away(ctx, goal) else "plans.tip_latest"
        latest = t(
            key,
            value=value(ctx, goal.kpi, goal.latest.value),
            period=ctx.formats.period(goal.latest.period),
            share=covered(ctx, goal),
            expected=ctx.formats.percent(goal.expected),
        )
    return {
        "id": goal.id,
        "kind": "goal",
        "name": name,
        "start": goal.start.isoformat(),
        "end": goal.by.isoformat(),
        "state": goal.state,
        "state_label": state,
        "signal": signal(goal),
        "reached_to": _reached_to(goal),
        "tip": figures.tip(
            name, f"{ctx.kpi_name(goal.kpi)}: {way(ctx, goal)}", _from_to(ctx, goal.start, goal.by), latest, state
        ),
    }


def _reached_to(goal: GoalResult) -> str | None:
    """The covered share of the way as a day between start and end, so that it can be read against the time."""
    if goal.covered is None or goal.covered <= 0:
        return None
    days = (goal.by - goal.start).days * min(goal.covered, 1.0)
    return (goal.start + dt.timedelta(days=round(days))).isoformat()


def _milestone_row(ctx: Context, milestone: MilestoneResult) -> dict[str, object]:
    t, written = ctx.words.t, ctx.milestones[milestone.id]
    name, end = ctx.plain(written.name), milestone.done or milestone.due
    start = milestone.start.isoformat() if milestone.start and milestone.start <= end else None
    waits = ctx.words.listed([record_name(ctx, id) for id in milestone.waits_for])
    state = t(f"milestone_state.{milestone.state}")
    return {
        "id": milestone.id,
        "kind": "milestone",
        "name": name,
        "start": start,
        "end": end.isoformat(),
        "state": milestone.state,
        "state_label": state,
        "signal": {"done": "good", "overdue": "bad"}.get(milestone.state, "common"),
        "tip": figures.tip(
            name,
            _from_to(ctx, milestone.start, milestone.due) if milestone.start else ctx.formats.date(milestone.due),
            ctx.person_name(milestone.owner) if milestone.owner else "",
            t("plans.done_on", date=ctx.formats.date(milestone.done)) if milestone.done else "",
            ctx.words.n("actions.days_overdue", milestone.days_overdue) if milestone.days_overdue else "",
            t("plans.waits_for", names=waits) if waits else "",
        ),
    }


def _action_row(ctx: Context, action: ActionResult) -> dict[str, object]:
    t, name = ctx.words.t, ctx.plain(ctx.workspace.actions[action.id].title)
    state = "overdue" if action.overdue else _ACTION_STATES[action.status]
    word = t("action_status.overdue") if action.overdue else t(f"action_status.{action.status}")
    end = action.done or action.due
    return {
        "id": action.id,
        "kind": "action",
        "name": name,
        "start": min(action.opened, end).isoformat(),
        "end": end.isoformat(),
        "state": state,
        "state_label": word,
        "signal": {"done": "good", "overdue": "bad"}.get(state, "common"),
        "tip": figures.tip(
            name, action.id, _from_to(ctx, action.opened, action.due), ctx.person_name(action.owner), word
        ),
    }


def _from_to(ctx: Context, start: dt.date, end: dt.date) -> str:
    return ctx.words.t("actions.from_to", opened=ctx.formats.date(start), due=ctx.formats.date(end))


def _title(ctx: Context, plan: PlanResult) -> str:
    """What is most pressing: goals that fall behind, then milestones past their day."""
    t, n = ctx.words.t, ctx.words.n
    behind = plan.goals_by_state["behind"] + plan.goals_by_state["missed"]
    if behind:
        return n("plans.title_behind", behind, all=len(plan.goals))
    if plan.milestones_by_state["overdue"]:
        return n("plans.title_overdue", plan.milestones_by_state["overdue"], all=len(plan.milestones))
    return (
        t("plans.title_fine") if plan.goals_by_state["on-track"] + plan.goals_by_state["reached"] else t("plans.title")
    )


def _sentence(ctx: Context, plan: PlanResult) -> str:
    sentences = []
    late = [m for m in plan.milestones if m.state == "overdue"]
    held = [m for m in plan.milestones if m.state == "waiting"]
    if late:
        sentences.append(ctx.words.n("plans.lead_overdue", len(late), names=names(ctx, late)))
    if held:
        sentences.append(ctx.words.n("plans.lead_waiting", len(held), names=names(ctx, held)))
    return ctx.words.sentences(sentences)


def _table(ctx: Context, rows: list[dict[str, object]]) -> Table:
    t = ctx.words.t
    cells = tuple(
        Row((Cell(str(r["name"])), Cell(str(r["start"] or "")), Cell(str(r["end"])), Cell(str(r["state_label"]))))
        for r in rows
    )
    columns = (
        Column(t("plans.what"), "al-main"),
        Column(t("column.from")),
        Column(t("column.due")),
        Column(t("column.status")),
    )
    return Table(t("chart.data_of", what=t("plans.timeline")), columns, cells, css="al-table--compact")
