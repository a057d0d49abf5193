"""Actions on a day: late, soon, old, postponed, proven; and what they did to their indicator."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import action, actions, kpi, observed, organisation, results, verified
from auditloop.assess.results import ActionResult, EffectResult


def one(as_of: str = "2026-03-31", **more: Any) -> ActionResult:
    (result,) = results(actions(action("A-1", **more)), as_of=dt.date.fromisoformat(as_of)).actions
    return result


@pytest.mark.parametrize(
    ("as_of", "overdue", "days", "soon"),
    [
        ("2026-04-15", False, 0, False),
        ("2026-04-16", False, 0, True),
        ("2026-04-30", False, 0, True),
        ("2026-05-01", True, 1, False),
    ],
)
def test_due_soon_then_overdue(as_of: str, overdue: bool, days: int, soon: bool) -> None:
    """Due on 30 April: soon from 16 April, on the day still in time, late from 1 May."""
    result = one(as_of)

    assert (result.overdue, result.days_overdue, result.due_soon) == (overdue, days, soon)


@pytest.mark.parametrize("more", [{"status": "done", "done": "2026-05-20"}, {"status": "cancelled"}])
def test_what_is_over_is_not_overdue(more: dict[str, Any]) -> None:
    """A finished or cancelled action is no longer late, soon or in an age bucket."""
    result = one("2026-06-30", **more)

    assert (result.overdue, result.due_soon, result.age_bucket) == (False, False, None)


@pytest.mark.parametrize(
    ("as_of", "age", "bucket"),
    [
        ("2026-03-08", 7, "0-7"),
        ("2026-03-09", 8, "8-30"),
        ("2026-03-31", 30, "8-30"),
        ("2026-04-30", 60, "31-60"),
        ("2026-05-30", 90, "61-90"),
        ("2026-05-31", 91, "90+"),
        ("2026-02-01", 0, "0-7"),
    ],
)
def test_age_buckets(as_of: str, age: int, bucket: str) -> None:
    """Opened on 1 March; the ends of every bucket, and a day before it was opened."""
    result = one(as_of)

    assert (result.age_days, result.age_bucket) == (age, bucket)


def test_postponements_and_punctuality() -> None:
    """Moved twice by 5 and 10 days, done a day late."""
    moved = [
        {"from": "2026-04-15", "to": "2026-04-20", "reason": "r"},
        {"from": "2026-04-20", "to": "2026-04-30", "reason": "r"},
    ]
    result = one("2026-06-01", moved=moved, status="done", done="2026-05-01")

    assert (result.moves, result.days_moved, result.on_time, result.age_days) == (2, 15, False, 61)
    assert result.awaiting_verification


def test_a_cancelled_action_stops_ageing_with_its_last_entry() -> None:
    """The log tells when; without a log it ages until the day of the report."""
    log = [{"date": "2026-03-05", "note": "tried"}, {"date": "2026-03-11", "note": "given up"}]

    assert one(status="cancelled", log=log).age_days == 10
    assert one(status="cancelled").age_days == 30


def test_sums_per_team_and_over_all() -> None:
    """Counts, on-time rate, medians and the share proven effective, worked out on paper."""
    result = results(
        organisation("front-desk", "call-centre"),
        actions(
            action("A-1", **verified("effective", "2026-03-21")),  # done after 9 days, verified after 20
            action("A-2", **verified("partly", "2026-03-11")),  # done after 9, verified after 10
            action("A-3", **verified("ineffective", "2026-03-11"), innovation=True),
            action("A-4", status="done", done="2026-03-31", due="2026-03-30"),  # done after 30, late
            action("A-5", due="2026-03-01"),
            action("A-6", moved=[{"from": "2026-04-01", "to": "2026-04-30", "reason": "r"}]),
        ),
        actions(action("A-7", status="cancelled"), team="call-centre"),
    )
    whole, front_desk, call_centre = result.action_summaries

    assert [a.id for a in result.actions] == ["A-5", "A-6", "A-4", "A-1", "A-2", "A-3", "A-7"]
    assert (whole.total, whole.open, whole.overdue, whole.due_soon, whole.cancelled) == (7, 2, 1, 0, 1)
    assert (whole.done, whole.verified, whole.on_time, whole.on_time_rate) == (4, 3, 3, 0.75)
    assert (whole.median_days_to_done, whole.median_days_to_verified) == (9, 10)
    # the failed innovation is exempt: one of two
    assert (whole.judged, whole.effective, whole.effective_share) == (2, 1, 0.5)
    assert (whole.moved, whole.moves) == (1, 1)
    assert whole.age_buckets == {"0-7": 0, "8-30": 2, "31-60": 0, "61-90": 0, "90+": 0}
    assert (front_desk.total, call_centre.total, call_centre.on_time_rate) == (6, 1, None)


EFFECT = {"kpi": "response", "before": "2025-11..2025-12", "after": "2026-01..2026-02", "target": 28}


def effect(definition: dict[str, Any], values: dict[str, Any]) -> EffectResult:
    (result,) = results(definition, observed(values), actions(action("A-1", effect=EFFECT))).actions
    assert result.effect is not None
    return result.effect


def test_effect_of_a_value_is_the_difference_of_means() -> None:
    """(30 + 34)/2 = 32 before, (27 + 29)/2 = 28 after: −12.5 %, better, and on target."""
    found = effect(kpi(), {"2025-11": 30, "2025-12": 34, "2026-01": 27, "2026-02": 29, "2026-03": 99})

    assert (found.before, found.after, found.n_before, found.n_after) == (32, 28, 2, 2)
    assert (found.change, found.better, found.target_met) == (-0.125, True, True)


def test_effect_of_a_proportion_is_pooled() -> None:
    """1 of 10 and 30 of 90 are 31 of 100, not the mean of 10 % and 33 %."""
    values = {"2025-11": {"n": 1, "of": 10}, "2025-12": {"n": 30, "of": 90}, "2026-01": {"n": 31, "of": 100}}
    found = effect(kpi(unit="%", kind_of_data="proportion"), values)

    assert (found.before, found.after, found.change, found.better) == (31, 31, 0, None)


def test_effect_without_values_has_no_numbers() -> None:
    """A window nobody has reported is empty, not zero; excluded periods stay out."""
    found = effect(kpi(exclude=[{"period": "2025-12", "why": "strike"}]), {"2025-12": 99, "2026-03": 20})

    assert (found.before, found.after, found.n_before, found.n_after) == (None, None, 0, 0)
    assert (found.change, found.better, found.target_met) == (None, None, None)


def test_a_change_from_zero_has_no_rate() -> None:
    """From 0 to 3 is worse, but not by any percentage."""
    found = effect(kpi(), {"2025-11": 0, "2026-01": 3})

    assert (found.change, found.better) == (None, False)
