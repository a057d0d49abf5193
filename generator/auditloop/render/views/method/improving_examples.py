"""Worked examples of the improving side: how far a goal has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.method.signs import DIVIDED, EQUALS, LESS, enough
from auditloop.render.views.plans.tables import plan_goal_link
from auditloop.render.views.plans.words import goal_state


def goal_example(ctx: Context) -> Iterable[Markup]:
    """The first goal that is on its way, else the first with a value."""
    told = [(p, g) for p in ctx.results.plans for g in p.goals if g.covered is not None and g.kpi in ctx.kpis]
    if not told:
        return
    plan, goal = min(told, key=lambda pair: not 0 < (pair[1].covered or 0) < 1)
    assert goal.latest is not None
    assert goal.measured is not None
    numbers = (goal.latest.value, goal.from_, goal.to)
    decimals = enough(numbers, _percent, least=ctx.kpis[goal.kpi].decimals, result_decimals=0)
    latest, start, to = (ctx.formats.number(number, decimals) for number in numbers)
    passed, all_ = (goal.measured - goal.start).days + 1, (goal.by - goal.start).days + 1
    days = ctx.formats.number(min(max(passed, 0), all_))
    yield ctx.words.html(
        "method.goal.example",
        goal=plan_goal_link(ctx, plan, goal),
        kpi=say.kpi_link(ctx, goal.kpi),
        sum=f"({latest}{LESS}{start}){DIVIDED}({to}{LESS}{start}){EQUALS}{ctx.formats.percent(goal.covered)}",
        date=ctx.formats.date(goal.measured),
        time=f"{days}{DIVIDED}{ctx.formats.number(all_)}{EQUALS}{ctx.formats.percent(goal.expected)}",
        state=goal_state(ctx, goal),
    )


def _percent(numbers: Sequence[float]) -> float:
    latest, start, to = numbers
    return 100 * (latest - start) / (to - start) if to != start else 0.0
