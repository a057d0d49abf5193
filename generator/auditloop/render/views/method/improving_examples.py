"""Worked examples of the improving side: how far a goal has come, what a journey takes and what was gained."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.journeys.words import journey_link
from auditloop.render.views.plans.tables import plan_goal_link
from auditloop.render.views.plans.words import goal_state
from auditloop.render.views.signs import DIVIDED, EQUALS, LESS, PLUS, enough


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


def journey_example(ctx: Context) -> Iterable[Markup]:
    """The first journey with something measured since, else the first."""
    told = [journey for journey in ctx.results.journeys if journey.paths[0].value_share is not None]
    if not told:
        return
    journey = min(told, key=lambda each: each.kept is None)
    path, general = journey.paths[0], ctx.formats.general
    taken = [step for step in journey.steps if step.channel in (None, path.channel)]
    value = PLUS.join(general(step.minutes) for step in taken if step.adds_value) or "0"
    facts = {
        "journey": journey_link(ctx, journey),
        "channel": f" ({ctx.channel_name(path.channel)})" if path.channel else "",
        "share": f"({value}){DIVIDED}{general(path.minutes)}{EQUALS}{ctx.formats.percent(path.value_share)}",
    }
    if journey.kept is None:
        yield ctx.words.html("method.journey.example_one", **facts)
        return
    measured = [step for step in journey.steps if step.gained is not None and step.saves_minutes is not None]
    gained = PLUS.join(f"({general(s.minutes)}{LESS}{general(s.after_minutes)})" for s in measured)
    promised = PLUS.join(general(step.saves_minutes) for step in measured)
    sum_ = f"({gained}){DIVIDED}({promised}){EQUALS}{ctx.formats.percent(journey.kept)}"
    yield ctx.words.html("method.journey.example", sum=sum_, **facts)


def _percent(numbers: Sequence[float]) -> float:
    latest, start, to = numbers
    return 100 * (latest - start) / (to - start) if to != start else 0.0
