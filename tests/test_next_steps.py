"""What to do next: what a step would give, by the scoring itself, and the stated order of the steps."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest

from assess_workspace import (
    action,
    actions,
    audit,
    checklist,
    domain,
    finding,
    index,
    item,
    kpi,
    observed,
    organisation,
    results,
    verified,
    workspace,
)
from auditloop.assess import assess
from auditloop.assess.results import NextStep, NextSteps
from rendered import dom
from test_assess_risks import risk, risks

GRAVE = {"likelihood": 5, "impact": 5}
CAUSE = {"cause": {"category": "process"}}
FOUR = checklist(
    domain("process", item("greeting"), item("queue")),
    domain("people", item("skills"), item("training", critical="overall")),
)
"""Two domains of equal weight, two items of equal weight each: an item is worth 25 points, a level of it 6.25."""


def next_steps(*documents: dict[str, Any], **more: Any) -> NextSteps:
    return results(FOUR, *documents, **more).next_steps


def step(*documents: dict[str, Any]) -> NextStep:
    (found,) = next_steps(*documents).steps
    return found


def answers(greeting: Any = 4, queue: Any = 4, skills: Any = 4, training: Any = 4) -> dict[str, Any]:
    return {"greeting": greeting, "queue": queue, "skills": skills, "training": training}


def test_a_finding_gives_what_its_item_lacks() -> None:
    """Level 2 of 4 is half of 25 points: 12.5 more, 87.5 becomes 100, B becomes A; the domain 75 becomes 100."""
    found = step(audit("a", "2026-03-01", answers(greeting=2), findings=[finding("F-1", "greeting")]))
    (raised,) = found.audits

    assert (found.kind, found.todo, found.points, found.lifts) == ("finding", "decide", 12.5, "grade")
    assert (raised.score_before, raised.score, raised.grade_before, raised.grade) == (87.5, 100, "B", "A")
    assert [(d.id, d.score_before, d.score, d.grade) for d in raised.domains] == [("process", 75, 100, "A")]


def test_an_item_that_failed_and_capped_the_grade_lifts_the_cap() -> None:
    """75 points would be a C, but a failed critical item makes it the lowest grade and not passed."""
    found = step(audit("a", "2026-03-01", answers(training=0), findings=[finding("F-1", "training")]))
    (raised,) = found.audits

    assert (raised.score_before, raised.score, raised.grade_before, raised.grade) == (75, 100, "D", "A")
    assert (raised.passed_before, raised.passed, found.lifts) == (False, True, "passed")


def test_a_better_score_without_the_cap_lifted_is_still_not_passed() -> None:
    """The greeting alone gives 25 points and no grade: training keeps the audit at the bottom. Both together do."""
    failed = audit(
        "a",
        "2026-03-01",
        answers(greeting=0, training=0),
        findings=[finding("F-1", "greeting"), finding("F-2", "training", **GRAVE)],
    )
    found = next_steps(failed)

    assert [(s.id, s.lifts, s.points) for s in found.steps] == [("F-2", "passed", 25), ("F-1", None, 25)]
    assert (found.teams[0].audit.points, found.teams[0].enough) == (50, ["F-2"])


def test_the_latest_audit_is_the_one_to_raise() -> None:
    """What the team has repaired since has nothing left to give; what is as bad as ever has."""
    old = audit(
        "old",
        "2025-03-01",
        answers(greeting=0, queue=0),
        findings=[finding("F-1", "greeting"), finding("F-2", "queue")],
    )
    found = {s.id: s for s in next_steps(old, audit("new", "2026-03-01", answers(queue=0))).steps}

    assert (found["F-1"].points, found["F-1"].audits) == (0, [])
    assert [(raised.audit, raised.points) for raised in found["F-2"].audits] == [("new", 25)]


@pytest.mark.parametrize("answer", [{"na": "none here"}, None])
def test_what_was_not_judged_gives_nothing(answer: Any) -> None:
    """Not applicable and not assessed are no zero: there are no points to be had from them."""
    given = {key: value for key, value in answers(greeting=answer).items() if value is not None}

    assert step(audit("a", "2026-03-01", given, findings=[finding("F-1", "greeting")])).points == 0


def test_a_sample_is_raised_to_one_without_failures() -> None:
    """One of four failed: 0.75 of 25 points; 6.25 more."""
    sampled = answers(greeting={"sample": {"size": 4, "failed": 1}})

    assert step(audit("a", "2026-03-01", sampled, findings=[finding("F-1", "greeting")])).points == 6.25


def test_yes_partial_no_is_raised_to_yes() -> None:
    """Partly is half of the one item's 100 points."""
    simple = checklist(domain("process", item("greeting")), scale={"kind": "yes-partial-no"})
    written = audit("a", "2026-03-01", {"greeting": "partial"}, findings=[finding("F-1", "greeting")])
    (found,) = results(simple, written).next_steps.steps

    assert (found.points, found.audits[0].score) == (50, 100)


AUDIT = audit(
    "a",
    "2026-03-01",
    answers(greeting=2, queue=2),
    findings=[finding("F-1", "greeting", **CAUSE, **GRAVE), finding("F-2", "queue", "minor")],
)


def test_an_action_gives_what_all_its_findings_give() -> None:
    """One measure for two findings: 75 becomes 100. The findings themselves are no steps while it is under way."""
    found = step(AUDIT, actions(action("A-1", "F-1", "F-2", status="in-progress")))

    assert (found.kind, found.id, found.todo, found.findings) == ("action", "A-1", "finish", ["F-1", "F-2"])
    assert (found.points, found.risk, found.age_days) == (25, "extreme", 30)


@pytest.mark.parametrize(
    ("state", "todo"),
    [
        ({"status": "planned"}, "start"),
        ({"status": "in-progress"}, "finish"),
        ({"status": "blocked"}, "unblock"),
        ({"status": "done", "done": "2026-03-10"}, "verify"),
    ],
)
def test_what_is_to_be_done_follows_from_the_state(state: dict[str, Any], todo: str) -> None:
    """A measure that is done is not proven yet."""
    found = step(AUDIT, actions(action("A-1", "F-1", "F-2", **state)))

    assert found.todo == todo


@pytest.mark.parametrize(
    ("action_", "finding_", "todo"),
    [
        ({"status": "cancelled"}, CAUSE, "decide"),
        (verified("ineffective"), CAUSE, "rethink"),
        (verified("partly"), CAUSE, "rethink"),
        (verified("effective"), {}, "explain"),
        ({**verified("effective"), "type": "containment"}, CAUSE, "correct"),
    ],
)
def test_a_finding_that_nothing_is_under_way_for(action_: Any, finding_: Any, todo: str) -> None:
    """What it lacks is what is to be done."""
    written = audit("a", "2026-03-01", answers(greeting=2), findings=[finding("F-1", "greeting", **finding_)])
    found = step(written, actions(action("A-1", "F-1", **action_)))

    assert (found.id, found.todo) == ("F-1", todo)


def test_what_is_closed_accepted_or_good_is_no_step() -> None:
    """Nothing is left to do about it."""
    accepted = {"accepted": {"reason": "rare", "by": "li-wei", "until": "2026-12-31"}}
    written = audit(
        "a",
        "2026-03-01",
        answers(greeting=2, queue=2),
        findings=[
            finding("F-1", "greeting", **CAUSE),
            finding("F-2", "queue", **accepted),
            finding("F-3", "skills", "good-practice"),
        ],
    )
    found = next_steps(written, actions(action("A-1", "F-1", **verified("effective"))))

    assert (found.steps, found.teams) == ([], [])


def test_a_finding_that_waits_for_two_actions_names_the_other() -> None:
    """Each counts what the finding gives, and says that it is not alone."""
    found = next_steps(
        audit("a", "2026-03-01", answers(greeting=2), findings=[finding("F-1", "greeting")]),
        actions(action("A-1", "F-1"), action("A-2", "F-1", type="containment")),
    )

    assert [(s.id, s.points, s.beside) for s in found.steps] == [("A-1", 12.5, ["A-2"]), ("A-2", 12.5, ["A-1"])]
    assert found.steps[0].lacks == ["cause-missing"]


def test_an_indicator_at_its_target_lifts_the_index() -> None:
    """60 min score 0, 20 min 100: 50 min are 25, the target of 30 min is 75. Half of the weight: 25 points more."""
    measured = [
        kpi(score={"zero": 60, "full": 20}),
        kpi("resolution", score={"zero": 60, "full": 20}),
        observed({"2026-02": 50}),
        observed({"2026-02": 40}, "resolution"),
        index({"response": 0.5, "resolution": 0.5}),
    ]
    aimed = {"effect": {"kpi": "response", "before": "2026-01..2026-02", "after": "2026-04..2026-06", "target": 30}}
    found = step(*measured, actions(action("A-1", **aimed)))

    (raised,) = found.indices
    assert (raised.index, raised.period, raised.value) == ("sqs", "2026-02", 30)
    assert (raised.before, raised.after, raised.points, found.points) == (37.5, 62.5, 25, 25)


def test_an_indicator_that_is_better_than_the_target_gives_nothing() -> None:
    """20 min is better than the target of 30: nothing is gained, and no audit tells of it."""
    found = step(
        kpi(score={"zero": 60, "full": 20}, target=30),
        observed({"2026-02": 20}),
        index({"response": 1}),
        actions(action("A-1", "response")),
    )

    assert (found.indices, found.points, found.lifts) == ([], None, None)


def test_the_indicators_own_target_counts_where_the_action_has_none() -> None:
    """50 min are 25 points, the indicator's target of 40 is 50."""
    found = step(
        kpi(score={"zero": 60, "full": 20}, target=40),
        observed({"2026-02": 50}),
        index({"response": 1}),
        actions(action("A-1", "response")),
    )

    assert (found.indices[0].value, found.points) == (40, 25)


def test_the_order_is_lift_risk_points_age_id() -> None:
    """Each criterion decides only where all before it are equal: one pair for each."""
    big = checklist(
        domain("one", *(item(f"i{n}") for n in range(20))),
    )
    at = {f"i{n}": 4 for n in range(20)} | {"i0": 0, "i1": 3, "i2": 2, "i3": 2, "i4": 2, "i5": 2}
    low = {"likelihood": 1, "impact": 1}
    old = audit("old", "2026-02-01", at, findings=[finding("F-5", "i5", "minor", **low)])
    new = audit(
        "new",
        "2026-03-01",
        at,
        findings=[
            finding("F-9", "i0", "minor", **low),
            finding("F-8", "i1", "minor", **GRAVE),
            finding("F-4", "i2", "minor", **low),
            finding("F-3", "i3", "minor", **low),
            finding("F-2", "i4", "minor"),
        ],
    )
    found = results(big, old, new).next_steps.steps

    # 84 becomes 89 with i0, which is no better grade; so risk, then points (5 before 2.5), then the older, then the id.
    assert [s.id for s in found] == ["F-8", "F-9", "F-5", "F-3", "F-4", "F-2"]
    assert [s.rank for s in found] == [1, 2, 3, 4, 5, 6]
    assert [round(s.points or 0, 2) for s in found] == [1.25, 5, 2.5, 2.5, 2.5, 2.5]


def test_what_lifts_a_grade_comes_before_what_is_graver() -> None:
    """87.5 + 6.25 makes an A; the extreme risk has no points left to give and follows."""
    written = audit(
        "a",
        "2026-03-01",
        answers(greeting=3, queue=3),
        findings=[finding("F-1", "greeting", "minor"), finding("F-2", "skills", "minor", **GRAVE)],
    )

    assert [(s.id, s.lifts) for s in next_steps(written).steps] == [("F-1", "grade"), ("F-2", None)]


def test_few_steps_are_enough_for_a_better_grade() -> None:
    """75 points: 12.5, 6.25 and 6.25 are missing. A B needs 80, so the largest alone is enough."""
    written = audit(
        "a",
        "2026-03-01",
        answers(greeting=2, queue=3, skills=3),
        findings=[finding("F-1", "queue", "minor"), finding("F-2", "greeting", "minor"), finding("F-3", "skills")],
    )
    (team,) = next_steps(written).teams

    assert (team.audit.grade_before, team.audit.grade, team.enough) == ("C", "A", ["F-2"])


def test_a_step_counts_in_its_own_team_and_raises_the_others_audit() -> None:
    """The call centre does something for a finding of the front desk."""
    found = next_steps(
        organisation("front-desk", "call-centre"),
        audit("a", "2026-03-01", answers(greeting=2), findings=[finding("F-1", "greeting")]),
        actions(action("A-1", "F-1"), team="call-centre"),
    )

    assert [(s.team, s.points) for s in found.steps] == [("call-centre", 12.5)]
    assert [team.team for team in found.teams] == ["front-desk"]


def test_the_median_of_all_teams_moves_with_the_team_in_its_middle() -> None:
    """People 50, 75 and 100: the median is 75. The lowest at 75 leaves it there, the middle one at 100 makes it 100."""
    found = next_steps(
        organisation("front-desk", "call-centre", "repair"),
        audit("a", "2026-03-01", answers(skills=2, training=2), findings=[finding("F-1", "skills")]),
        audit("b", "2026-03-01", answers(skills=2), team="call-centre", findings=[finding("F-2", "skills")]),
        audit("c", "2026-03-01", answers(), team="repair"),
    )
    medians = {s.id: [(d.id, d.median_before, d.median) for d in s.audits[0].domains] for s in found.steps}

    assert medians == {"F-1": [("people", 75, 75)], "F-2": [("people", 75, 100)]}


def test_one_team_has_no_median() -> None:
    """There is nobody to compare with."""
    found = step(audit("a", "2026-03-01", answers(greeting=2), findings=[finding("F-1", "greeting")]))

    assert (found.audits[0].domains[0].median_before, found.audits[0].domains[0].median) == (None, None)


def test_an_action_for_a_risk_is_as_grave_as_the_risk() -> None:
    """5 × 5 is extreme; a risk that is closed counts no more."""
    planned = actions(action("A-1", "R-001"))
    found = step(risks(risk(1, 5, 5)), planned)

    assert (found.risks, found.risk, found.points) == (["R-001"], "extreme", None)
    assert step(risks(risk(1, 5, 5, closed={"date": "2026-03-20", "reason": "gone"})), planned).risk is None


def test_a_draft_is_no_score_to_raise() -> None:
    """Its findings are known, its score is not settled."""
    draft = audit("a", "2026-03-01", answers(greeting=2), status="draft", findings=[finding("F-1", "greeting")])

    assert (step(draft).points, step(draft).audits) == (None, [])


def test_the_order_of_the_documents_does_not_matter() -> None:
    """Equal input in any order gives equal steps."""
    documents = [
        FOUR,
        AUDIT,
        audit("b", "2026-02-01", answers(skills=1), findings=[finding("F-3", "skills")]),
        actions(action("A-1", "F-1"), action("A-2", "F-1", "F-3")),
    ]
    found = results(*documents).next_steps
    random.Random(4).shuffle(documents)

    assert results(*documents).next_steps == found


def test_thousands_of_findings_are_scored_again_once_for_each_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three thousand findings about four items of one team: as many rescorings as there are different questions."""
    from auditloop.assess import audits

    old = [
        audit(
            f"old-{n}",
            (dt.date(2000, 1, 1) + dt.timedelta(days=n)).isoformat(),
            answers(),
            findings=[finding(f"F-{n}-{id_}", id_, "minor") for id_ in ("greeting", "queue", "skills")],
        )
        for n in range(1000)
    ]
    known = workspace(FOUR, *old, audit("new", "2026-03-01", answers(greeting=2, queue=2, skills=2)))
    scored: list[str] = []
    real = audits.score_audit
    monkeypatch.setattr(audits, "score_audit", lambda a, *more: scored.append(a.id) or real(a, *more))

    found = assess(known, as_of=dt.date(2026, 3, 31), generator="t", data_hash="0" * 12).next_steps

    assert len(found.steps) == 3000
    assert scored.count("new") < 30


# --- pages


@pytest.mark.parametrize(("lang", "rule"), [("en", "There are no weights to argue about"), ("zh", "不设可争论的权数")])
def test_the_page_says_by_which_rule(lang: str, rule: str) -> None:
    """In the language of the page, with every step."""
    page = dom("demo", lang, "next-steps.md")

    assert rule in page.words
    assert "A-call-centre-2026-003" in page.words


def test_a_team_reads_its_first_steps_and_why() -> None:
    """The page of the team has them above all its registers, with what they would give."""
    words = dom("demo", "en", "teams/online-support.md").words

    assert words.index("Closing it adds") < words.index("Scores over time")
    assert "The domain Facilities and technology rises from C to A." in words


def test_a_team_without_anything_open_is_told_so() -> None:
    """An empty list is good news, and says so."""
    assert "Nothing is left to do" in dom("empty", "en", "teams/a.md").words
    assert "Nothing is left to do" in dom("empty", "en", "next-steps.md").words
    assert "没有待办" in dom("empty", "zh", "next-steps.md").words
