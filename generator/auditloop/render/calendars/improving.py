"""When milestones are due and goals are to be reached, and by when a proposal was promised an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.render.calendars.due import DueDate, Source
from auditloop.render.views.context import Context
from auditloop.render.views.plans.words import goal_anchor, milestone_anchor


def _milestones(ctx: Context) -> Iterator[DueDate]:
    t = ctx.words.t
    for plan in ctx.results.plans:
        written = ctx.workspace.plans[plan.id]
        for milestone in plan.milestones:
            if milestone.done:
                continue
            state = t(f"milestone_state.{milestone.state}")
            yield DueDate(
                sort="milestone",
                record=milestone.id,
                day=milestone.due,
                title=ctx.plain(ctx.milestones[milestone.id].name),
                about=(_plan(ctx, plan.id, plan.team), t("calendar.status", status=state)),
                href=ctx.href.page(ctx.path.plan(plan.id), milestone_anchor(milestone.id)),
                team=plan.team,
                owners=_owners(milestone.owner, written.owner),
            )


def _goals(ctx: Context) -> Iterator[DueDate]:
    t = ctx.words.t
    for plan in ctx.results.plans:
        written = ctx.workspace.plans[plan.id]
        for goal in plan.goals:
            if goal.state in ("reached", "missed"):
                continue
            state = t(f"goal_state.{goal.state}")
            yield DueDate(
                sort="goal",
                record=goal.id,
                day=goal.by,
                title=ctx.plain(ctx.goals[goal.id].name),
                about=(_plan(ctx, plan.id, goal.team), t("calendar.status", status=state)),
                href=ctx.href.page(ctx.path.plan(plan.id), goal_anchor(goal.id)),
                team=goal.team,
                owners=_owners(goal.owner, written.owner),
            )


def _owners(own: str | None, of_plan: str | None) -> tuple[str, ...]:
    """Where nobody else is named, whoever has the plan."""
    owner = own or of_plan
    return (owner,) if owner else ()


def _plan(ctx: Context, plan: str, team: str | None) -> str:
    return ctx.words.t("calendar.plan", team=ctx.team_name(team), plan=ctx.plain(ctx.workspace.plans[plan].name))


def _proposals(ctx: Context) -> Iterator[DueDate]:
    for proposal in ctx.results.proposals.records:
        if proposal.answered or proposal.answer_within is None:
            continue
        by = ctx.person_name(proposal.by)
        yield DueDate(
            sort="answer",
            record=proposal.id,
            day=proposal.submitted + dt.timedelta(days=proposal.answer_within),
            title=ctx.plain(ctx.workspace.proposals[proposal.id].title),
            about=(ctx.words.t("calendar.proposed", team=ctx.team_name(proposal.team), by=by),),
            href=ctx.href.page(ctx.path.proposals, proposal.id),
            team=proposal.team,
            owners=(),
        )


SOURCES: tuple[Source, ...] = (_milestones, _goals, _proposals)
