"""How much of what is explained each of several predictors accounts for: R² of every choice of them, shared out."""

from __future__ import annotations

from collections.abc import Sequence
from math import factorial, fsum, sqrt
from operator import mul
from typing import NamedTuple

from auditloop.assess.surveys.correlation import centred

MOST = 10
"""2¹⁰ choices are quick; each further predictor doubles them."""
_DEPENDENT = 1e-9
"""What is left of a predictor (of 1) beside the others before it counts as made of them."""


class Regression(NamedTuple):
    r2: float
    lmg: list[float]
    """Of each predictor: its gain in R², averaged over all orders in which they may enter; they add up to R²."""
    vif: list[float | None]
    """Variance inflation 1 ÷ (1 − R² on the others); None where a predictor is wholly made of the others."""


def regress(predictors: Sequence[Sequence[float]], outcome: Sequence[float]) -> Regression:
    """Least squares of the outcome on 1–10 predictors, each of which varies, as the outcome does.

    LMG = Shapley value of R². Source: Lindeman, Merenda & Gold 1980; Grömping 2006, Journal of Statistical Software
    17(1). VIF: Belsley, Kuh & Welsch 1980.
    """
    columns = [_unit(column) for column in predictors]
    between = [[_dot(a, b) for b in columns] for a in columns]
    goal = _unit(outcome)
    with_outcome = [_dot(column, goal) for column in columns]
    explained = _explained(between, with_outcome)
    everything = len(explained) - 1
    return Regression(
        r2=explained[everything],
        lmg=_shapley(explained, len(columns)),
        vif=[_vif(between, at) for at in range(len(columns))],
    )


def _explained(between: Sequence[Sequence[float]], with_outcome: Sequence[float]) -> list[float]:
    """R² of every choice of predictors; bit i of the position says whether i is chosen."""
    count = len(with_outcome)
    return [
        r_squared(between, with_outcome, [i for i in range(count) if chosen >> i & 1]) for chosen in range(1 << count)
    ]


def r_squared(between: Sequence[Sequence[float]], with_outcome: Sequence[float], chosen: Sequence[int]) -> float:
    """From correlations alone, by Cholesky's method; a predictor made of earlier ones adds nothing."""
    rows: list[list[float]] = []
    left: list[float] = []
    found = 0.0
    used: list[int] = []
    for i in chosen:
        row: list[float] = []
        for k, j in enumerate(used):
            row.append((between[i][j] - _dot(row, rows[k][: len(row)])) / rows[k][k])
        rest = 1 - _dot(row, row)
        if rest <= _DEPENDENT:
            continue
        pivot = sqrt(rest)
        gain = (with_outcome[i] - _dot(row, left)) / pivot
        used.append(i)
        rows.append([*row, pivot])
        left.append(gain)
        found += gain * gain
    return min(1.0, found)


def _shapley(explained: Sequence[float], count: int) -> list[float]:
    weights = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    return [
        fsum(
            weights[chosen.bit_count()] * (explained[chosen | 1 << i] - explained[chosen])
            for chosen in range(len(explained))
            if not chosen >> i & 1
        )
        for i in range(count)
    ]


def _vif(between: Sequence[Sequence[float]], at: int) -> float | None:
    others = [i for i in range(len(between)) if i != at]
    rest = 1 - r_squared(between, [between[i][at] for i in range(len(between))], others)
    return 1 / rest if rest > _DEPENDENT else None


def _unit(values: Sequence[float]) -> list[float]:
    """Centred, of length 1: the products of such columns are correlations."""
    column = centred(values)
    length = sqrt(_dot(column, column))
    return [value / length for value in column]


def _dot(xs: Sequence[float], ys: Sequence[float]) -> float:
    return fsum(map(mul, xs, ys))
