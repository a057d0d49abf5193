"""Plans: how far a goal has come by the data, and where a milestone stands."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import action, actions, kpi, observed, organisation, results
from auditloop.assess.results import GoalResult, MilestoneResult

AS_OF = dt.date(2026, 3, 31)
GOAL = {
    "id": "faster",
    "name": "Faster",
    "kpi": "response",
    "team": "front-desk",
    "from": 40,
    "to": 20,
    "by": "2026-12-31",
}


def plan(*milestones: dict[str, Any], goals: tuple[dict[str, Any], ...] = (), **more: Any) -> dict[str, Any]:
    head = {"kind": "plan", "id": "year", "name": "Year", "horizon": "short", "from": "2026", "to": "2026"}
    return {**head, "goals": list(goals), "milestones": list(milestones), **more}


def goal_of(values: dict[str, Any], as_of: dt.date = AS_OF, **more: Any) -> GoalResult:
    return results(kpi(), observed(values), plan(goals=({**GOAL, **more},)), as_of=as_of).plans[0].goals[0]


def milestones_of(
    *milestones: dict[str, Any], as_of: dt.date = AS_OF, more: tuple[Any, ...] = ()
) -> dict[str, MilestoneResult]:
    return {m.id: m for m in results(plan(*milestones), *more, as_of=as_of).plans[0].milestones}


def test_the_way_covered_is_measured_from_start_to_end() -> None:
    """From 40 down to 20, a value of 35 is a quarter of the way; 90 of 365 days had passed by the end of March."""
    goal = goal_of({"2026-02": 38, "2026-03": 35})

    assert goal.covered == pytest.approx(0.25)
    assert goal.expected == pytest.approx(90 / 365)
    assert (goal.state, goal.measured) == ("on-track", dt.date(2026, 3, 31))
    assert goal.latest is not None and goal.latest.period == "2026-03"


def test_a_goal_that_goes_upward_is_measured_the_same_way() -> None:
    """From 70 to 80, a value of 72 is a fifth."""
    assert goal_of({"2026-03": 72}, **{"from": 70, "to": 80}).covered == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("values", "day", "state"),
    [
        ({"2026-03": 20}, "2026-03-31", "reached"),
        ({"2026-03": 15}, "2026-03-31", "reached"),
        ({"2026-03": 36}, "2026-03-31", "behind"),
        ({"2026-03": 45}, "2026-03-31", "behind"),
        ({"2026-12": 21}, "2027-01-31", "missed"),
        ({"2026-12": 20}, "2027-01-31", "reached"),
        ({"2026-11": 21}, "2027-01-10", "on-track"),
        ({"2026-11": 21}, "2027-01-11", "missed"),
        ({"2025-12": 30}, "2026-03-31", "no-data"),
        ({}, "2026-03-31", "no-data"),
        ({"2025-12": 30}, "2025-12-31", "not-begun"),
    ],
)
def test_the_state_of_a_goal(values: dict[str, Any], day: str, state: str) -> None:
    """Reached, on track, behind, missed (on its day, or unmeasured ten days later), without data, not begun."""
    assert goal_of(values or {"2025-01": 1}, dt.date.fromisoformat(day)).state == state


def test_a_goal_is_judged_on_the_day_its_value_speaks_for() -> None:
    """Figures of January that nobody has followed up by March are compared with January's part of the way."""
    goal = goal_of({"2026-01": 38})

    assert goal.expected == pytest.approx(31 / 365)
    assert goal.state == "on-track"


def test_a_period_that_runs_on_speaks_for_no_day_to_come() -> None:
    """A value of the running year speaks for today."""
    goal = goal_of({"2026": 38})

    assert goal.measured == AS_OF


def test_a_goal_has_the_scope_and_owner_of_its_plan_unless_it_names_one() -> None:
    """The plan's team and owner; without a team the whole organisation's series."""
    goal = {key: value for key, value in GOAL.items() if key != "team"}
    teams = organisation("front-desk", "back-office")
    both = [observed({"2026-03": value}, team=team) for team, value in (("front-desk", 30), ("back-office", 20))]
    counts = kpi(kind_of_data="count")

    of_team = (
        results(teams, counts, *both, plan(goals=(goal,), team="back-office", owner="front-desk")).plans[0].goals[0]
    )
    of_all = results(teams, counts, *both, plan(goals=(goal,))).plans[0].goals[0]

    assert (of_team.team, of_team.owner) == ("back-office", "front-desk")
    assert of_team.latest is not None and of_team.latest.value == 20
    assert of_all.team is None
    assert of_all.latest is not None and of_all.latest.value == 50


def test_the_state_of_a_milestone() -> None:
    """Done; past its day; held up by what it needs; under way; or still to come."""
    found = milestones_of(
        {"id": "done", "name": "a", "due": "2026-03-01", "done": "2026-03-05"},
        {"id": "late", "name": "b", "due": "2026-03-21"},
        {"id": "held", "name": "c", "due": "2026-04-10", "needs": ["late", "done"]},
        {"id": "running", "name": "d", "start": "2026-03-01", "due": "2026-06-30"},
        {"id": "later", "name": "e", "start": "2026-05-01", "due": "2026-06-30", "needs": ["late"]},
    )

    states = {id: m.state for id, m in found.items()}
    assert states == {"done": "done", "late": "overdue", "held": "waiting", "running": "running", "later": "planned"}
    assert (found["done"].on_time, found["late"].days_overdue, found["held"].due_soon) == (False, 10, True)
    assert found["held"].waits_for == ["late"]
    assert list(found) == ["done", "late", "held", "later", "running"], "by due date"


def test_a_milestone_waits_for_actions_too() -> None:
    """Until they are done; a cancelled linked action counts for nothing."""
    filed = actions(
        action("A-1", status="done", done="2026-03-20", evidence=["x"]),
        action("A-2"),
        action("A-3", status="cancelled", note="x"),
    )
    milestone = {"id": "m", "name": "m", "due": "2026-06-30", "needs": ["A-1", "A-2"], "actions": ["A-1", "A-2", "A-3"]}

    found = milestones_of(milestone, more=(filed,))["m"]

    assert (found.state, found.waits_for) == ("waiting", ["A-2"])
    assert (found.actions_done, found.actions) == (1, 2)


def test_what_was_opened_after_the_day_is_waited_for() -> None:
    """An action that is not known on the day cannot be done."""
    found = milestones_of({"id": "m", "name": "m", "due": "2026-06-30", "needs": ["A-9"]})["m"]

    assert (found.state, found.waits_for) == ("waiting", ["A-9"])


def test_plans_come_in_order() -> None:
    """The organisation's before those of teams; short before long."""
    plans = (
        plan(id="team-long", team="front-desk", horizon="long"),
        plan(id="team-short", team="front-desk"),
        plan(id="all-long", horizon="long"),
        plan(id="all-short"),
    )

    assert [p.id for p in results(*plans).plans] == ["all-short", "all-long", "team-short", "team-long"]
    assert results(*plans).plans[0].elapsed == pytest.approx(90 / 365)
