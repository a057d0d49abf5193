"""What the answers to a survey come to: counts per answer → CSAT, mean, NPS, CSI, on unrounded numbers.

Outside the rooms because both sides need it: validation compares typed values, the assessment computes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

Counts = Mapping[int, int]
"""Answer → how many gave it."""

LOWEST, HIGHEST = 1, 5
"""The scale of satisfaction."""
SCALES = {"overall": (LOWEST, HIGHEST), "recommend": (0, 10)}
"""Question → its lowest and highest answer; dimensions are asked on 1–5."""
MIDDLE = 3
"""Of that scale: neither satisfied nor dissatisfied."""
SATISFIED = 4
"""From this answer on a customer counts as satisfied."""
SMALLEST = 5
"""Answers of fewer customers are not shown apart."""
PROMOTER, DETRACTOR = 9, 6
"""Of 0–10: promoters from the one on, detractors up to the other."""


class Recommenders(NamedTuple):
    """How many would recommend (9–10), would perhaps (7–8), and would not (0–6)."""

    promoters: int
    passives: int
    detractors: int

    @property
    def n(self) -> int:
        return sum(self)

    @property
    def points(self) -> float | None:
        """NPS = share of promoters − share of detractors, in points from −100 to 100. Source: Reichheld 2003, Harvard
        Business Review 81(12):46-54."""
        return 100 * (self.promoters - self.detractors) / self.n if self.n else None


class Composite(NamedTuple):
    value: float | None
    coverage: float
    """Share of the weights that have an answer, 0–1."""


class Responses(NamedTuple):
    """Single answers, one per respondent in each column: `overall`, `recommend`, or the id of a dimension."""

    answers: Mapping[str, Sequence[int | None]]
    comments: Sequence[tuple[str, int | None]]
    """Text, and this respondent's overall rating."""


def counted(answers: Iterable[int | None]) -> dict[int, int]:
    """How many gave each answer, in order of the scale."""
    return dict(sorted(Counter(answer for answer in answers if answer is not None).items()))


def total(counts: Counts) -> int:
    return sum(counts.values())


def satisfied(counts: Counts) -> int:
    """How many answered 4 or 5: CSAT's numerator."""
    return sum(n for answer, n in counts.items() if answer >= SATISFIED)


def mean(counts: Counts) -> float | None:
    """Σ answer·n ÷ Σ n; None of no answers."""
    n = total(counts)
    return sum(answer * count for answer, count in counts.items()) / n if n else None


def recommenders(counts: Counts) -> Recommenders:
    promoters = sum(n for answer, n in counts.items() if answer >= PROMOTER)
    detractors = sum(n for answer, n in counts.items() if answer <= DETRACTOR)
    return Recommenders(promoters, total(counts) - promoters - detractors, detractors)


def on_hundred(rating: float) -> float:
    """A mean rating of 1–5 on 0–100: 1 gives 0, 5 gives 100.

    Source: Fornell et al. 1996, Journal of Marketing 60(4):7-18.
    """
    return 100 * (rating - LOWEST) / (HIGHEST - LOWEST)


def csi(parts: Iterable[tuple[float, float | None]]) -> Composite:
    """CSI = Σ W·S ÷ Σ W over (weight, score on 0–100) of the dimensions that have a score; None where none has."""
    parts = list(parts)
    whole = fsum(weight for weight, _ in parts)
    there = [(weight, score) for weight, score in parts if score is not None]
    present = fsum(weight for weight, _ in there)
    if present <= 0:
        return Composite(None, 0.0)
    value = fsum(weight * score for weight, score in there) / present
    return Composite(min(100.0, max(0.0, value)), min(1.0, present / whole))


def pooled(many: Iterable[Counts]) -> dict[int, int]:
    """Everybody's answers together, in order of the scale."""
    sums: dict[int, int] = {}
    for counts in many:
        for answer, n in counts.items():
            sums[answer] = sums.get(answer, 0) + n
    return dict(sorted(sums.items()))
