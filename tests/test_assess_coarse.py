"""Quarters and years from shorter periods: pooled where the kind of data allows it, and marked where not complete."""

from __future__ import annotations

from typing import Any

import pytest

from assess_workspace import kpi, observed, results
from auditloop.assess.coarse import expected_inside
from auditloop.assess.results import Coarse
from auditloop.model.period import Period


def coarse(values: dict[str, Any], **definition: Any) -> list[Coarse]:
    (found,) = (s for s in results(kpi(**definition), observed(values)).kpis[0].series if s.team is not None)
    return found.coarse


def test_counts_are_summed_and_a_sum_of_some_is_none() -> None:
    """5 + 6 + 7 in the last quarter of 2025; of 2026 only two months are there."""
    quarters, years = coarse(
        {"2025-10": 5, "2025-11": 6, "2025-12": 7, "2026-01": 8, "2026-02": 9}, kind_of_data="count"
    )

    assert (quarters.step, quarters.how, years.step) == ("quarter", "sum", "year")
    assert [(p.period, p.value, p.parts, p.expected, p.partial) for p in quarters.points] == [
        ("2025-Q4", 18, 3, 3, False),
        ("2026-Q1", None, 2, 3, True),
    ]
    assert [(p.period, p.value, p.parts, p.expected) for p in years.points] == [
        ("2025", None, 3, 12),
        ("2026", None, 2, 12),
    ]


def test_shares_are_pooled_from_their_counts() -> None:
    """(1 + 2 + 27) of (10 + 20 + 70); a quarter that lacks a month is marked, its share is one of what is there."""
    values = {
        "2025-10": {"n": 1, "of": 10},
        "2025-11": {"n": 2, "of": 20},
        "2025-12": {"n": 27, "of": 70},
        "2026-01": {"n": 5, "of": 10},
    }
    quarters, _ = coarse(values, kind_of_data="proportion", unit="%")

    assert quarters.how == "ratio"
    assert [(p.value, p.n, p.of, p.partial) for p in quarters.points] == [(30, 30, 100, False), (50, 5, 10, True)]


def test_values_are_weighted_by_their_size() -> None:
    """30 min of 100 and 20 min of 300 are 22.5 min; without sizes a mean of means is not made."""
    sized = {"2025-10": {"value": 30, "n": 100}, "2025-11": {"value": 20, "n": 300}}

    quarters, _ = coarse(sized)

    assert (quarters.how, quarters.points[0].value, quarters.points[0].n) == ("weighted-mean", 22.5, 400)
    assert coarse({"2025-10": 30, "2025-11": 20}) == []
    assert coarse({"2025-10": 30, "2025-11": 20}, kind_of_data="rare-event") == []


def test_what_is_left_out_is_lacking() -> None:
    """An excluded month makes its quarter partial, and a sum impossible."""
    excluded = {"exclude": [{"period": "2025-11", "why": "strike"}]}
    values = {"2025-10": 5, "2025-11": 99, "2025-12": 7}

    (point,) = coarse(values, kind_of_data="count", **excluded)[0].points

    assert (point.value, point.parts, point.partial) == (None, 2, True)


def test_quarters_become_years_and_years_nothing() -> None:
    """Only longer periods are made, never the same or shorter ones."""
    quarterly = coarse(
        {"2025-Q1": 5, "2025-Q2": 6, "2025-Q3": 7, "2025-Q4": 8}, kind_of_data="count", frequency="quarterly"
    )

    assert [(c.step, c.points[0].value) for c in quarterly] == [("year", 26)]
    assert coarse({"2024": 5, "2025": 6}, kind_of_data="count", frequency="yearly") == []


@pytest.mark.parametrize(
    ("period", "step", "count"),
    [("2026-Q1", "month", 3), ("2024", "day", 366), ("2026", "week", 52), ("2024", "week", 53), ("2026", "half", 2)],
)
def test_how_many_periods_a_longer_one_has(period: str, step: str, count: int) -> None:
    """A week belongs to the period it begins in: 53 Mondays in 2024."""
    assert expected_inside(Period.parse(period), step) == count
