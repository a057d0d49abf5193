"""Worked examples of actions and of the data itself: on time, effect, completeness."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from auditloop.render.views import registers, say
from auditloop.render.views.context import Context
from auditloop.render.views.method.signs import DIVIDED, EQUALS, LESS, TIMES, enough


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
