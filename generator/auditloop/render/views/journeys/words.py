"""Minutes, ways and steps of journeys in words, and a journey's summary sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from auditloop.assess.results import JourneyPath, JourneyResult, StepResult
from auditloop.model import Step
from auditloop.render.views import say
from auditloop.render.views.common import anchored
from auditloop.render.views.context import Context


def minutes(ctx: Context, value: float) -> str:
    """`21 min`: as written, or one decimal of a difference."""
    return say.with_unit(ctx, ctx.formats.general(round(value, 1)), "min")


def steps_of(ctx: Context, journey: JourneyResult) -> Mapping[str, Step]:
    return {step.id: step for step in ctx.workspace.journeys[journey.id].steps()}


def step_anchor(id: str) -> str:
    return f"step-{id}"


def journey_link(ctx: Context, journey: JourneyResult) -> Markup:
    return anchored(ctx.href.page(ctx.path.journey(journey.id)), ctx.text(ctx.workspace.journeys[journey.id].name))


def of_path(ctx: Context, path: JourneyPath, words: str) -> str:
    """`App: 55 min`, or the words alone where there is one way only."""
    return ctx.words.t("journeys.by", channel=ctx.channel_name(path.channel), what=words) if path.channel else words


def lead(ctx: Context, journey: JourneyResult) -> str:
    """How long it takes, how much of it adds value, what waits longest, what would help and what did."""
    t, percent = ctx.words.t, ctx.formats.percent
    times = [of_path(ctx, path, minutes(ctx, path.minutes)) for path in journey.paths]
    shares = [of_path(ctx, path, percent(path.value_share)) for path in journey.paths if path.value_share is not None]
    sentences = [t("journeys.lead_time", times=ctx.words.clauses(times))]
    if shares:
        sentences.append(t("journeys.lead_value", shares=ctx.words.clauses(shares)))
    return ctx.words.sentences([*sentences, waits(ctx, journey), gain(ctx, journey)])


def waits(ctx: Context, journey: JourneyResult) -> str:
    if not journey.longest_waits:
        return ""
    longest = next(step for step in journey.steps if step.id == journey.longest_waits[0])
    name = ctx.plain(steps_of(ctx, journey)[longest.id].name)
    return ctx.words.t("journeys.lead_wait", name=name, minutes=minutes(ctx, longest.minutes))


def gain(ctx: Context, journey: JourneyResult) -> str:
    """What the proposals would save, and what those carried out did."""
    proposals = sum(saving.proposals for saving in journey.savings)
    if not proposals:
        return ""
    sentences = [ctx.words.n("journeys.lead_saves", proposals, minutes=minutes(ctx, journey.saves_minutes))]
    if journey.kept is not None:
        measured = sum(step.gained is not None and step.saves_minutes is not None for step in journey.steps)
        facts = {"promised": minutes(ctx, journey.promised), "gained": minutes(ctx, journey.gained)}
        sentences.append(ctx.words.n("journeys.lead_gained", measured, **facts))
    return ctx.words.sentences(sentences)


def step_name(ctx: Context, step: StepResult, written: Mapping[str, Step]) -> str:
    return ctx.plain(written[step.id].name)
