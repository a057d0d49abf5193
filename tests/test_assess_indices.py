"""Composite scores: weights, coverage, what moved them, against figures worked out on paper."""

from __future__ import annotations

from typing import Any

import pytest

from assess_workspace import index, kpi, observed, organisation, results
from auditloop.assess.results import IndexResult

# Scores on paper: speed 60 → 0, 20 → 100 (value 40 scores 50); csat 0 → 0, 100 → 100.
SPEED = kpi("speed", score={"zero": 60, "full": 20})
CSAT = kpi("csat", unit="%", kind_of_data="proportion", better="higher", score={"zero": 0, "full": 100})


def indices(speed: dict[str, Any], csat: dict[str, Any], **more: Any) -> list[IndexResult]:
    weights = more.pop("weights", {"speed": 25, "csat": 75})
    return results(SPEED, CSAT, index(weights, **more), observed(speed, "speed"), observed(csat, "csat")).indices


def test_a_weighted_mean() -> None:
    """0.25·50 + 0.75·80 = 72.5; the parts' points add up to it."""
    (team,) = [i for i in indices({"2026-03": 40}, {"2026-03": 80}) if i.scope.team == "front-desk"]
    (point,) = team.points

    assert (point.score, point.coverage, point.partial) == (72.5, 1, False)
    assert [(p.id, p.weight, p.score, p.contribution) for p in point.parts] == [
        ("csat", 0.75, 80, 60),
        ("speed", 0.25, 50, 12.5),
    ]


def test_weights_to_one_or_to_a_hundred_are_the_same() -> None:
    """0.25 and 0.75 mean what 25 and 75 mean."""
    small = indices({"2026-03": 40}, {"2026-03": 80}, weights={"speed": 0.25, "csat": 0.75})

    assert small == indices({"2026-03": 40}, {"2026-03": 80})


def test_a_missing_part_lowers_coverage_not_the_score() -> None:
    """Without csat the index is speed alone, on a quarter of the weight, and partial."""
    point = indices({"2026-02": 40, "2026-03": 40}, {"2026-02": 80})[0].points[-1]

    assert (point.score, point.coverage, point.partial) == (50, 0.25, True)
    assert [p.contribution for p in point.parts] == [None, 50]


def test_four_fifths_of_the_weight_is_enough() -> None:
    """Coverage of exactly 0.8, as floating-point sums reach it, is not partial."""
    weights = {"speed": 0.2, "csat": 0.1, "a": 0.3, "b": 0.4}
    parts = [kpi(id_, score={"zero": 0, "full": 100}, better="higher") for id_ in ("csat", "a", "b")]
    values = [observed({"2026-03": 50}, id_) for id_ in ("csat", "a", "b")]
    (found,) = results(SPEED, *parts, index(weights), *values).indices

    assert (found.points[0].coverage, found.points[0].partial) == (pytest.approx(0.8), False)


def test_a_period_without_any_part_has_no_score() -> None:
    """A gap in the middle stays a gap, and nothing is compared across it."""
    found = indices({"2026-01": 40, "2026-03": 30}, {"2026-01": 80, "2026-03": 80})[0]

    assert [(p.period, p.score, p.coverage) for p in found.points[1:2]] == [("2026-02", None, 0)]
    assert (found.previous, found.change, found.moved_by) == (None, None, [])


def test_what_moved_the_index() -> None:
    """Speed from 50 to 75 gives +6.25, csat from 80 to 76 takes 3: together +3.25."""
    found = indices({"2025-03": 40, "2026-02": 40, "2026-03": 30}, {"2025-03": 60, "2026-02": 80, "2026-03": 76})[0]

    assert (found.change, found.change_last_year) == (pytest.approx(3.25), pytest.approx(18.25))
    assert [(m.id, m.points) for m in found.moved_by] == [("speed", 6.25), ("csat", pytest.approx(-3))]


def test_a_part_that_comes_or_goes_is_no_change_of_quality() -> None:
    """Leaving a bad indicator out would lift the index: without the same parts there is no change to state."""
    found = indices({"2025-03": 40, "2026-02": 40, "2026-03": 30}, {"2025-03": 60, "2026-03": 76})[0]

    assert (found.previous.score, found.change, found.moved_by) == (50, None, [])
    assert found.change_last_year == pytest.approx(18.25)


def test_a_geometric_mean() -> None:
    """√(50·72) = 60 with equal weights; its changes by part add up as well."""
    weights = {"speed": 50, "csat": 50}
    found = indices(
        {"2026-02": 40, "2026-03": 20}, {"2026-02": 72, "2026-03": 50}, weights=weights, method="geometric"
    )[0]

    assert [p.score for p in found.points] == pytest.approx([60, 70.7106781])
    assert [p.contribution for p in found.points[0].parts] == [None, None]
    assert sum(m.points for m in found.moved_by) == pytest.approx(found.change)


def test_a_geometric_mean_is_zero_once_a_part_is() -> None:
    """What is unacceptable in one part cannot be made up for by another."""
    found = indices({"2026-02": 30, "2026-03": 60}, {"2026-02": 72, "2026-03": 90}, method="geometric")[0]

    assert [p.score for p in found.points][-1] == 0
    assert found.moved_by == []


def test_the_organisations_index_comes_from_pooled_series() -> None:
    """90 of 100 and 90 of 900 are 18 %, not 50, the mean of the teams' indices."""
    teams = organisation("front-desk", "call-centre")
    values = [
        observed({"2026-03": {"n": 90, "of": 100}}, "csat"),
        observed({"2026-03": {"n": 90, "of": 900}}, "csat", team="call-centre"),
    ]
    found = results(teams, CSAT, index({"csat": 1}), *values).indices

    assert [(i.scope.team, i.points[0].score) for i in found] == [
        (None, pytest.approx(18)),
        ("front-desk", 90),
        ("call-centre", 10),
    ]


def test_a_quarterly_part_speaks_for_its_months() -> None:
    """Most weight is monthly, so the index is; January and March take csat of the first quarter."""
    found = indices({"2026-01": 40, "2026-03": 30}, {"2026-Q1": 80}, weights={"speed": 60, "csat": 40})[0]

    assert found.step == "month"
    assert [(p.period, p.score) for p in found.points] == [("2026-01", 62), ("2026-02", 80), ("2026-03", 77)]


def test_a_monthly_part_is_taken_over_the_quarter() -> None:
    """Most weight is quarterly: speed of (40 + 20)/2 = 30 scores 75."""
    found = indices({"2026-01": 40, "2026-03": 20}, {"2026-Q1": 80})[0]

    assert (found.step, [p.score for p in found.points]) == ("quarter", [0.25 * 75 + 0.75 * 80])
