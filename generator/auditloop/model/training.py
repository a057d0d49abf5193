"""Training of staff: planned and held, whom it reached, how the test went, and what it was meant to improve."""

from __future__ import annotations

import datetime as dt

import msgspec

from auditloop.model.common import End, Text, Value


class Summary(Value, frozen=True, kw_only=True, gc=False):
    """Scores of so many people, or what each of them gained."""

    n: int
    mean: float
    sd: float | None = None
    """Of the sample, divided by n − 1."""


class Windows(Value, frozen=True, kw_only=True):
    """Two windows of an indicator (`2025-12..2026-02`), and the value hoped for."""

    before: str
    after: str
    target: float | None = None


class Skill(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    covers: tuple[str, ...] = ()
    """Items and sections of checklists."""


class Session(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    skill: str | None = None
    covers: tuple[str, ...] = ()
    """Items and sections of checklists, beside those of its skill."""
    planned: dt.date
    held: dt.date | None = None
    cancelled: End | None = None
    audience: int | None = None
    """How many should take part."""
    invited: int | None = None
    attended: int | None = None
    passed: int | None = None
    before: Summary | tuple[float, ...] | None = None
    """Scores 0–100, one for each person or summed up."""
    after: Summary | tuple[float, ...] | None = None
    paired: bool = False
    """`before` and `after` list the same people in the same order."""
    gain: Summary | None = None
    """after − before of each person, summed up."""
    kpi: str | None = None
    effect: Windows | None = None
    mentor: str | None = None
    newcomers: int | None = None
    note: Text | None = None

    @property
    def expected(self) -> int | None:
        """Whom the coverage counts against: the audience, else those invited."""
        return self.invited if self.audience is None else self.audience


class Training(Value, frozen=True, kw_only=True):
    kind: str = "training"
    format: int = 1
    team: str | None = None
    """None: the organisation's."""
    skills: tuple[Skill, ...] = ()
    sessions: tuple[Session, ...] = msgspec.field(default=())
