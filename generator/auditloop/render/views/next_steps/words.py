"""One step in words: what it is about, what is to be done, what it would give. One wording on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from auditloop.assess.results import AuditRaised, IndexRaised, NextStep, TeamRaised
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import registers, say
from auditloop.render.views.common import anchored, muted, spaced, span
from auditloop.render.views.context import Context

PASSED = "passed"


def steps_of(ctx: Context, team: str) -> list[NextStep]:
    """By rank."""
    return [step for step in ctx.results.next_steps.steps if step.team == team]


def link(ctx: Context, step: NextStep) -> Markup:
    """The title of the action, the problem of the finding."""
    if step.kind == "action":
        return registers.action_link(ctx, ctx.actions[step.id])
    return registers.finding_link(ctx, ctx.findings[step.id])


def title(ctx: Context, step: NextStep) -> str:
    if step.kind == "action":
        return ctx.plain(ctx.workspace.actions[step.id].title)
    return ctx.plain(ctx.finding_texts.get(step.id))


def todo(ctx: Context, step: NextStep) -> str:
    return ctx.words.t(f"next_steps.todo.{step.todo}")


def gives(ctx: Context, step: NextStep) -> str:
    """What it would give, in whole sentences; that nothing is to be gained, or that nobody can tell, where it is so."""
    sentences = [*(s for raised in step.audits for s in _audit(ctx, step, raised))]
    sentences += _indices(ctx, step.indices)
    if step.risks:
        names = ctx.words.listed([ctx.plain(ctx.workspace.risks[id_].name) for id_ in step.risks])
        sentences.append(ctx.words.t("next_steps.gives.risk", risks=names))
    if not sentences:
        sentences = [ctx.words.t("next_steps.gives.unknown" if step.points is None else "next_steps.gives.nothing")]
    return ctx.words.sentences([*sentences, *(ctx.words.t(f"next_steps.lacks.{each}") for each in step.lacks)])


def gives_html(ctx: Context, step: NextStep) -> Markup:
    """The same, with links to the actions that the findings also wait for."""
    return spaced(gives(ctx, step), _beside(ctx, step))


def until(ctx: Context, step: NextStep) -> list[Markup]:
    """Of an action: whose it is, and when it is due or how late it is."""
    if step.owner is None or step.due is None:
        return []
    owner = muted(ctx.person_name(step.owner))
    if step.todo == "verify":
        return [owner]
    due = ctx.words.t("next_steps.due", due=ctx.formats.day(step.due))
    if step.days_overdue:
        due = ctx.words.n("actions.days_overdue", step.days_overdue)
    return [owner, span("al-muted al-nowrap", due)]


def enough(ctx: Context, team: TeamRaised) -> Markup:
    """The steps that are enough for the next grade, by their numbers."""
    if not team.enough:
        return say.no_value(ctx, "next_steps.none_enough")
    return ctx.words.listed_html([_number(ctx, id_) for id_ in team.enough])


def _audit(ctx: Context, step: NextStep, raised: AuditRaised) -> Iterator[str]:
    t = ctx.words.t
    facts = {
        "audit": _scored(ctx, step, raised),
        "points": say.score(ctx, raised.points),
        "score_before": say.score(ctx, raised.score_before),
        "score": say.score(ctx, raised.score),
        "grade_before": raised.grade_before,
        "grade": raised.grade,
    }
    better = raised.grade is not None and raised.grade_before is not None and raised.grade != raised.grade_before
    if raised.passed_before is False and raised.passed is not False:
        yield t("next_steps.gives.passed_grade" if better else "next_steps.gives.passed", **facts)
    elif better:
        yield t("next_steps.gives.grade", **facts)
    elif vanishes(raised.points, 1):
        yield t("next_steps.gives.little", **facts)
    else:
        yield t("next_steps.gives.points", **facts)
    for domain in raised.domains:
        if domain.grade and domain.grade_before and domain.grade != domain.grade_before:
            yield t(
                "next_steps.gives.domain",
                domain=ctx.domain_name(raised.checklist, domain.id),
                before=domain.grade_before,
                after=domain.grade,
            )
        if domain.median is not None and not vanishes(domain.median - (domain.median_before or 0.0), 1):
            yield t(
                "next_steps.gives.median",
                domain=ctx.domain_name(raised.checklist, domain.id),
                before=say.score(ctx, domain.median_before),
                after=say.score(ctx, domain.median),
            )


def _scored(ctx: Context, step: NextStep, raised: AuditRaised) -> str:
    """The checklist; and the team, where it is another one's audit."""
    team, name = ctx.audits[raised.audit].team, ctx.checklist_name(raised.checklist)
    return name if team == step.team else ctx.words.t("next_steps.of_team", name=name, team=ctx.team_name(team))


def _indices(ctx: Context, indices: Sequence[IndexRaised]) -> Iterator[str]:
    """One sentence for each indicator, over all indices that it is part of."""
    for kpi in dict.fromkeys(raised.kpi for raised in indices):
        of_kpi = [raised for raised in indices if raised.kpi == kpi]
        gains = [
            ctx.words.t(
                "next_steps.gives.gain",
                index=ctx.index_name(raised.index),
                points=say.score(ctx, raised.points),
                after=say.score(ctx, raised.after),
            )
            for raised in of_kpi
        ]
        target = say.kpi_value(ctx, ctx.kpis[kpi], of_kpi[0].value)
        yield ctx.words.t("next_steps.gives.index", kpi=ctx.kpi_name(kpi), target=target, gains=ctx.words.listed(gains))


def _beside(ctx: Context, step: NextStep) -> Markup:
    if not step.beside:
        return Markup("")
    others = ctx.words.listed_html([_number(ctx, id_) for id_ in step.beside])
    return muted(ctx.words.html("next_steps.beside", actions=others))


def _number(ctx: Context, id_: str) -> Markup:
    return anchored(ctx.action_href(id_) or ctx.finding_href(id_), id_)
