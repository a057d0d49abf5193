"""What to decide, as questions with what they are about. Facts of one sort stand under one question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from auditloop.assess.reports import Told
from auditloop.assess.reports import facts as f
from auditloop.render.views import judged
from auditloop.render.views.context import Context
from auditloop.render.views.plans import words as plans
from auditloop.render.views.reports import why
from auditloop.render.views.reports.linked import Said, kpis, linked


@dataclass(frozen=True, slots=True)
class Question:
    ask: str
    about: tuple[Said, ...]


def questions(ctx: Context, told: Told) -> tuple[Question, ...]:
    grouped: dict[str, list[Said]] = {}
    for fact in told.facts:
        question, said = _ASKED[type(fact)]
        if isinstance(fact, f.AlertRaised) and _is_unprepared(ctx, fact):
            question = "risk"
        grouped.setdefault(question, []).append(said(ctx, fact))
    return tuple(Question(ctx.words.t(f"reports.ask.{name}"), tuple(about)) for name, about in grouped.items())


def _is_unprepared(ctx: Context, fact: f.AlertRaised) -> bool:
    """A risk that nobody is prepared for asks something else than other warnings."""
    return any(alert.id == fact.alert and alert.rule == "risk-without-plan" for alert in ctx.results.alerts)


def _action(ctx: Context, id: str, key: str, **facts: str) -> Said:
    action = ctx.actions[id]
    title = why.title_of(ctx, action)
    sentence = ctx.words.t(
        key, action=title, team=ctx.team_name(action.team), owner=ctx.person_name(action.owner), **facts
    )
    return Said(linked(ctx, sentence, (title, ctx.action_href(id))), "warn")


def _overdue(ctx: Context, fact: f.Overdue) -> Said:
    id, action = fact.action, ctx.actions[fact.action]
    days = ctx.words.n("count.days", action.days_overdue)
    if not action.moves:
        return _action(ctx, id, "reports.overdue", days=days)
    return _action(ctx, id, "reports.overdue_moved", days=days, moved=ctx.words.n("actions.moved_times", action.moves))


def _blocked(ctx: Context, fact: f.Blocked) -> Said:
    return _action(ctx, fact.action, "reports.blocked")


def _contradicted(ctx: Context, fact: f.Contradicted) -> Said:
    effect = ctx.actions[fact.action].effect
    assert effect is not None
    return _action(ctx, fact.action, "reports.contradicted", why=ctx.words.t(f"effect.why.{effect.why}"))


def _failed(ctx: Context, fact: f.Failed) -> Said:
    written = ctx.workspace.actions[fact.action]
    assert written.verification is not None
    return _action(
        ctx,
        fact.action,
        "reports.failed_innovation" if written.innovation else "reports.failed",
        verdict=ctx.words.t(f"verdict.{written.verification.result}"),
        date=ctx.formats.date(written.verification.date),
    )


def _no_measure(ctx: Context, fact: f.NoMeasure) -> Said:
    finding = ctx.findings[fact.finding]
    problem = why.problem_of(ctx, fact.finding)
    sentence = ctx.words.t(
        "reports.no_measure",
        problem=problem,
        team=ctx.team_name(finding.team),
        finding_class=ctx.words.t(f"finding_class.{finding.class_effective}"),
    )
    return Said(linked(ctx, sentence, (problem, ctx.finding_href(fact.finding))), "warn")


def _out_of_reach(ctx: Context, fact: f.OutOfReach) -> Said:
    pairs = [(ctx.kpis[id], ctx.kpis[id].series[0]) for id in fact.kpis]
    named = [
        ctx.words.t(
            "reports.against_target",
            kpi=ctx.kpi_name(kpi.id),
            value=judged.value_text(ctx, found),
            target=judged.target_text(ctx, found),
        )
        for kpi, series in pairs
        for found in (judged.of_series(ctx, kpi, series),)
    ]
    sentence = ctx.words.t("reports.list", items=ctx.words.t("reports.then").join(named))
    return Said(linked(ctx, sentence, *kpis(ctx, fact.kpis)), "bad")


def _goal(ctx: Context, fact: f.GoalBehind) -> Said:
    plan = next(plan for plan in ctx.results.plans if plan.id == fact.plan)
    goal = next(goal for goal in plan.goals if goal.id == fact.goal)
    name = ctx.plain(ctx.goals[goal.id].name)
    latest = plans.value(ctx, goal.kpi, goal.latest.value) if goal.latest else ctx.words.t("empty.no_value")
    sentence = ctx.words.t(
        "reports.goal",
        goal=name,
        team=ctx.team_name(goal.team),
        way=plans.way(ctx, goal),
        by=ctx.formats.date(goal.by),
        latest=latest,
        state=ctx.words.t(f"goal_state.{goal.state}"),
    )
    href = ctx.href.page(ctx.path.plan(plan.id), plans.goal_anchor(goal.id))
    return Said(linked(ctx, sentence, (name, href)), "bad" if goal.state == "missed" else "warn")


def _proposals(ctx: Context, fact: f.ProposalsWaiting) -> Said:
    first = next(record for record in ctx.results.proposals.records if record.id == fact.proposals[0])
    title = ctx.plain(ctx.workspace.proposals[first.id].title)
    sentence = ctx.words.n(
        "reports.proposals",
        len(fact.proposals),
        title=title,
        team=ctx.team_name(first.team),
        days=ctx.words.n("count.days", first.waiting_days or 0),
    )
    return Said(linked(ctx, sentence, (title, ctx.href.page(ctx.path.proposals, first.id))), "warn")


def _concentrate(ctx: Context, fact: f.Concentrate) -> Said:
    name = ctx.survey_dimension_name(fact.dimension)
    sentence = ctx.words.t("reports.concentrate", dimension=name)
    return Said(linked(ctx, sentence, (name, ctx.href.satisfaction(None, "dimensions"))), "warn")


_ASKED: dict[type, tuple[str, Callable[[Context, Any], Said]]] = {
    f.Overdue: ("overdue", _overdue),
    f.Blocked: ("blocked", _blocked),
    f.Failed: ("failed", _failed),
    f.Contradicted: ("failed", _contradicted),
    f.NoMeasure: ("no_measure", _no_measure),
    f.OutOfReach: ("out_of_reach", _out_of_reach),
    f.GoalBehind: ("goal", _goal),
    f.ProposalsWaiting: ("proposals", _proposals),
    f.AlertRaised: ("alert", why.alert_raised),
    f.Concentrate: ("concentrate", _concentrate),
}
"""Fact → the question it stands under, and its sentence."""
