"""Which dimensions go with the overall rating, and how much of it each accounts for: one row per respondent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditloop.assess.surveys.correlation import Correlation, pearson, ranks
from auditloop.assess.surveys.shapley import MOST, Regression, regress

COLLINEAR = 5.0
"""Above this variance inflation, dimensions say nearly the same. Source: methods, "Surveys"."""
PER_DIMENSION, FEWEST = 10, 30
"""Fewer respondents than ten for each dimension, or than thirty, and the order of drivers is mostly chance. Source:
Harrell 2015, Regression Modeling Strategies, 4.4."""

FEW, SAME, UNVARIED, MANY = "few-respondents", "collinear", "no-variation", "too-many-dimensions"
WARNINGS = (FEW, SAME, UNVARIED, MANY)


class Driver(NamedTuple):
    """Of one dimension with the overall rating; what cannot be computed is None."""

    id: str
    pearson: Correlation | None
    spearman: Correlation | None
    lmg: float | None
    """Points of R² (0–1)."""
    importance: float | None
    """Share of R² (0–1)."""
    vif: float | None


class Drivers(NamedTuple):
    n: int
    """Respondents who answered everything."""
    r2: float | None
    drivers: list[Driver]
    """Most important first, then by name."""
    warnings: list[str]


Answers = Mapping[str, Sequence[float | None]]
"""Dimension → one answer per respondent."""


def drivers(overall: Sequence[float | None], dimensions: Answers, smallest: int) -> Drivers | None:
    """Only respondents who answered everything count; None below `smallest` of them, or without dimensions.

    Pearson, Spearman, and each dimension's share of R² (LMG). A dimension in which all answers are alike is left out
    of R²; where the overall rating does not vary nothing can drive it.
    """
    ids = sorted(dimensions)
    rows = [row for row in zip(overall, *(dimensions[id] for id in ids), strict=True) if None not in row]
    if not ids or len(rows) < smallest:
        return None
    outcome, *columns = ([float(value) for value in column] for column in zip(*rows, strict=True))
    by_id = dict(zip(ids, columns, strict=True))
    varying = {id: column for id, column in by_id.items() if min(column) < max(column)}
    warnings = [FEW] if len(rows) < max(FEWEST, PER_DIMENSION * len(ids)) else []
    is_flat = min(outcome) == max(outcome)
    if is_flat or len(varying) < len(by_id):
        warnings.append(UNVARIED)
    found: Regression | None = None
    # As many respondents as coefficients would be explained without a rest, whatever they said.
    if not is_flat and varying and len(rows) > len(varying) + 1:
        if len(varying) <= MOST:
            found = regress(list(varying.values()), outcome)
        else:
            warnings.append(MANY)
    if found and any(vif is None or vif > COLLINEAR for vif in found.vif):
        warnings.append(SAME)
    ranked = ranks(outcome)
    made = [_driver(id, by_id[id], outcome, ranked, found, list(varying)) for id in ids]
    return Drivers(len(rows), found.r2 if found else None, sorted(made, key=_order), warnings)


def _driver(
    id: str,
    column: Sequence[float],
    outcome: Sequence[float],
    ranked: Sequence[float],
    found: Regression | None,
    varying: Sequence[str],
) -> Driver:
    at = varying.index(id) if found and id in varying else None
    lmg = found.lmg[at] if found and at is not None else None
    return Driver(
        id=id,
        pearson=pearson(column, outcome),
        spearman=pearson(ranks(column), ranked),
        lmg=lmg,
        importance=lmg / found.r2 if found and lmg is not None and found.r2 > 0 else None,
        vif=found.vif[at] if found and at is not None else None,
    )


def _order(driver: Driver) -> tuple[float, str]:
    return -(driver.importance if driver.importance is not None else -1.0), driver.id
