"""Derived indicators: a value from the values of other indicators of the same team and period, by a formula.

Knows what the operands' readings are, not where they come from; the arithmetic itself stands in `auditloop.formula`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.measures import POOLED_KINDS, Reading, pooled_value, scale_of
from auditloop.assess.periods import in_time
from auditloop.assess.results import FormulaOperand, FormulaResult, Unvalued
from auditloop.formula import ByZero, Mistake, Ratio, Tree, as_ratio, evaluate, names, parse
from auditloop.model import Kpi
from auditloop.model.period import Period

FORMULA = "formula"
BY_ZERO, MISSING, TOO_LARGE = "division-by-zero", "operand-missing", "too-large"


class Derivation(NamedTuple):
    """A formula ready to compute: its tree, and the indicator behind every name in it."""

    kpi: Kpi
    tree: Tree
    operands: Mapping[str, str]
    counted: Ratio | None
    """Where the formula is a ratio of counts, and a proportion or rate in the indicator's own unit: its two halves.
    Then a value comes with numerator and denominator like an observed one, and is pooled and charted like it."""


class Derived(NamedTuple):
    readings: list[Reading]
    unvalued: list[Unvalued]

    @property
    def complete(self) -> frozenset[Period]:
        """Periods in which every operand has a value, whether or not the formula has one."""
        lacking = {each.period for each in self.unvalued if each.why == MISSING}
        return frozenset(r.period for r in self.readings if r.period.text not in lacking)


def in_order(kpis: Mapping[str, Kpi]) -> list[Kpi]:
    """Every indicator after those it is computed from; otherwise by id. What computes itself is left out."""
    ordered: dict[str, Kpi] = {}
    waiting = sorted(kpis)
    while waiting:
        ready = [id for id in waiting if all(operand in ordered for operand in _operands(kpis[id]))]
        if not ready:
            break
        ordered.update((id, kpis[id]) for id in ready)
        waiting = [id for id in waiting if id not in ordered]
    return list(ordered.values())


def derivation(kpi: Kpi, kpis: Mapping[str, Kpi]) -> Derivation | None:
    """None of an observed indicator. A formula that validation let through always parses."""
    if kpi.formula is None:
        return None
    tree = parse(kpi.formula.of)
    assert not isinstance(tree, Mistake)
    operands = {name: kpi.formula.operands[name] for name in names(tree)}
    ratio = as_ratio(tree)
    counts = all(kpis[id].kind_of_data == "count" for id in operands.values())
    counted = ratio if ratio and counts and kpi.kind_of_data in POOLED_KINDS else None
    return Derivation(kpi, tree, operands, counted if counted and counted.factor == scale_of(kpi) else None)


def derive(how: Derivation, readings: Mapping[str, Sequence[Reading]]) -> Derived | None:
    """`readings` of every operand by indicator id, of one scope → the indicator's own. None where no period has all.

    From the first period in which every operand has a value: one that lacks an operand is a gap, one whose divisor is
    zero has no value, and both say why. A period that an operand leaves out is one it lacks.
    """
    values: dict[Period, dict[str, float]] = {}
    for name, id in how.operands.items():
        for r in readings.get(id, ()):
            if r.value is not None:
                values.setdefault(r.period, {})[name] = r.value
    complete = [period for period, given in values.items() if len(given) == len(how.operands)]
    if not complete:
        return None
    first = min(complete, key=in_time)
    found: list[Reading] = []
    unvalued: list[Unvalued] = []
    for period in sorted((p for p in values if in_time(p) >= in_time(first)), key=in_time):
        reading, why = _reading(how, period, values[period])
        found.append(reading)
        if why:
            unvalued.append(why)
    return Derived(found, unvalued)


def formula_result(how: Derivation, kpis: Mapping[str, Kpi]) -> FormulaResult:
    assert how.kpi.formula is not None
    operands = [FormulaOperand(name=name, kpi=id, unit=kpis[id].unit) for name, id in how.operands.items()]
    return FormulaResult(of=how.kpi.formula.of, operands=operands)


def _operands(kpi: Kpi) -> Sequence[str]:
    return list(kpi.formula.operands.values()) if kpi.formula else []


def _reading(how: Derivation, period: Period, values: Mapping[str, float]) -> tuple[Reading, Unvalued | None]:
    missing = [id for name, id in how.operands.items() if name not in values]
    if missing:
        return _none(period, MISSING, missing)
    value = evaluate(how.tree, values)
    if isinstance(value, ByZero):
        return _none(period, BY_ZERO, [how.operands[name] for name in value.names])
    if not isinstance(value, float):
        return _none(period, TOO_LARGE, [])
    if how.counted:
        n, of = evaluate(how.counted.numerator, values), evaluate(how.counted.denominator, values)
        if isinstance(n, float) and isinstance(of, float) and _can_be_counts(how.kpi, n, of):
            return Reading(period, pooled_value(how.kpi, n, of), n, of), None
    return Reading(period, value), None


def _can_be_counts(kpi: Kpi, n: float, of: float) -> bool:
    return n >= 0 and of > 0 and (kpi.kind_of_data != "proportion" or n <= of)


def _none(period: Period, why: str, operands: Sequence[str]) -> tuple[Reading, Unvalued]:
    return Reading(period, None), Unvalued(period=period.text, why=why, operands=list(dict.fromkeys(operands)))
