"""What is to be measured of tickets, as standards and indicators write it: plain data → one complete value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Where = Mapping[str, frozenset[str]]

TIMED = ("mean", "median", "p90")
"""Of the time from one event to another, told in the period in which it ended."""
SHARES = ("share", "attainment", "first-contact-resolution", "repeat-rate", "escalation-rate", "satisfied")
COUNTED = ("count",)
RATED = ("rating", "satisfied")
"""What customers said: not told of fewer than five."""
VALUES = (*TIMED, "rating")
MEASURES = (*TIMED, *COUNTED, *SHARES, "rating")


@dataclass(frozen=True, slots=True)
class Standard:
    """A service standard: a limit on the time between two events, or a share of tickets that are of a wanted sort."""

    id: str
    where: Where
    from_: str = "received"
    to: str | None = None
    within: str | None = None
    clock: str = "calendar"
    met: Where = field(default_factory=dict)
    """Instead of a limit: what the tickets should be."""
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What an indicator takes from the tickets: `measure` is one of MEASURES."""

    measure: str
    where: Where
    from_: str = "received"
    to: str | None = None
    clock: str = "calendar"
    met: Where = field(default_factory=dict)
    standards: tuple[str, ...] = ()
    within: str | None = None


def where_of(written: Mapping[str, Any] | None) -> Where:
    """`{type: complaint, channel: [phone, app]}`: one word or several in each column."""
    return {
        name: frozenset((words,) if isinstance(words, str) else words)
        for name, words in sorted((written or {}).items())
    }


def standard_of(data: Mapping[str, Any]) -> Standard:
    return Standard(
        id=data["id"],
        where=where_of(data.get("where")),
        from_=data.get("from", "received"),
        to=data.get("to"),
        within=data.get("within"),
        clock=data.get("clock", "calendar"),
        met=where_of(data.get("met")),
        target=data.get("target"),
    )


def measure_of(data: Mapping[str, Any]) -> Measure:
    written: str | Sequence[str] = data.get("standards", ())
    return Measure(
        measure=data["measure"],
        where=where_of(data.get("where")),
        from_=data.get("from", "received"),
        to=data.get("to"),
        clock=data.get("clock", "calendar"),
        met=where_of(data.get("met")),
        standards=(written,) if isinstance(written, str) else tuple(written),
        within=data.get("within"),
    )
