"""Indicators over time and pooled: values, gaps, targets and scores against figures worked out on paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import kpi, observed, organisation, results
from auditloop.assess.kpis import decimals
from auditloop.assess.periods import last_due
from auditloop.assess.results import KpiResult, Series

PROPORTION = {"unit": "%", "kind_of_data": "proportion", "better": "higher"}


def series(values: dict[str, Any], *, as_of: str = "2026-03-31", **more: Any) -> Series:
    """The team's series, which comes after the organisation's."""
    return results(kpi(**more), observed(values), as_of=dt.date.fromisoformat(as_of)).kpis[0].series[-1]


def two_teams(front: dict[str, Any], call: dict[str, Any], **more: Any) -> KpiResult:
    teams = organisation("front-desk", "call-centre")
    return results(teams, kpi(**more), observed(front), observed(call, team="call-centre")).kpis[0]


def test_latest_previous_and_same_period_last_year() -> None:
    """March 2026 against February and against March 2025."""
    found = series({"2025-03": 35, "2026-02": 31.5, "2026-03": 28, "2025-02": 40})

    assert found.latest is not None and (found.latest.period, found.latest.value) == ("2026-03", 28)
    assert found.previous is not None and (found.previous.period, found.previous.value) == ("2026-02", 31.5)
    assert found.same_period_last_year is not None and found.same_period_last_year.period == "2025-03"
    assert (found.change, found.change_last_year) == (-3.5, -7)
    assert (found.better_than_previous, found.better_than_last_year) == (True, True)


def test_a_missing_period_is_a_gap_and_nothing_is_compared_across_it() -> None:
    """January and March, no February: no previous value, a point without a value, one missing period."""
    found = series({"2026-01": 30, "2026-03": 28}, as_of="2026-04-30")

    assert [(p.period, p.value) for p in found.points] == [("2026-01", 30), ("2026-02", None), ("2026-03", 28)]
    assert (found.previous, found.change, found.same_period_last_year) == (None, None, None)
    assert found.missing == ["2026-02"]


def test_a_reported_zero_is_a_value() -> None:
    """Zero complaints is not the same as no report."""
    found = series({"2026-02": 3, "2026-03": 0}, kind_of_data="count", unit="complaints")

    assert found.latest is not None
    assert (found.latest.value, found.change) == (0, -3)


def test_a_period_written_without_value_is_a_gap() -> None:
    """A null says that there is no value."""
    found = series({"2026-01": 30, "2026-02": None, "2026-03": 28}, as_of="2026-04-30")

    assert found.points[1].value is None
    assert found.missing == ["2026-02"]


@pytest.mark.parametrize(("as_of", "missing"), [("2026-04-10", []), ("2026-04-11", ["2026-03"])])
def test_a_value_is_due_ten_days_after_its_period(as_of: str, missing: list[str]) -> None:
    """March may be reported until 10 April."""
    assert series({"2026-02": 30}, as_of=as_of).missing == missing


@pytest.mark.parametrize(
    ("kind", "as_of", "due"),
    [
        ("month", "2026-04-11", "2026-03"),
        ("quarter", "2026-04-10", "2025-Q4"),
        ("week", "2026-03-25", "2026-W10"),
        ("week", "2026-03-26", "2026-W11"),
        ("day", "2026-03-31", "2026-03-20"),
        ("year", "2026-01-11", "2025"),
        ("half", "2026-01-10", "2025-H1"),
    ],
)
def test_the_last_period_due(kind: str, as_of: str, due: str) -> None:
    """Week 11 ends on Sunday 15 March, its grace on the 25th."""
    assert last_due(kind, dt.date.fromisoformat(as_of)).text == due


def test_an_excluded_point_is_shown_and_counts_nowhere() -> None:
    """With March excluded, February is the latest and the target is not judged on March."""
    found = series({"2026-02": 31, "2026-03": 99}, target=30, exclude=[{"period": "2026-03", "why": "flood"}])

    assert found.latest is not None and found.latest.period == "2026-02"
    assert [(p.excluded, p.met) for p in found.points] == [(False, False), (True, None)]
    assert found.points[1].value == 99


def test_an_excluded_period_nobody_reported_is_not_missing() -> None:
    """Where nothing is counted, nothing is asked for."""
    found = series({"2026-01": 30, "2026-03": 31}, exclude=[{"period": "2026-02", "why": "closed"}])

    assert found.missing == []


@pytest.mark.parametrize(
    ("better", "value", "met"),
    [("lower", 30, True), ("lower", 30.1, False), ("higher", 30, True), ("higher", 29.9, False), ("neither", 30, None)],
)
def test_a_target_is_met_in_the_better_direction(better: str, value: float, met: bool | None) -> None:
    """Reaching it is enough; without a direction nothing is met or missed."""
    found = series({"2026-03": value}, target=30, better=better)

    assert (found.met, found.gap) == (met, pytest.approx(value - 30))


def test_a_share_written_as_numbers_meets_its_target_exactly() -> None:
    """7 of 100 is 7 %, not a floating-point hair above it."""
    found = series({"2026-03": {"n": 7, "of": 100}}, target=7, unit="%", kind_of_data="proportion")

    assert (found.points[0].value, found.met) == (7, True)


def test_a_target_changes_when_it_says_so() -> None:
    """35 until 2025 is over, 30 from January; before the first step there is none."""
    steps = [{"from": "2026-01", "value": 30}, {"from": "2025-06", "value": 35}]
    found = series({"2025-05": 40, "2025-12": 34, "2026-01": 34}, target=steps)
    by_period = {p.period: (p.target, p.met) for p in found.points}

    assert by_period["2025-05"] == (None, None)
    assert by_period["2025-12"] == (35, True)
    assert by_period["2026-01"] == (30, False)


def test_a_target_as_a_change_is_each_teams_own() -> None:
    """−30 % against the mean of 2025: from (30 + 50)/2 = 40 to 28, in force from 2026."""
    target = {"change": "-30%", "base": "2025"}
    found = two_teams({"2025-01": 30, "2025-02": 50, "2026-01": 28}, {"2025-01": 10, "2026-01": 8}, target=target)
    front, call = found.series

    assert [p.target for p in front.points if p.value is not None] == [None, None, 28]
    assert (front.met, call.target, call.met) == (True, 7, False)


def test_a_change_of_a_proportion_is_taken_from_the_pooled_base() -> None:
    """1/10 and 30/90 make a base of 31 %, +10 % is 34.1 %."""
    values = {"2025-01": {"n": 1, "of": 10}, "2025-02": {"n": 30, "of": 90}, "2026-01": {"n": 1, "of": 2}}
    found = series(values, target={"change": "+10%", "base": "2025"}, **PROPORTION)

    assert found.target == pytest.approx(34.1)


def test_a_change_upward_from_a_negative_base_is_upward() -> None:
    """+20 % on an NPS of −10 is −8."""
    found = series({"2025-01": -10, "2026-01": -9}, target={"change": "+20%", "base": "2025"}, better="higher")

    assert (found.target, found.met) == (-8, False)


def test_targets_missed_in_a_row() -> None:
    """Counted back from the latest value; a gap neither adds nor ends the run."""
    found = series({"2025-10": 35, "2025-11": 29, "2025-12": 31, "2026-02": 32, "2026-03": 33}, target=30)

    assert found.targets_missed_in_a_row == 3


@pytest.mark.parametrize(("value", "score"), [(60, 0), (15, 100), (37.5, 50), (80, 0), (10, 100)])
def test_a_score_is_a_clipped_line(value: float, score: float) -> None:
    """60 minutes score 0, 15 score 100, and nothing lies beyond."""
    assert series({"2026-03": value}, score={"zero": 60, "full": 15}).score == score


@pytest.mark.parametrize(
    ("definition", "written", "value"),
    [
        (PROPORTION, {"n": 412, "of": 500}, 82.4),
        ({"unit": "share", "kind_of_data": "proportion"}, {"n": 412, "of": 500}, 0.824),
        ({"unit": "per 1000", "kind_of_data": "rate", "per": 1000}, {"n": 3, "of": 1500}, 2),
        (PROPORTION, {"n": 0, "of": 0}, None),
        (PROPORTION, 82.4, 82.4),
    ],
)
def test_numerator_and_denominator(definition: dict[str, Any], written: Any, value: float | None) -> None:
    """Per cent, share, rate; nothing of nothing is no value."""
    assert series({"2026-03": written}, **definition).points[0].value == value


def test_the_step_is_the_longest_kind_of_period_found() -> None:
    """A daily indicator reported by quarter has no missing days."""
    found = series({"2025-Q2": 30, "2025-Q4": 29}, frequency="daily", as_of="2026-03-31")

    assert (found.step, found.missing) == ("quarter", ["2025-Q3"])


def test_counts_are_summed_only_when_everybody_gave_them() -> None:
    """3 + 4 = 7; in March one team is missing, so there is no sum."""
    found = two_teams({"2026-02": 3, "2026-03": 5}, {"2026-02": 4}, kind_of_data="count").series

    assert (found[0].team, found[0].pooled) == (None, "sum")
    assert [(p.period, p.value) for p in found[0].points] == [("2026-02", 7), ("2026-03", None)]
    assert [s.team for s in found] == [None, "front-desk", "call-centre"]


def test_proportions_are_pooled() -> None:
    """1/10 and 30/90 are 31 %, not the mean of the percentages."""
    found = two_teams({"2026-03": {"n": 1, "of": 10}}, {"2026-03": {"n": 30, "of": 90}}, **PROPORTION).series[0]

    assert (found.pooled, found.points[0].value, found.points[0].n, found.points[0].of) == ("ratio", 31, 31, 100)


def test_an_organisations_value_says_which_teams_it_lacks() -> None:
    """The call centre gave nothing for March, so the organisation's March is without it."""
    front = {"2026-02": {"value": 10, "n": 1}, "2026-03": {"value": 12, "n": 1}}
    whole = two_teams(front, {"2026-02": {"value": 20, "n": 1}, "2026-03": {"n": 1}}).series[0]

    assert whole.latest is not None
    assert (whole.latest.value, whole.without) == (12, ["call-centre"])
    assert two_teams(front, {"2026-03": {"value": 20, "n": 1}}).series[0].without == []


def test_weeks_of_one_team_do_not_continue_the_months_of_another() -> None:
    """Only kinds of period that every team reports in are pooled; with none in common there is no organisation."""
    months = {"2026-01": {"value": 10, "n": 1}, "2026-02": {"value": 12, "n": 1}}
    weeks = {"2026-W06": {"value": 50, "n": 1}}

    assert [s.team for s in two_teams(months, weeks).series] == ["front-desk", "call-centre"]
    whole = two_teams(months, {"2026-01": {"value": 20, "n": 1}, **weeks}).series[0]
    assert [(p.period, p.value) for p in whole.points] == [("2026-01", 15), ("2026-02", 12)]


def test_values_over_time_are_weighted_as_over_teams() -> None:
    """Base of 100 customers at 30 and 300 at 50 is 45 min, not 40; without n it is the plain mean."""
    target = {"change": "-10%", "base": "2025"}
    values = {"2025-01": {"value": 30, "n": 100}, "2025-02": {"value": 50, "n": 300}, "2026-01": 40}

    assert series(values, target=target).target == pytest.approx(40.5)
    assert series({"2025-01": 30, "2025-02": 50, "2026-01": 40}, target=target).target == pytest.approx(36)


def test_percentages_are_never_averaged() -> None:
    """One percentage without its numbers, and the organisation has no series."""
    found = two_teams({"2026-03": {"n": 1, "of": 10}}, {"2026-03": 33.3}, **PROPORTION)

    assert [s.team for s in found.series] == ["front-desk", "call-centre"]


def test_values_are_weighted_by_their_sample() -> None:
    """(100·30 + 300·20)/400 = 22.5; without n there is no organisation series."""
    front, call = {"2026-03": {"value": 30, "n": 100}}, {"2026-03": {"value": 20, "n": 300}}
    found = two_teams(front, call).series[0]

    assert (found.pooled, found.points[0].value, found.points[0].n) == ("weighted-mean", 22.5, 400)
    assert [s.team for s in two_teams(front, {"2026-03": 20}).series] == ["front-desk", "call-centre"]


@pytest.mark.parametrize(
    ("values", "digits"),
    [([82.4, 79.1], 1), ([4.52], 2), ([0.034], 4), ([1834.2], 0), ([3, 5], 0), ([], 0), ([0], 0), ([150.5], 1)],
)
def test_digits_shown(values: list[float], digits: int) -> None:
    """About three figures of a typical value; whole numbers stay whole."""
    assert decimals(values) == digits
