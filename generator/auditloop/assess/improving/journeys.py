"""What a journey costs its customers: time by channel, how much of it adds value, what waits, and what would help.

The share of value-adding time is lean's process cycle efficiency: value-adding time ÷ total lead time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum

from auditloop.assess.arithmetic import share
from auditloop.assess.results import EsiaSaving, JourneyPath, JourneyResult, StepResult
from auditloop.model import Journey, Step, Workspace

ESIA = ("eliminate", "simplify", "integrate", "automate")
_WAITS = 3


def assess_journeys(workspace: Workspace) -> list[JourneyResult]:
    """Those across teams first, then by team in organisation order, then by id."""
    order = {team.id: place for place, team in enumerate(workspace.organisation.teams, 1)}
    journeys = sorted(workspace.journeys.values(), key=lambda journey: (order.get(journey.team or "", 0), journey.id))
    return [_journey(journey) for journey in journeys]


def _journey(journey: Journey) -> JourneyResult:
    steps = [_step(step, touchpoint.id) for touchpoint in journey.touchpoints for step in touchpoint.steps]
    proposed = [step for step in steps if step.saves_minutes is not None]
    measured = [step for step in proposed if step.gained is not None]
    promised, gained = _sum(step.saves_minutes for step in measured), _sum(step.gained for step in measured)
    waits = sorted((step for step in steps if step.waiting), key=lambda step: -step.minutes)
    felt = [step for step in steps if step.experience is not None]
    worst = min(felt, key=lambda step: (step.experience or 0, -step.minutes), default=None)
    return JourneyResult(
        id=journey.id,
        team=journey.team,
        date=journey.date,
        steps=steps,
        paths=[_path(channel, steps) for channel in journey.ways()],
        longest_waits=[step.id for step in waits[:_WAITS]],
        worst=worst.id if worst else None,
        pains=sum(step.pain for step in steps),
        savings=[_saving(kind, proposed) for kind in ESIA],
        saves_minutes=_sum(step.saves_minutes for step in proposed),
        promised=promised,
        gained=gained,
        kept=share(gained, promised),
    )


def _sum(values: Iterable[float | None]) -> float:
    return fsum(value for value in values if value is not None)


def _step(step: Step, touchpoint: str) -> StepResult:
    after, saves = step.after, step.esia.saves_minutes if step.esia else None
    gained = step.minutes - after.minutes if after else None
    standard = step.standard_minutes
    return StepResult(
        id=step.id,
        touchpoint=touchpoint,
        channel=step.channel,
        minutes=step.minutes,
        standard_minutes=standard,
        over=None if standard is None else max(0.0, step.minutes - standard),
        adds_value=step.adds_value,
        waiting=step.waiting,
        experience=step.experience,
        pain=step.pain is not None,
        esia=step.esia.kind if step.esia else None,
        saves_minutes=saves,
        action=step.action,
        after_minutes=after.minutes if after else None,
        after_experience=after.experience if after else None,
        after_date=after.date if after else None,
        gained=gained,
        kept=share(gained, saves) if gained is not None and saves is not None else None,
    )


def _path(channel: str | None, steps: Sequence[StepResult]) -> JourneyPath:
    taken = [step for step in steps if step.channel in (None, channel)]
    minutes, value = fsum(s.minutes for s in taken), fsum(s.minutes for s in taken if s.adds_value)
    later = [(step.minutes if step.after_minutes is None else step.after_minutes, step.adds_value) for step in taken]
    minutes_after = fsum(m for m, _ in later)
    return JourneyPath(
        channel=channel,
        steps=len(taken),
        minutes=minutes,
        value_minutes=value,
        waiting_minutes=fsum(step.minutes for step in taken if step.waiting),
        value_share=share(value, minutes),
        minutes_after=minutes_after,
        value_share_after=share(fsum(m for m, adds in later if adds), minutes_after),
    )


def _saving(kind: str, proposed: Sequence[StepResult]) -> EsiaSaving:
    of_kind = [step for step in proposed if step.esia == kind]
    return EsiaSaving(kind=kind, proposals=len(of_kind), minutes=_sum(step.saves_minutes for step in of_kind))
