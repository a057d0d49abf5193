"""The answers to one question of 1–5, described: mean, median, mode, standard deviation, share of the satisfied."""

from __future__ import annotations

from math import fsum, sqrt
from typing import NamedTuple

from auditloop.assess.intervals import Interval, wilson
from auditloop.ratings import Counts, mean, satisfied, total


class Description(NamedTuple):
    n: int
    mean: float
    median: float
    mode: list[int]
    """The most frequent answers: several where they are equally frequent."""
    sd: float | None
    """Of a sample, divisor n − 1; None of one answer."""


class Share(NamedTuple):
    value: float
    n: int
    of: int
    interval: Interval


def describe(counts: Counts) -> Description | None:
    """None where nobody answered."""
    n, middle = total(counts), mean(counts)
    if middle is None:
        return None
    most = max(counts.values())
    squares = fsum(count * (answer - middle) ** 2 for answer, count in counts.items())
    return Description(
        n=n,
        mean=middle,
        median=(_at(counts, (n - 1) // 2) + _at(counts, n // 2)) / 2,
        mode=sorted(answer for answer, count in counts.items() if count == most),
        sd=sqrt(squares / (n - 1)) if n > 1 else None,
    )


def csat(counts: Counts) -> Share | None:
    """Share of 4 and 5 among valid answers, with Wilson's interval. Source: methods, "Surveys"; None of no answers."""
    n, of = satisfied(counts), total(counts)
    return Share(n / of, n, of, wilson(n, of)) if of else None


def _at(counts: Counts, place: int) -> int:
    """The answer at a place of all answers in order, counted from 0."""
    for answer, count in sorted(counts.items()):
        place -= count
        if place < 0:
            return answer
    raise IndexError(place)
