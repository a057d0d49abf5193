"""Two states of a workspace → what changed, why, and whether somebody should look at it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from assess_workspace import action, actions, audit, checklist, domain, finding, index, item, kpi, observed, verified
from assess_workspace import results as assessed
from auditloop import resources
from auditloop.assess import decode, encode
from auditloop.assess.changes import Changes, Noticed, compare_results, encode_changes
from auditloop.problems import Place, Problem, problem

SCHEMA = json.loads((resources.schema_dir() / "changes.schema.json").read_text(encoding="utf-8"))
BASICS = checklist(domain("process", item("greeting"), item("queue")))


def changes(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Changes:
    """Compared; whatever comes of it satisfies the schema, and nothing changes the other way without changing back."""
    found = compare_results(Noticed(assessed(*before), "a"), Noticed(assessed(*after), "b"), "auditloop test")
    mistakes = jsonschema_rs.Draft7Validator(SCHEMA, validate_formats=True).iter_errors(
        json.loads(encode_changes(found))
    )
    assert [(list(mistake.instance_path), mistake.message) for mistake in mistakes] == []
    same = compare_results(Noticed(assessed(*after), "b"), Noticed(decode(encode(assessed(*after))), "b"), "t")
    assert (same.tally.concerns, same.tally.improvements, same.tally.neutral) == (0, 0, 0)
    return found


def test_a_score_has_its_reasons_item_by_item() -> None:
    """Two items of equal weight: one from 2/4 to 4/4 gains 25 points, one from 4/4 to 3/4 loses 12.5."""
    before = [BASICS, audit("a", "2026-03-01", {"greeting": 2, "queue": 4})]
    after = [BASICS, audit("a", "2026-03-01", {"greeting": 4, "queue": 3})]

    (shift,) = changes(before, after).audits

    assert (shift.what, shift.against, shift.judgement) == ("changed", "a", "improvement")
    assert (shift.score_before, shift.score, shift.change) == (75, 87.5, 12.5)
    assert (shift.performance, shift.weights, shift.questions, shift.applicability) == (12.5, 0, 0, 0)
    assert [(each.id, each.points) for each in shift.items] == [("queue", -12.5), ("greeting", 25)]


def test_weights_questions_and_applicability_stand_apart_from_performance() -> None:
    """Nobody worked better where only the checklist was changed.

    greeting 4/4, queue 2/4, equal weights: 75. With weight 3 for greeting: 87.5. A third question, answered 0/4 with
    weight 4, halves that: (3·1 + 1·0.5) ÷ 8 = 43.75. Queue not applicable: (3·1) ÷ (3 + 4) = 42.857….
    """
    answers = {"greeting": 4, "queue": 2}
    heavier = checklist(domain("process", item("greeting", weight=3), item("queue")))
    longer = checklist(domain("process", item("greeting", weight=3), item("queue"), item("exit", weight=4)))

    (weights,) = changes(
        [BASICS, audit("a", "2026-03-01", answers)], [heavier, audit("a", "2026-03-01", answers)]
    ).audits
    more = [longer, audit("a", "2026-03-01", {**answers, "exit": 0})]
    (questions,) = changes([heavier, audit("a", "2026-03-01", answers)], more).audits
    without = [longer, audit("a", "2026-03-01", {**answers, "exit": 0, "queue": {"na": "x"}})]
    (applicability,) = changes(more, without).audits

    assert (weights.performance, weights.weights, weights.change) == (0, 12.5, 12.5)
    assert (questions.performance, questions.weights, questions.questions) == (0, 0, 43.75 - 87.5)
    assert questions.applicability == pytest.approx(0)
    assert (applicability.performance, applicability.questions) == (0, 0)
    assert applicability.applicability == pytest.approx(300 / 7 - 43.75)


def test_a_new_audit_is_compared_with_the_teams_last_one() -> None:
    """Named as the previous one or not; a draft that became final counts as new."""
    first = audit("a", "2026-01-01", {"greeting": 4, "queue": 4})
    second = audit("b", "2026-03-01", {"greeting": 4, "queue": 2})

    (new,) = changes([BASICS, first], [BASICS, first, second]).audits
    (final,) = changes([BASICS, first, {**second, "status": "draft"}], [BASICS, first, second]).audits
    (alone,) = changes([BASICS], [BASICS, first]).audits

    assert (new.what, new.against, new.change, new.judgement) == ("added", "a", -25, "concern")
    assert (final.what, final.against, final.change) == ("finalised", "a", -25)
    assert (alone.against, alone.score, alone.change, alone.judgement) == (None, 100, None, "neutral")


def test_what_final_audits_say_does_not_vanish_quietly() -> None:
    """Deleting one or making it a draft again is for somebody to look at."""
    final = audit("a", "2026-01-01", {"greeting": 4, "queue": 4})

    (gone,) = changes([BASICS, final], [BASICS]).audits
    (reopened,) = changes([BASICS, final], [BASICS, {**final, "status": "draft"}]).audits

    assert (gone.what, gone.judgement, reopened.what, reopened.judgement) == (
        "removed",
        "concern",
        "reopened",
        "concern",
    )


def test_findings_are_new_closed_reopened_or_a_step_on() -> None:
    """By their status on the day, which follows from their actions."""
    of = audit("a", "2026-01-01", {"greeting": 0, "queue": 4}, findings=[finding("F-1", "greeting")])
    planned = actions(action("A-1", "F-1"))
    closed = actions(action("A-1", "F-1", **verified("effective")))
    cause = {**of, "findings": [finding("F-1", "greeting", cause={"category": "process"})]}

    def only(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> tuple[str, str | None, str, str]:
        (shift,) = changes(before, after).findings
        return shift.what, shift.status_before, shift.status, shift.judgement

    assert only([BASICS], [BASICS, of]) == ("added", None, "open", "concern")
    assert only([BASICS, of], [BASICS, of, planned]) == ("moved", "open", "planned", "neutral")
    assert only([BASICS, of, planned], [BASICS, of]) == ("moved", "planned", "open", "concern")
    assert only([BASICS, cause, planned], [BASICS, cause, closed]) == ("closed", "planned", "closed", "improvement")
    assert only([BASICS, cause, closed], [BASICS, cause, planned]) == ("reopened", "closed", "planned", "concern")
    assert only([BASICS, of], [BASICS]) == ("removed", None, "open", "concern")


@pytest.mark.parametrize(
    ("before", "after", "what", "judgement"),
    [
        ({}, {"status": "in-progress"}, ["status"], "neutral"),
        ({}, {"status": "done", "done": "2026-03-20"}, ["done"], "improvement"),
        ({}, verified("effective"), ["verified"], "improvement"),
        ({}, verified("ineffective"), ["verified"], "concern"),
        (verified("effective"), {}, ["reopened"], "concern"),
        ({}, {"due": "2026-05-31"}, ["postponed"], "concern"),
        ({}, {"due": "2026-03-15"}, ["brought-forward", "overdue"], "concern"),
        ({}, {"status": "blocked"}, ["blocked"], "concern"),
        ({}, None, ["removed"], "concern"),
        (None, {}, ["added"], "neutral"),
    ],
)
def test_what_became_of_an_action(
    before: dict[str, Any] | None, after: dict[str, Any] | None, what: list[str], judgement: str
) -> None:
    """Judged on 31 March 2026: due on 30 April unless told otherwise."""

    def filed(keys: dict[str, Any] | None) -> list[dict[str, Any]]:
        return [] if keys is None else [actions(action("A-1", **keys))]

    (shift,) = changes(filed(before), filed(after)).actions

    assert (shift.what, shift.judgement) == (what, judgement)
    assert shift.days_overdue == (16 if "overdue" in what else 0)


def test_values_are_new_or_restated() -> None:
    """A restated one has its old and its new value; gone and no longer counted are restated, too."""
    old = observed({"2025-12": 40, "2026-01": 30, "2026-02": {"value": 20, "n": 10}})
    new = observed({"2026-01": 31, "2026-02": {"value": 20, "n": 11}, "2026-03": 25})

    (shift,) = changes([kpi(), old], [kpi(), new]).series

    assert (shift.kpi, shift.team, shift.judgement, shift.computed) == ("response", "front-desk", "concern", False)
    assert shift.added == ["2026-03"]
    assert [(each.period, each.before, each.after) for each in shift.restated] == [
        ("2025-12", 40, None),
        ("2026-01", 30, 31),
        ("2026-02", 20, 20),
    ]
    excluded = kpi(exclude=[{"period": "2026-01", "why": "flood"}])
    (shift,) = changes([kpi(), old], [excluded, old]).series
    assert [(each.period, each.excluded_before, each.excluded) for each in shift.restated] == [("2026-01", False, True)]


def test_values_that_follow_from_others_are_no_concern_of_their_own() -> None:
    """The restated operand is; the derived indicator only follows."""
    hours = kpi("hours", unit="h", formula={"of": "m / 60", "m": "response"})

    found = changes([kpi(), hours, observed({"2026-01": 30})], [kpi(), hours, observed({"2026-01": 60})]).series

    assert [(each.kpi, each.computed, each.judgement) for each in found] == [
        ("response", False, "concern"),
        ("hours", True, "neutral"),
    ]


@pytest.mark.parametrize(
    ("better", "before", "after", "what"),
    [
        ("lower", 30, 35, "loosened"),
        ("lower", 30, 25, "tightened"),
        ("higher", 30, 25, "loosened"),
        ("higher", 30, 35, "tightened"),
        ("neither", 30, 35, "changed"),
        ("lower", 30, None, "removed"),
        ("lower", None, 30, "added"),
        ("lower", {"change": "-30%", "base": 2025}, {"change": "-20%", "base": 2025}, "loosened"),
        ("higher", {"change": "+10%", "base": 2025}, {"change": "+20%", "base": 2025}, "tightened"),
    ],
)
def test_a_target_is_loosened_by_its_direction(better: str, before: Any, after: Any, what: str) -> None:
    """More minutes are looser, more per cent are stricter: what is better decides."""

    def targeted(target: Any) -> list[dict[str, Any]]:
        written = {**target, "base": str(target["base"])} if isinstance(target, dict) else target
        return [kpi(better=better, **({} if target is None else {"target": written})), observed({"2026-01": 30})]

    (shift,) = changes(targeted(before), targeted(after)).targets

    assert shift.what == what
    assert shift.judgement == ("concern" if what in ("loosened", "removed") else "neutral")


def test_only_the_step_of_a_target_that_changed_is_told_even_one_to_come() -> None:
    """From 2027 on it is looser; nobody need wait until then to hear of it."""
    steps = [{"from": "2025-01", "value": 35}, {"from": "2026-01", "value": 30}, {"from": "2027-01", "value": 25}]
    looser = [*steps[:2], {"from": "2027-01", "value": 30}]

    (shift,) = changes([kpi(target=steps)], [kpi(target=looser)]).targets

    assert (shift.from_, shift.before, shift.after, shift.what) == ("2027-01", 25, 30, "loosened")


def test_restating_the_base_of_a_target_loosens_it() -> None:
    """−50 % of a base of 40 is 20; of a base restated to 60 it is 30, and lower is better."""
    aimed = kpi(target={"change": "-50%", "base": "2025-12"})

    found = changes(
        [aimed, observed({"2025-12": 40, "2026-01": 30})], [aimed, observed({"2025-12": 60, "2026-01": 30})]
    ).targets

    told = [(each.team, each.from_, each.before, each.after, each.what) for each in found]
    assert told == [("front-desk", "2026-01", 20, 30, "loosened")]


def test_an_index_moves_by_its_parts() -> None:
    """30 of 60..15 minutes scores 66.7, 15 minutes score 100; the other part, of equal weight, stays at 100."""
    scored = kpi(score={"zero": 60, "full": 15})
    other = kpi("wait", score={"zero": 60, "full": 15})
    both = [scored, other, observed({"2026-01": 15}, "wait"), index({"response": 0.5, "wait": 0.5})]

    (shift,) = changes([*both, observed({"2026-01": 30})], [*both, observed({"2026-01": 15})]).indices

    assert (shift.team, shift.period_before, shift.period, shift.judgement) == (
        "front-desk",
        "2026-01",
        "2026-01",
        "improvement",
    )
    assert shift.change == pytest.approx(100 / 6)
    assert [part.id for part in shift.parts] == ["response"]
    reweighted = [*both[:3], index({"response": 0.25, "wait": 0.75}), observed({"2026-01": 30})]
    (shift,) = changes([*both, observed({"2026-01": 30})], reweighted).indices
    assert shift.reweighted


def test_definitions_are_new_gone_or_other_ones() -> None:
    """Turning around which direction is better rewrites every judgement."""
    (new,) = changes([], [kpi(), observed({"2026-01": 30, "2026-02": 31})]).indicators
    (gone,) = changes([kpi()], []).indicators
    (other,) = changes([kpi()], [kpi(better="higher", dimension="accuracy")]).indicators

    assert (new.what, new.values, new.judgement) == ("added", 2, "neutral")
    assert (gone.what, gone.judgement) == ("removed", "concern")
    assert (other.what, other.fields, other.judgement) == ("redefined", ["better", "dimension"], "concern")


def noticed(*found: Problem) -> Noticed:
    return Noticed(assessed(), "x", problems=found)


def test_a_problem_that_only_moved_is_not_new() -> None:
    """Neither with its line nor with its file; one more of the same kind is."""

    def late(file: str, line: int, id_: str = "A-1") -> Problem:
        return problem("done-without-evidence", Place(file, line), id=id_)

    old = noticed(late("a.yml", 3), late("a.yml", 9, "A-2"))
    new = noticed(late("b.yml", 7), late("c.yml", 1), late("a.yml", 1, "A-3"))

    found = compare_results(old, new, "t")

    assert found.problems is not None
    assert sorted((each.file, each.line) for each in found.problems) == [("a.yml", 1), ("c.yml", 1)]
    assert found.problems_gone == 1
    assert compare_results(Noticed(assessed(), "file"), new, "t").problems is None


def test_concerns_come_first_and_are_counted() -> None:
    """The tally is over everything; of each kind what should be looked at stands first."""
    of = audit("a", "2026-01-01", {"greeting": 4, "queue": 4})
    worse = {**of, "answers": {"greeting": 4, "queue": 2}}
    better = audit("b", "2026-02-01", {"greeting": 4, "queue": 4}, checklist="basics")

    found = changes([BASICS, of], [BASICS, worse, better])

    assert [shift.judgement for shift in found.audits] == ["concern", "improvement"]
    assert (found.tally.concerns, found.tally.improvements) == (1, 1)


def test_early_warnings_are_new_or_over() -> None:
    """Three months in a row beyond the target raise one; an action that is late is told as an action alone."""
    aimed = [kpi(target=10), observed({"2025-12": 30, "2026-01": 30, "2026-02": 30})]
    late = actions(action("A-1", due="2026-03-01"))

    found = changes([kpi(target=10)], [*aimed, late])
    gone = changes([*aimed, late], [kpi(target=10)])

    assert [(each.rule, each.team, each.about, each.about_id, each.what) for each in found.alerts] == [
        ("target-missed", "front-desk", "kpi", "response", "new")
    ]
    assert [(each.what, each.judgement) for each in gone.alerts] == [("over", "improvement")]
    assert [shift.what for shift in found.actions] == [["added", "overdue"]]


def test_a_critical_item_that_fails_is_a_concern_though_the_score_rises() -> None:
    """25 points more, and not passed any more."""
    strict = checklist(domain("process", item("greeting", critical="overall"), item("queue", weight=3)))
    before = [strict, audit("a", "2026-03-01", {"greeting": 4, "queue": 0})]

    (shift,) = changes(before, [strict, audit("a", "2026-03-01", {"greeting": 0, "queue": 4})]).audits

    assert (shift.change, shift.passed_before, shift.passed, shift.judgement) == (50, True, False, "concern")


def test_a_finding_of_another_class_is_a_concern_where_it_is_graver() -> None:
    """And nothing to praise where it is milder: somebody only says so."""

    def classed(class_: str) -> list[dict[str, Any]]:
        answers = {"greeting": 0, "queue": 4}
        return [BASICS, audit("a", "2026-01-01", answers, findings=[finding("F-1", "greeting", class_)])]

    (graver,) = changes(classed("minor"), classed("major")).findings
    (milder,) = changes(classed("major"), classed("minor")).findings

    assert (graver.what, graver.class_before, graver.class_, graver.judgement) == (
        "reclassified",
        "minor",
        "major",
        "concern",
    )
    assert (milder.what, milder.judgement) == ("reclassified", "neutral")


def test_a_target_written_in_more_steps_is_told_once() -> None:
    """40 from 2025 on is what it is, also where 2026 says 40 again."""
    before = [kpi(target=[{"from": "2025-01", "value": 35}])]
    after = [kpi(target=[{"from": "2025-01", "value": 40}, {"from": "2026-01", "value": 40}])]

    assert [(each.from_, each.before, each.after) for each in changes(before, after).targets] == [("2025-01", 35, 40)]


def test_a_part_that_has_a_score_now_and_had_none_explains_no_move() -> None:
    """The index is of other parts than before: what each added cannot be told."""
    scored = kpi(score={"zero": 60, "full": 15})
    other = kpi("wait", score={"zero": 60, "full": 15})
    both = [scored, other, observed({"2026-01": 15}, "wait"), index({"response": 0.5, "wait": 0.5})]

    (shift,) = changes(both, [*both, observed({"2026-01": 30})]).indices

    assert shift.change == pytest.approx(-100 / 6)
    assert shift.parts == []


def test_of_equal_problems_the_one_in_another_file_is_the_new_one() -> None:
    """The one that was there before stays where it was."""

    def late(file: str) -> Problem:
        return problem("done-without-evidence", Place(file, 1), id="A-1")

    found = compare_results(noticed(late("z.yml")), noticed(late("a.yml"), late("z.yml")), "t")

    assert [each.file for each in found.problems or ()] == ["a.yml"]
