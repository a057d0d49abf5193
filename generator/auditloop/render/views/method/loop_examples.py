"""Worked examples of actions and of the data itself: on time, effect, completeness."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.assess.results import AuditRaised, NextStep
from auditloop.render.views import registers, say
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context
from auditloop.render.views.next_steps.words import link, title
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, TIMES, enough


def on_time_example(ctx: Context) -> Iterable[Markup]:
    summary = ctx.action_summaries.get(None)
    if summary and summary.on_time_rate is not None:
        sum_ = f"{summary.on_time}{DIVIDED}{summary.done}{EQUALS}{ctx.formats.percent(summary.on_time_rate, 1)}"
        yield ctx.words.html("method.actions.example", sum=sum_)
    first = next((a for a in ctx.results.actions if a.overdue), None)
    if first:
        yield ctx.words.html(
            "method.actions.example_overdue",
            action=registers.action_link(ctx, first),
            due=ctx.formats.day(first.due),
            as_of=ctx.formats.day(ctx.results.as_of),
            days=ctx.words.n("count.days", first.days_overdue),
        )


def effect_example(ctx: Context) -> Iterable[Markup]:
    for action in ctx.results.actions:
        effect = action.effect
        if (
            effect is None
            or effect.change is None
            or effect.before is None
            or effect.after is None
            or effect.kpi not in ctx.kpis
        ):
            continue
        decimals = enough(
            (effect.before, effect.after),
            lambda v: 100 * (v[1] - v[0]) / abs(v[0]) if v[0] else 0.0,
            least=ctx.kpis[effect.kpi].decimals,
            result_decimals=1,
        )
        before, after = ctx.formats.number(effect.before, decimals), ctx.formats.number(effect.after, decimals)
        rate = ctx.formats.signed_percent(effect.change, 1)
        sum_ = f"({after}{LESS}{before}){DIVIDED}|{before}|{TIMES}100%{EQUALS}{rate}"
        yield ctx.words.html(
            "method.effect.example",
            action=registers.action_link(ctx, action),
            kpi=say.kpi_link(ctx, effect.kpi),
            sum=sum_,
        )
        return


def gain_example(ctx: Context) -> Iterable[Markup]:
    """The first step that raises a single item, in numbers that can be subtracted; then why the first is the first."""
    for step in ctx.results.next_steps.steps:
        for raised in step.audits:
            if len(raised.items) == 1:
                yield _gain(ctx, step, raised)
                yield from _order(ctx)
                return


def _gain(ctx: Context, step: NextStep, raised: AuditRaised) -> Markup:
    audit = ctx.audits[raised.audit]
    items = {item.id: item for domain in audit.domains for section in domain.sections for item in section.items}
    item = items[raised.items[0]]
    possible, contribution = item.possible or 0.0, item.contribution or 0.0
    decimals = enough((possible, contribution), lambda v: v[0] - v[1], least=2, result_decimals=2)
    number = ctx.formats.number
    have, could = number(contribution, decimals), number(possible, decimals)
    return ctx.words.html(
        "method.next_steps.example",
        step=link(ctx, step),
        item=ctx.asks.get((raised.checklist, item.id), item.id),
        audit=anchored(ctx.href.audit(audit.id, f"item-{item.id}"), ctx.audit_title(audit)),
        contribution=have,
        possible=could,
        sum=f"{could}{LESS}{have}{EQUALS}{number(raised.points, 2)}",
        before=number(raised.score_before, 2),
        after=number(raised.score, 2),
    )


def _order(ctx: Context) -> Iterable[Markup]:
    """The criterion that decides between the first two."""
    if len(ctx.results.next_steps.steps) < 2:
        return
    first, second = ctx.results.next_steps.steps[:2]
    t = ctx.words.t
    if first.lifts != second.lifts:
        why = t("method.next_steps.example_lifts")
    elif first.risk != second.risk:
        levels = [t(f"risk.{step.risk}") if step.risk else t("empty.not_rated") for step in (first, second)]
        why = t("method.next_steps.example_risk", first=levels[0], second=levels[1])
    elif round(first.points or 0, 1) != round(second.points or 0, 1):
        points = [ctx.formats.number(step.points or 0, 1) for step in (first, second)]
        why = t("method.next_steps.example_points", first=points[0], second=points[1])
    else:
        ages = [ctx.words.n("count.days", step.age_days) for step in (first, second)]
        why = t("method.next_steps.example_age", first=ages[0], second=ages[1])
    titles = [title(ctx, step) for step in (first, second)]
    yield ctx.words.html("method.next_steps.example_order", first=titles[0], second=titles[1], why=why)


def quality_example(ctx: Context) -> Iterable[Markup]:
    quality = ctx.results.data_quality
    if quality.completeness is None:
        return
    present, expected = sum(t.present for t in quality.teams), sum(t.expected for t in quality.teams)
    number = ctx.formats.number
    yield ctx.words.html(
        "method.data_quality.example",
        sum=f"{number(present)}{DIVIDED}{number(expected)}{EQUALS}{ctx.formats.percent(quality.completeness, 1)}",
    )
