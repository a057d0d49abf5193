"""Audit scores against figures worked out on paper."""

from __future__ import annotations

from typing import Any

import pytest

from assess_workspace import audit, checklist, domain, item, organisation, results
from auditloop.assess.results import AuditResult

# Two domains of weight 3 and 1. On paper, levels 0–4:
#   process: a (w 2) = 3/4, b (w 1) = 1/4          → (2·0.75 + 0.25)/3 = 0.58333…  → 58.333…
#   people:  c (w 1) = 4/4, d (w 3) = sample 17/20 → (1 + 3·0.85)/4    = 0.8875   → 88.75
#   audit:   (3·58.333… + 88.75)/4 = 65.9375
BASICS = checklist(
    domain("process", item("a", weight=2), item("b"), weight=3),
    domain("people", item("c"), item("d", weight=3), weight=1),
)
ANSWERS: dict[str, Any] = {"a": 3, "b": 1, "c": 4, "d": {"sample": {"size": 20, "failed": 3}}}


def scored(answers: dict[str, Any], list_: dict[str, Any] = BASICS, **more: Any) -> AuditResult:
    return results(list_, audit("q1", "2026-03-15", answers, **more)).audits[0]


def points(result: AuditResult) -> dict[str, float | None]:
    return {i.id: i.contribution for d in result.domains for s in d.sections for i in s.items}


@pytest.mark.parametrize("weights", [(1, 2), (0.1, 0.7), (3.3, 1.1)])
def test_full_marks_are_exactly_100(weights: tuple[float, float]) -> None:
    """Whatever the weights: 99.99999999999999 in the results would be a lie about somebody's best work."""
    one, two = weights
    first = domain("one", item("a"), item("b", weight=one), weight=one)
    uneven = checklist(first, domain("two", item("c"), weight=two))

    assert scored(dict.fromkeys("abc", 4), uneven).score == 100


def test_a_whole_audit_on_paper() -> None:
    """Items, domains and the audit weigh as written, and every item's points add up to the score."""
    result = scored(ANSWERS)

    assert result.score == pytest.approx(65.9375)
    assert [d.score for d in result.domains] == pytest.approx([58.3333333, 88.75])
    assert [d.contribution for d in result.domains] == pytest.approx([43.75, 22.1875])
    assert points(result) == pytest.approx({"a": 37.5, "b": 6.25, "c": 6.25, "d": 15.9375})
    assert (result.coverage, result.na_share, result.grade, result.passed) == (1, 0, "D", True)


@pytest.mark.parametrize(
    ("answer", "ratio"),
    [(0, 0), (2, 0.5), ({"score": 4}, 1), ({"sample": {"size": 8, "failed": 8}}, 0)],
)
def test_an_answer_on_levels(answer: Any, ratio: float) -> None:
    """A level counts by its distance from the lowest level, a sample by the part that did not fail."""
    result = scored({"a": answer}, checklist(domain("only", item("a"))))

    assert result.domains[0].sections[0].items[0].ratio == ratio


@pytest.mark.parametrize(("answer", "ratio"), [("yes", 1), ("partial", 0.5), ("no", 0)])
def test_yes_partial_no(answer: str, ratio: float) -> None:
    """Partial is half of yes."""
    result = scored({"a": answer}, checklist(domain("only", item("a")), scale={"kind": "yes-partial-no"}))

    assert result.domains[0].sections[0].items[0].ratio == ratio


def test_levels_need_not_begin_at_zero() -> None:
    """On a scale from 1 to 5 the answer 2 is a quarter of the way."""
    levels = [{"value": value, "label": "l"} for value in (1, 3, 5)]
    result = scored({"a": 2}, checklist(domain("only", item("a")), scale={"kind": "levels", "levels": levels}))

    assert result.score == 25


def test_not_applicable_leaves_numerator_and_denominator() -> None:
    """Without d the people domain rests on c alone; its weight is stated as not applicable."""
    result = scored({**ANSWERS, "d": {"na": "no public area"}})

    assert result.domains[1].score == 100
    assert result.score == pytest.approx((3 * 58.3333333333 + 100) / 4)
    # all weight: 3·(2+1) + 1·(1+3) = 13, of which 3 are not applicable
    assert result.na_share == pytest.approx(3 / 13)
    assert result.coverage == 1


def test_not_assessed_lowers_coverage_not_the_score() -> None:
    """A missing answer is neither zero nor not applicable."""
    result = scored({"a": 3, "c": 4, "d": {"na": "none"}})

    assert result.domains[0].score == 75
    # applicable weight: 3·3 + 1·1 = 10, assessed: 3·2 + 1 = 7
    assert result.coverage == pytest.approx(0.7)
    assert [i.state for d in result.domains for s in d.sections for i in s.items] == [
        "scored",
        "missing",
        "scored",
        "na",
    ]


def test_a_domain_without_a_score_takes_no_weight() -> None:
    """With every people item not applicable the audit is the process domain alone."""
    result = scored({"a": 3, "b": 1, "c": {"na": "x"}, "d": {"na": "x"}})

    assert result.score == pytest.approx(58.3333333333)
    assert result.domains[1].score is None
    assert result.domains[1].grade is None
    assert result.domains[1].contribution is None


def test_an_audit_without_an_answer_has_no_score() -> None:
    """Nothing scorable is no number, never 0; the audit is neither passed nor failed."""
    result = scored({}, status="draft")

    assert (result.score, result.grade, result.passed, result.coverage) == (None, None, None, 0)


def test_an_answer_to_be_confirmed_is_not_assessed_yet() -> None:
    """What was carried over from an earlier audit counts once somebody has looked."""
    result = scored({**ANSWERS, "a": {"score": 4, "confirm": True}}, status="draft")

    assert result.domains[0].sections[0].items[0].state == "missing"
    assert result.domains[0].score == 25


def test_a_failed_domain_critical_item_caps_the_grade_of_its_domain() -> None:
    """The score stays, the domain's grade is at most C, and the cause is named."""
    list_ = checklist(domain("process", *(item(id_) for id_ in "bcdefghij"), item("a", critical="domain")))
    result = scored({**dict.fromkeys("bcdefghij", 4), "a": 0}, list_)

    assert result.domains[0].score == pytest.approx(90)
    assert (result.domains[0].grade, result.domains[0].capped_by) == ("C", ["a"])
    assert (result.grade, result.passed, result.capped_by) == ("A", True, [])


def test_a_cap_that_changes_nothing_is_not_named() -> None:
    """A domain that is graded D anyway was not capped."""
    result = scored({"a": 0, "b": 1}, checklist(domain("process", item("a", critical="domain"), item("b"))))

    assert (result.domains[0].grade, result.domains[0].capped_by) == ("D", [])


def test_a_failed_overall_critical_item_fails_the_audit() -> None:
    """Not passed and the lowest grade, whatever the score; the grade before the cap is kept."""
    list_ = checklist(domain("process", item("a", critical="overall"), item("b", weight=9)))
    result = scored({"a": 0, "b": 4}, list_)

    assert result.score == pytest.approx(90)
    assert (result.uncapped_grade, result.grade, result.passed, result.capped_by) == ("A", "D", False, ["a"])


def test_an_overall_critical_item_not_assessed_leaves_passing_open() -> None:
    """A draft is not passed before all critical items have been looked at."""
    list_ = checklist(domain("process", item("a", critical="overall"), item("b")))

    assert scored({"b": 4}, list_, status="draft").passed is None


@pytest.mark.parametrize(("level", "grade"), [(4, "A"), (3, "C"), (2, "D")])
def test_default_grades(level: int, grade: str) -> None:
    """100 is A, 75 is C, 50 is D."""
    assert scored({"a": level}, checklist(domain("only", item("a")))).grade == grade


def test_own_grades_are_half_open_on_unrounded_values() -> None:
    """75 reaches a threshold of 75, 74.999… does not reach it."""
    own = organisation(grades=[{"grade": "pass", "from": 75}, {"grade": "fail", "from": 0}])
    list_ = checklist(domain("only", item("a", weight=100000), item("b", weight=1)))
    documents = [own, list_, audit("x", "2026-03-15", {"a": 3, "b": 3}), audit("y", "2026-03-15", {"a": 3, "b": 2})]
    grades = {a.id: (a.grade, a.score) for a in results(*documents).audits}

    assert grades["x"] == ("pass", 75)
    assert grades["y"][0] == "fail"
    assert grades["y"][1] == pytest.approx(75, abs=0.001)


def test_an_old_audit_keeps_the_edition_it_was_made_with() -> None:
    """Weights of 2025 score the audit of 2025, even when the checklist has moved on."""
    old = checklist(domain("only", item("a", weight=3), item("b")), edition="2025")
    new = checklist(domain("only", item("a"), item("b")))
    documents = [old, new, audit("x", "2025-03-15", {"a": 4, "b": 0}, edition="2025")]
    documents.append(audit("y", "2026-03-15", {"a": 4, "b": 0}, previous="x"))
    newer, older = results(*documents).audits

    assert (older.score, newer.score) == (75, 50)
    assert newer.comparison is not None
    assert (newer.comparison.comparable, newer.comparison.change, newer.comparison.items) == (False, None, [])


def test_an_edition_that_is_not_at_hand_gives_no_number() -> None:
    """Answers to other questions are not scored with the weights of these."""
    result = scored({"a": 4}, checklist(domain("only", item("a"))), edition="2019")

    assert (result.score, result.domains, result.edition) == (None, [], "2019")
