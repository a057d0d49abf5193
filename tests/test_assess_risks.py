"""The register of risks: level, trend, what is overdue, how often a risk came true, and which actions are about it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import AS_OF, action, actions, organisation, results
from auditloop.assess.improving.risks import trend_of
from auditloop.assess.results import RiskRegister
from auditloop.model import Assessment
from auditloop.model.as_known import as_known_on
from auditloop.model.build import build_workspace


def risk(
    number: int = 1, likelihood: int = 3, impact: int = 4, assessed: str = "2026-01-15", **more: Any
) -> dict[str, Any]:
    return {
        "id": f"R-{number:03}",
        "name": f"Risk {number}",
        "category": "system",
        "likelihood": likelihood,
        "impact": impact,
        "assessed": assessed,
        "owner": "front-desk",
        **more,
    }


def risks(*written: dict[str, Any], team: str | None = "front-desk") -> dict[str, Any]:
    return {"kind": "risks", **({"team": team} if team else {}), "risks": list(written)}


def assessed(*documents: dict[str, Any], as_of: dt.date = AS_OF) -> RiskRegister:
    zone = organisation("front-desk", "call-centre", timezone="UTC")
    return results(zone, *documents, as_of=as_of).risks


def before(likelihood: int, impact: int, date: str = "2025-06-01") -> dict[str, Any]:
    return {"date": date, "likelihood": likelihood, "impact": impact}


def test_the_level_is_a_cell_of_the_grid_and_counts_there() -> None:
    """Rare and grave is high, likely and slight is medium; closed ones stand in no cell."""
    closed = {"date": "2026-02-01", "reason": "gone"}

    found = assessed(risks(risk(1, 1, 5), risk(2, 4, 1), risk(3, 5, 5, closed=closed)))

    assert {r.id: r.level for r in found.risks} == {"R-001": "high", "R-002": "medium", "R-003": "extreme"}
    whole = found.summaries[0]
    assert whole.total == 2
    assert (whole.grid[0][4], whole.grid[3][0], whole.grid[4][4]) == (1, 1, 0)
    assert whole.by_level == {"extreme": 0, "high": 1, "medium": 1, "low": 0}
    assert found.risks[-1].id == "R-003"


@pytest.mark.parametrize(
    ("was", "is_", "trend"),
    [
        ((2, 3), (2, 4), "rising"),
        ((3, 3), (3, 4), "rising"),
        ((4, 4), (3, 4), "falling"),
        ((3, 4), (3, 4), "same"),
        ((2, 5), (4, 3), "same"),
        ((5, 4), (5, 5), "rising"),
    ],
)
def test_a_trend_goes_one_way(was: tuple[int, int], is_: tuple[int, int], trend: str) -> None:
    """By level; on the same level by both numbers, where they do not go opposite ways."""
    one, two = (Assessment(date=AS_OF, likelihood=likelihood, impact=impact) for likelihood, impact in (was, is_))

    assert trend_of(one, two) == trend


def test_a_risk_assessed_once_has_no_trend() -> None:
    """There is nothing to compare with."""
    new, old = assessed(risks(risk(1), risk(2, history=[before(2, 2)]))).risks[::-1]

    assert (new.trend, old.trend) == (None, "rising")


@pytest.mark.parametrize(
    ("review", "assessed_on", "days"),
    [
        ("2026-03-31", "2026-01-15", 0),
        ("2026-03-30", "2026-01-15", 1),
        ("2026-03-30", "2026-03-30", 0),
        ("2026-03-30", "2026-03-29", 1),
    ],
)
def test_a_review_is_overdue_the_day_after(review: str, assessed_on: str, days: int) -> None:
    """Unless the risk was assessed on that day or later."""
    found = assessed(risks(risk(assessed=assessed_on, review=review)))

    assert found.risks[0].days_review_overdue == days
    assert found.summaries[0].reviews_overdue == (days > 0)


@pytest.mark.parametrize(("drilled", "days"), [([], 21), (["2026-03-09"], 21), (["2026-03-10"], 0)])
def test_a_drill_is_overdue_until_one_is_held(drilled: list[str], days: int) -> None:
    """A drill before the day it is due does not count for it."""
    drills = [{"date": day, "result": "failed"} for day in drilled]

    found = assessed(risks(risk(plan="Call the maker", drills=drills, next_drill="2026-03-10")))

    assert found.risks[0].days_drill_overdue == days
    assert (found.risks[0].drill_result, found.summaries[0].drills_failed) == (("failed", 1) if drilled else (None, 0))


def test_nothing_of_a_closed_risk_is_overdue() -> None:
    """It is no more."""
    closed = {"date": "2026-02-01", "reason": "gone"}

    (found,) = assessed(risks(risk(review="2026-02-15", next_drill="2026-02-15", closed=closed))).risks

    assert (found.days_review_overdue, found.days_drill_overdue, found.closed) == (0, 0, dt.date(2026, 2, 1))


def ticket(id: str, received: str, category: str = "outage") -> dict[str, Any]:
    return {"id": id, "type": "complaint", "category": category, "received": received}


TICKETS = {
    "kind": "tickets",
    "team": "front-desk",
    "tickets": [
        ticket("T-1", "2025-03-31T09:00"),
        ticket("T-2", "2025-04-01T09:00"),
        ticket("T-3", "2026-01-15T09:00"),
        ticket("T-4", "2026-01-16T09:00"),
        ticket("T-5", "2026-02-20T09:00", category="noise"),
    ],
}


def test_a_risk_came_true_as_often_as_tickets_tell() -> None:
    """After the day of assessment one, in 365 days three; the one of a year ago no longer counts."""
    (found,) = assessed(TICKETS, risks(risk(where={"category": "outage"}))).risks

    assert found.incidents
    assert (found.incidents.since_assessed, found.incidents.year) == (1, 3)
    assert found.incidents.latest == dt.date(2026, 1, 16)
    assert [(m.period, m.n) for m in found.incidents.months if m.n] == [("2025-04", 1), ("2026-01", 2)]
    assert (found.incidents.months[0].period, found.incidents.months[-1].period) == ("2025-04", "2026-03")


def test_a_ticket_counts_once() -> None:
    """Named and under the conditions: still one; named alone it counts as well."""
    (found,) = assessed(TICKETS, risks(risk(where={"category": "outage"}, tickets=["T-4", "T-5"]))).risks

    assert found.incidents
    assert found.incidents.since_assessed == 2


def test_conditions_of_a_team_look_at_its_own_tickets() -> None:
    """The organisation's risk sees those of all teams."""
    mine = risks(risk(1, where={"category": "outage"}), team="call-centre")
    whole = risks(risk(2, where={"category": "outage"}), team=None)

    found = {r.id: r.incidents for r in assessed(TICKETS, mine, whole).risks}

    assert found["R-001"] and found["R-002"]
    assert (found["R-001"].year, found["R-002"].year) == (0, 3)


def test_without_tickets_nobody_can_tell() -> None:
    """Not zero: nothing is known."""
    none_named, none_there = assessed(TICKETS, risks(risk())).risks, assessed(risks(risk(tickets=["T-1"]))).risks

    assert none_named[0].incidents is None
    assert none_there[0].incidents is None


def test_actions_are_about_a_risk_whichever_names_the_other() -> None:
    """Those it lists, and those that have it in their `for`; each once."""
    filed = actions(action("A-1", "R-001"), action("A-2"), action("A-3", "R-001", status="cancelled", note="x"))

    (found,) = assessed(filed, risks(risk(actions=["A-2", "A-1"]))).risks

    assert (found.actions, found.actions_open) == (["A-1", "A-2", "A-3"], 2)


def test_on_an_earlier_day_the_assessment_of_then_is_in_force() -> None:
    """Later assessments, drills and the end are taken back; a risk not yet assessed is not there."""
    old = risk(
        1, 5, 4, "2026-03-01", history=[before(2, 2, "2025-06-01"), before(4, 4, "2025-12-01")], plan="x",
        drills=[{"date": "2025-07-01", "result": "failed"}, {"date": "2026-01-10", "result": "passed"}],
        closed={"date": "2026-03-20", "reason": "x"},
    )  # fmt: skip
    workspace = build_workspace([organisation(), risks(old, risk(2, assessed="2026-02-01"))], {})

    known = as_known_on(workspace, dt.date(2025, 12, 31))

    assert list(known.risks) == ["R-001"]
    then = known.risks["R-001"]
    assert (then.likelihood, then.assessed, len(then.history)) == (4, dt.date(2025, 12, 1), 1)
    assert ([drill.result for drill in then.drills], then.closed) == (["failed"], None)


def test_without_a_risk_there_is_no_summary() -> None:
    """An empty register is no register without risks."""
    assert assessed() == RiskRegister(risks=[], summaries=[])
