"""What all comparisons share: numbers that differ, records that pair, and the order of importance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeVar

from auditloop.assess.changes.values import CONCERN, IMPROVEMENT, JUDGEMENTS, NEUTRAL


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def pairs(before: Iterable[T], after: Iterable[T]) -> Iterator[tuple[T | None, T | None]]:
    """Records of the same id; those of `after` in their order, then those that are gone."""
    old = {each.id: each for each in before}
    seen = set()
    for each in after:
        seen.add(each.id)
        yield old.get(each.id), each
    for id_, each in old.items():
        if id_ not in seen:
            yield each, None


def differ(before: float | None, after: float | None) -> bool:
    """Whether two numbers are not the same but for the noise of another program's floating point."""
    if before is None or after is None:
        return before is not after
    return not math.isclose(before, after, rel_tol=1e-9, abs_tol=1e-9)


_NOTICEABLE = 0.05
"""Points of a score on 0–100: less is ±0.0 to everybody who reads it."""


def by_sign(change: float | None) -> str:
    """The judgement of a change of a score, where more is better."""
    if change is None or abs(change) < _NOTICEABLE:
        return NEUTRAL
    return IMPROVEMENT if change > 0 else CONCERN


def worst(judgements: Iterable[str]) -> str:
    return min(judgements, key=JUDGEMENTS.index, default=NEUTRAL)


def ranked(judgement: str, *more: Any) -> tuple[Any, ...]:
    """A key for sorting: concerns, improvements, then the rest; within each by `more`."""
    return (JUDGEMENTS.index(judgement), *more)
