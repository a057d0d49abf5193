"""What a customer goes through, step by step: time, value, experience, and how each step could be better."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from auditloop.model.common import Text, Value


class Esia(Value, frozen=True, kw_only=True):
    """A proposal for a step, and what it would save each time."""

    kind: str
    """eliminate | simplify | integrate | automate"""
    proposal: Text
    saves_minutes: float


class After(Value, frozen=True, kw_only=True):
    """As measured when the action was done."""

    minutes: float
    experience: int | None = None
    date: dt.date


class Step(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    channel: str | None = None
    """None: customers of all channels take it."""
    actor: str | None = None
    """customer | staff | system | supplier"""
    minutes: float
    standard_minutes: float | None = None
    waiting: bool = False
    adds_value: bool
    experience: int | None = None
    """1 (very bad) to 5 (very good)"""
    pain: Text | None = None
    esia: Esia | None = None
    action: str | None = None
    after: After | None = None


class Touchpoint(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    steps: tuple[Step, ...]


class Journey(Value, frozen=True, kw_only=True):
    kind: str = "journey"
    format: int = 1
    id: str
    name: Text
    team: str | None = None
    """None: it crosses teams."""
    date: dt.date
    """When it was mapped."""
    customers: Text | None = None
    source: Text | None = None
    owner: str | None = None
    channels: tuple[str, ...] = ()
    touchpoints: tuple[Touchpoint, ...]

    def steps(self) -> Iterator[Step]:
        return (step for touchpoint in self.touchpoints for step in touchpoint.steps)

    def ways(self) -> tuple[str | None, ...]:
        """The channels that customers can take; one way of no name where there are none."""
        named = dict.fromkeys((*self.channels, *(step.channel for step in self.steps() if step.channel)))
        return tuple(named) or (None,)
