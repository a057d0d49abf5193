"""What is to be reached by when, and the milestones on the way: of the organisation or of one team."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import Text, Value
from auditloop.model.period import Period


class Goal(Value, frozen=True, kw_only=True):
    """An indicator that is to go from one value to another by a day."""

    id: str
    name: Text
    kpi: str
    team: str | None = None
    """None: the plan's team, else the whole organisation."""
    start: dt.date | None = None
    """None: the plan's first day."""
    from_: float = msgspec.field(name="from")
    to: float
    by: dt.date
    owner: str | None = None
    measured_by: Text | None = None


class Milestone(Value, frozen=True, kw_only=True):
    """Something that is done by a day, or is not."""

    id: str
    name: Text
    goal: str | None = None
    start: dt.date | None = None
    due: dt.date
    done: dt.date | None = None
    needs: tuple[str, ...] = ()
    """Ids of milestones, of any plan, and of actions that have to be done before."""
    actions: tuple[str, ...] = ()
    owner: str | None = None
    measured_by: Text | None = None
    result: Text | None = None


class Plan(Value, frozen=True, kw_only=True):
    kind: str = "plan"
    format: int = 1
    id: str
    name: Text
    team: str | None = None
    horizon: str
    """short | long"""
    from_: Period = msgspec.field(name="from")
    to: Period
    aim: Text | None = None
    owner: str | None = None
    goals: tuple[Goal, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    @property
    def first(self) -> dt.date:
        return self.from_.first

    @property
    def last(self) -> dt.date:
        return self.to.last
