"""Where findings stand, what comes back and how grave it is: each rule with the case that shows it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import action, actions, audit, checklist, domain, finding, item, organisation, results, verified
from auditloop.assess.finding_status import REASONS
from auditloop.assess.results import FindingResult
from auditloop.assess.risk import GRID, risk_of

LIST = checklist(domain("process", item("a"), item("b")), domain("people", item("c")))
CAUSE = {"cause": {"category": "process", "summary": "nobody owns the step"}}


def status_of(found: dict[str, Any], *taken: dict[str, Any]) -> tuple[str, str]:
    documents = [LIST, audit("q1", "2026-02-15", {"a": 0}, findings=[found])]
    (result,) = results(*documents, actions(*taken)).findings
    assert result.status_why in REASONS
    return result.status, result.status_why


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], ("open", "no-action")),
        ([{"status": "cancelled"}], ("open", "actions-cancelled")),
        ([{}], ("planned", "action-planned")),
        ([{}, {"status": "cancelled"}], ("planned", "action-planned")),
        ([{"status": "in-progress"}, {}], ("in-action", "action-running")),
        ([{"status": "blocked"}, {}], ("in-action", "action-blocked")),
        ([{"status": "done", "done": "2026-03-10"}, {}], ("in-action", "action-remaining")),
        ([{"status": "done", "done": "2026-03-10"}], ("awaiting-verification", "not-verified")),
        ([verified("ineffective")], ("open", "verified-ineffective")),
        ([verified("ineffective"), verified("partly")], ("open", "verified-partly")),
        ([verified("effective")], ("closed", "verified-effective")),
        ([verified("effective"), {"status": "in-progress"}], ("in-action", "action-running")),
        ([verified("effective"), {"status": "done", "done": "2026-03-10"}], ("closed", "verified-effective")),
    ],
)
def test_a_major_finding_follows_its_actions(taken: list[dict[str, Any]], expected: tuple[str, str]) -> None:
    """From open to closed; only an effective verification closes, and a failed one opens the loop anew."""
    written = [action(f"A-{n}", "F-1", **more) for n, more in enumerate(taken)]

    assert status_of(finding("F-1", "a", **CAUSE), *written) == expected


def test_a_major_finding_needs_a_cause() -> None:
    """An effective measure against an unknown cause proves nothing yet."""
    done = action("A-1", "F-1", **verified("effective"))

    assert status_of(finding("F-1", "a"), done) == ("awaiting-verification", "cause-missing")
    assert status_of(finding("F-1", "a", "minor"), done) == ("closed", "verified-effective")


def test_a_major_finding_needs_a_corrective_action() -> None:
    """Containing the damage does not remove the cause."""
    contained = action("A-1", "F-1", type="containment", **verified("effective"))

    assert status_of(finding("F-1", "a", **CAUSE), contained) == ("awaiting-verification", "corrective-missing")


@pytest.mark.parametrize("class_", ["observation", "opportunity"])
def test_a_lesser_finding_closes_when_its_actions_are_done(class_: str) -> None:
    """No proof is asked for, but a proof that it failed counts."""
    found = finding("F-1", "a", class_)

    assert status_of(found, action("A-1", "F-1", status="done", done="2026-03-10")) == ("closed", "actions-done")
    assert status_of(found, action("A-1", "F-1", **verified("ineffective"))) == ("open", "verified-ineffective")


def test_a_good_practice_has_nothing_to_close() -> None:
    """It is listed, and is nobody's work."""
    assert status_of(finding("F-1", "a", "good-practice")) == ("closed", "good-practice")


@pytest.mark.parametrize(("until", "status"), [("2026-03-31", "accepted"), ("2026-03-30", "open")])
def test_an_acceptance_lives_until_its_day(until: str, status: str) -> None:
    """On its last day it still holds, the day after the finding is open again."""
    accepted = {"reason": "rebuilt in June", "by": "chair", "until": until}

    assert status_of(finding("F-1", "a", accepted=accepted))[0] == status


def again(second: dict[str, Any], *taken: dict[str, Any], team: str = "front-desk") -> FindingResult:
    """A finding of December and one of March; the later one assessed."""
    result = results(
        organisation("front-desk", "call-centre"),
        LIST,
        audit("q4", "2025-12-15", {"a": 0}, findings=[finding("F-1", "a", "minor")]),
        audit("q1", "2026-03-15", {"a": 0}, findings=[second], team=team),
        actions(*taken),
    )
    return next(f for f in result.findings if f.id == "F-2")


def test_a_finding_that_comes_back_after_proof_is_a_class_graver() -> None:
    """Minor becomes major, and the earlier proof is marked as not sustained."""
    proven = action("A-1", "F-1", **verified("effective", "2026-02-20"))
    result = again(finding("F-2", "a", "minor"), proven)

    assert (result.class_, result.class_effective) == ("minor", "major")
    assert (result.recurrences, result.repeats, result.not_sustained) == (1, ["F-1"], ["A-1"])


def test_coming_back_without_proof_is_only_counted() -> None:
    """Nothing was proven, so nothing was lost: the class stays."""
    unproven = action("A-1", "F-1", status="done", done="2026-02-01")
    result = again(finding("F-2", "a", "minor"), unproven)

    assert (result.class_effective, result.recurrences, result.not_sustained) == ("minor", 1, [])


def test_a_proof_after_the_audit_does_not_count_as_lost() -> None:
    """What was verified after the new finding says nothing about it."""
    later = action("A-1", "F-1", **verified("effective", "2026-03-15"))

    assert again(finding("F-2", "a", "minor"), later).not_sustained == []


@pytest.mark.parametrize(
    ("second", "team"),
    [(finding("F-2", "b", "minor"), "front-desk"), (finding("F-2", "a", "minor"), "call-centre")],
)
def test_another_item_or_team_is_not_a_recurrence(second: dict[str, Any], team: str) -> None:
    """Only the same item in the same team comes back."""
    assert again(second, team=team).recurrences == 0


def test_a_named_repeat_counts_across_items() -> None:
    """The auditor knows that the problem of b is the old problem of a."""
    proven = action("A-1", "F-1", **verified("effective", "2026-02-20"))
    result = again(finding("F-2", "b", "observation", repeats="F-1"), proven)

    assert (result.repeats, result.class_effective) == (["F-1"], "minor")


def test_risk_never_falls_when_likelihood_or_impact_rises() -> None:
    """The grid is a table, and an orderly one."""
    order = ["low", "medium", "high", "extreme"]
    ranks = [[order.index(cell) for cell in row] for row in GRID]

    assert all(row == sorted(row) for row in ranks)
    assert all(list(column) == sorted(column) for column in zip(*ranks, strict=True))
    assert (risk_of(1, 1), risk_of(4, 3), risk_of(1, 5), risk_of(5, 1), risk_of(5, 5)) == (
        "low",
        "high",
        "high",
        "medium",
        "extreme",
    )
    assert risk_of(None, 5) is None


def test_the_register_is_sorted_by_what_is_urgent_and_summed() -> None:
    """Open before accepted before closed, extreme before low; sums say the same as the list."""
    accepted = {"reason": "r", "by": "b", "until": "2026-12-31"}
    found = [
        finding("F-1", "a", likelihood=1, impact=1),
        finding("F-2", "b", likelihood=5, impact=5, **CAUSE),
        finding("F-3", "c", likelihood=5, impact=5, accepted=accepted),
        finding("F-4", "c", "good-practice"),
        finding("F-5", "a", "observation"),
    ]
    result = results(LIST, audit("q1", "2026-03-01", {"a": 0}, findings=found), as_of=dt.date(2026, 3, 31))
    whole, team = result.finding_summaries

    assert [f.id for f in result.findings] == ["F-2", "F-1", "F-5", "F-3", "F-4"]
    assert [f.age_days for f in result.findings] == [30, 30, 30, None, None]
    assert [f.domain for f in result.findings] == ["process", "process", "process", "people", "people"]
    assert (whole.total, whole.open, whole.recurring) == (4, 3, 0)
    assert whole.by_status["accepted"] == 1
    assert whole.by_class == {"major": 3, "minor": 0, "observation": 1, "opportunity": 0, "good-practice": 1}
    assert whole.by_risk == {"extreme": 1, "high": 0, "medium": 0, "low": 1, "none": 1}
    assert [(c.key, c.n, c.share, c.cumulative) for c in whole.by_domain] == [
        ("basics/process", 3, 0.75, 0.75),
        ("basics/people", 1, 0.25, 1),
    ]
    assert [(c.key, c.n, c.cumulative) for c in whole.by_cause] == [("process", 1, 1)]
    assert (whole.risk_grid[4][4], whole.risk_grid[0][0]) == (1, 1)
    assert (team.team, team.total) == ("front-desk", 4)
