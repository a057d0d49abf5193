"""Runs of points on one side of the centre line: longer, or fewer, than chance allows. Knows no values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from math import log2
from typing import NamedTuple

USEFUL_AT_LEAST = 10
"""Below this many useful points neither test means anything."""


class RunTest(NamedTuple):
    n_useful: int
    """Points that are not on the centre line."""
    longest: int
    longest_max: int | None
    """None below ten useful points."""
    crossings: int
    crossings_min: int | None
    signal: bool


def run_test(sides: Sequence[int]) -> RunTest:
    """Anhøj's rules: longest run > round(log₂ n) + 3, or crossings < 5 % quantile of Binomial(n − 1, ½).

    Points on the centre line (side 0) neither break nor extend a run. Source: Anhøj & Olesen 2014,
    doi:10.1371/journal.pone.0113825.
    """
    useful = [side for side in sides if side]
    n = len(useful)
    lengths = [sum(1 for _ in run) for _, run in groupby(useful)]
    longest, crossings = max(lengths, default=0), max(0, len(lengths) - 1)
    if n < USEFUL_AT_LEAST:
        return RunTest(n, longest, None, crossings, None, False)
    most, least = longest_max(n), crossings_min(n)
    return RunTest(n, longest, most, crossings, least, longest > most or crossings < least)


def longest_max(n_useful: int) -> int:
    """round(log₂ n) + 3"""
    return round(log2(n_useful)) + 3


@lru_cache(maxsize=1024)
def crossings_min(n_useful: int) -> int:
    """The least k with P(X ≤ k) ≥ 0.05 for X ~ Binomial(n − 1, ½): in whole numbers, so exact for any n."""
    trials = n_useful - 1
    ways = so_far = 1
    k = 0
    while 20 * so_far < 1 << trials:
        ways = ways * (trials - k) // (k + 1)
        k += 1
        so_far += ways
    return k
