"""Proposals: stages, time to answer, per head and outcome, all of which can be counted on paper."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import action, actions, kpi, observed, organisation, results, verified, workspace
from auditloop.assess.results import ProposalResult, ProposalSummary
from auditloop.model.as_known import as_known_on

AS_OF = dt.date(2026, 3, 31)
LATER = {"better": "lower", "unit": "min"}


def proposal(id: str, status: str = "submitted", submitted: str = "2026-01-01", **more: Any) -> dict[str, Any]:
    """With the days its status needs, each ten days after the one before."""
    first = dt.date.fromisoformat(submitted)
    days = {"adopted": 1, "declined": 1, "done": 2, "proven": 3}.get(status, 0)
    keys = ("answered", "done", "proven")[:days]
    dates = {key: (first + dt.timedelta(days=10 * n)).isoformat() for n, key in enumerate(keys, 1)}
    written = {"id": id, "title": id, "by": "front-desk", "submitted": submitted, "status": status}
    return {**written, **dates, **more}


def proposals(*members: dict[str, Any], team: str = "front-desk", **more: Any) -> dict[str, Any]:
    return {"kind": "proposals", "team": team, "proposals": list(members), **more}


def records(*documents: dict[str, Any]) -> dict[str, ProposalResult]:
    return {r.id: r for r in results(*documents, as_of=AS_OF).proposals.records}


def summary(*documents: dict[str, Any], team: str | None = None) -> ProposalSummary:
    return next(s for s in results(*documents, as_of=AS_OF).proposals.summaries if s.team == team)


def test_each_stage_counts_what_came_further() -> None:
    """Of six: four adopted, three carried out, one proven; the declined one was answered and no more."""
    found = summary(
        proposals(
            *(proposal(f"P-{n}", status) for n, status in enumerate(("proven", "done", "done", "adopted", "declined"))),
            proposal("P-9"),
        )
    )

    assert (found.submitted, found.adopted, found.done, found.proven) == (6, 4, 3, 1)
    assert (found.answered, found.declined, found.waiting) == (5, 1, 1)
    assert found.adopted_share == pytest.approx(4 / 5)


def test_time_to_answer_is_the_median_of_days() -> None:
    """Answered after 4, 10 and 20 days: 10. One that waits is counted by age, not here."""
    days = {"P-1": "2026-01-05", "P-2": "2026-01-11", "P-3": "2026-01-21"}
    found = summary(proposals(*(proposal(id, "adopted", answered=day) for id, day in days.items()), proposal("P-4")))

    assert found.median_days_to_answer == 10
    assert found.age_buckets == {"0-7": 0, "8-30": 0, "31-60": 0, "61-90": 1, "90+": 0}


def test_a_promise_is_broken_by_those_that_still_wait_too() -> None:
    """Within 10 days: answered on the tenth is in time, on the eleventh not; waiting 89 days is late, 3 is not."""
    found = records(
        proposals(
            proposal("P-1", "adopted"),
            proposal("P-2", "adopted", answered="2026-01-12"),
            proposal("P-3"),
            proposal("P-4", submitted="2026-03-28"),
            answer_within=10,
        ),
        proposals(proposal("P-5", "adopted")),
    )

    assert {id: r.in_time for id, r in found.items()} == {
        "P-1": True, "P-2": False, "P-3": False, "P-4": None, "P-5": None
    }  # fmt: skip
    assert (found["P-3"].waiting_days, found["P-4"].waiting_days) == (89, 3)


def test_per_head_needs_to_know_how_many_work_there() -> None:
    """Two of the last twelve months by 8 people are 0.25 a head; an older one is left out; over all only if all say."""
    teams = [{"id": "front-desk", "name": "F", "staff": 8}, {"id": "repair", "name": "R"}]
    zone = organisation() | {"teams": teams}
    ours = proposals(proposal("P-1"), proposal("P-2"), proposal("P-3", submitted="2025-03-31"))
    theirs = proposals(proposal("P-4"), team="repair")

    assert summary(zone, ours, theirs, team="front-desk").per_head == pytest.approx(0.25)
    assert summary(zone, ours, theirs, team="repair").per_head is None
    assert summary(zone, ours, theirs).per_head is None
    assert summary(zone, ours).per_head == pytest.approx(0.25)


def test_what_did_not_get_better_is_no_effect_and_what_is_said_otherwise_is_pointed_out() -> None:
    """10 → 6 minutes worked; 10 → 12 and 10 → 10 did not; "proven" with worse figures contradicts them."""

    def effect(after: float) -> dict[str, Any]:
        return {"effect": {"before": 10, "after": after, **LATER}}

    found = records(
        proposals(
            proposal("P-better", "done", **effect(6)),
            proposal("P-worse", "proven", **effect(12)),
            proposal("P-same", "done", **effect(10)),
            proposal("P-open", "adopted", **effect(6)),
            proposal("P-none", "done"),
        )
    )

    assert {id: r.outcome for id, r in found.items()} == {
        "P-better": "worked", "P-worse": "no-effect", "P-same": "no-effect", "P-open": None, "P-none": None
    }  # fmt: skip
    assert [id for id, r in found.items() if r.contradicted] == ["P-worse"]
    assert summary(proposals(proposal("P-1", "done", **effect(12)))).no_effect == 1


def test_an_indicator_within_chance_tells_nothing_yet() -> None:
    """Better in the mean but not beyond chance: neither worked nor failed."""
    values = {"2025-10": 30, "2025-11": 50, "2025-12": 40, "2026-01": 38, "2026-02": 41}
    windows = {"kpi": "response", "before": "2025-10..2025-12", "after": "2026-01..2026-02"}
    found = records(kpi(), observed(values), proposals(proposal("P-1", "done", effect=windows)))["P-1"]

    assert found.effect is not None
    assert (found.effect.better, found.effect.beyond_chance, found.outcome) == (True, False, None)


def test_actions_are_linked_from_both_sides_and_judge_where_there_are_no_figures() -> None:
    """Named by the proposal or naming it; verified as ineffective and nothing else, the attempt had no effect."""
    carried_out = actions(action("A-1", **verified("ineffective")), action("A-2", "P-2", **verified("effective")))
    found = records(
        carried_out, proposals(proposal("P-1", "done", actions=["A-1"]), proposal("P-2", "done", actions=["A-1"]))
    )

    assert found["P-1"].actions == ["A-1"]
    assert found["P-2"].actions == ["A-1", "A-2"]
    assert (found["P-1"].outcome, found["P-2"].outcome) == ("no-effect", None)


def test_rewards_are_summed_by_currency() -> None:
    """300 and 200 yuan are 500; euros stand apart; a reward in words has no sum."""
    rewards = (
        {"amount": 300, "currency": "CNY"},
        {"amount": 200, "currency": "CNY"},
        {"amount": 50, "currency": "EUR"},
    )
    found = summary(
        proposals(
            *(proposal(f"P-{n}", "adopted", reward=reward) for n, reward in enumerate(rewards)),
            proposal("P-9", "adopted", reward={"what": "a day off"}),
        )
    )

    assert found.rewards == {"CNY": 500, "EUR": 50}


def test_those_who_wait_longest_come_first() -> None:
    """Unanswered before answered, the oldest first; the others newest first."""
    found = records(
        proposals(
            proposal("P-1", "adopted"),
            proposal("P-2", submitted="2026-03-01"),
            proposal("P-3", submitted="2026-02-01"),
            proposal("P-4", "adopted", submitted="2026-02-01"),
        )
    )

    assert list(found) == ["P-3", "P-2", "P-4", "P-1"]


def test_a_proposal_goes_back_through_its_states() -> None:
    """Proven on 31 January, done on the 21st, answered on the 11th, not known before the 1st."""
    whole = workspace(
        proposals(proposal("P-1", "proven", reward={"what": "x"}, effect={"before": 1, "after": 2, "unit": "x"}))
    )

    def on(day: str) -> Any:
        return as_known_on(whole, dt.date.fromisoformat(day)).proposals.get("P-1")

    assert [on(day).status for day in ("2026-01-31", "2026-01-30", "2026-01-20", "2026-01-10")] == [
        "proven", "done", "adopted", "submitted"
    ]  # fmt: skip
    assert (on("2026-01-10").answered, on("2026-01-10").reward, on("2026-01-20").effect) == (None, None, None)
    assert on("2025-12-31") is None
