"""Why a score changed, and how far auditors agree, against figures worked out on paper."""

from __future__ import annotations

from typing import Any

import pytest

from assess_workspace import audit, checklist, domain, item, results, workspace
from auditloop.assess.agreement import quadratic_kappa
from auditloop.assess.audit_change import split_change
from auditloop.assess.audits import score_audits
from auditloop.assess.results import AuditComparison

FOUR = checklist(domain("only", item("a"), item("b"), item("c"), item("d")))


def compared(before: dict[str, Any], after: dict[str, Any]) -> AuditComparison:
    comparison = (
        results(FOUR, audit("x", "2025-12-15", before), audit("y", "2026-03-15", after, previous="x"))
        .audits[0]
        .comparison
    )
    assert comparison is not None
    return comparison


def test_better_answers_are_performance() -> None:
    """One item of four from 2 to 4 lifts the score by 12.5, all of it performance."""
    change = compared({"a": 2, "b": 4, "c": 4, "d": 0}, {"a": 4, "b": 4, "c": 4, "d": 0})

    assert change.score_before == 62.5
    assert (change.change, change.performance, change.weights, change.applicability) == (12.5, 12.5, 0, 0)
    assert [(i.id, i.before, i.after, i.points) for i in change.items] == [("a", 0.5, 1, 12.5)]


def test_an_item_that_drops_out_is_applicability() -> None:
    """A bad item no longer applicable lifts the score without anybody serving better."""
    change = compared({"a": 4, "b": 4, "c": 4, "d": 0}, {"a": 4, "b": 4, "c": 4, "d": {"na": "closed"}})

    assert (change.change, change.performance, change.applicability) == (25, 0, 25)


def test_both_at_once_are_told_apart() -> None:
    """On paper: 50 → on a, b, c alone 66.67 (+16.67 applicability) → 83.33 (+16.67 performance)."""
    change = compared({"a": 4, "b": 2, "c": 2, "d": 0}, {"a": 4, "b": 4, "c": 2, "d": {"na": "closed"}})

    assert change.change == pytest.approx(33.3333333)
    assert change.applicability == pytest.approx(16.6666667)
    assert change.performance == pytest.approx(16.6666667)


def test_no_part_is_made_of_rounding_noise() -> None:
    """Where every item was scored both times, applicability and weights are exactly 0."""
    uneven = checklist(domain("one", item("a", weight=0.7), item("b"), weight=0.3), domain("two", item("c"), item("d")))
    first = audit("x", "2025-12-15", {"a": 1, "b": 3, "c": 2, "d": 1})
    second = audit("y", "2026-03-15", {"a": 3, "b": 1, "c": 3, "d": 4}, previous="x")
    change = results(uneven, first, second).audits[0].comparison

    assert change is not None
    assert (change.weights, change.applicability, change.performance) == (0, 0, change.change)


def test_new_weights_are_told_apart() -> None:
    """The same answers under other weights: all of the change is weights."""
    other = checklist(domain("only", item("a", weight=3), item("b"), item("c"), item("d")))
    answers = {"a": 4, "b": 0, "c": 0, "d": 0}
    old, new = (score_audits(workspace(list_, audit("x", "2026-01-01", answers)))["x"] for list_ in (FOUR, other))

    assert split_change(old, new) == (0, 25, 0)


def test_losses_come_first_and_largest_first() -> None:
    """What a reader must see first: what was lost, then what was gained."""
    change = compared({"a": 4, "b": 4, "c": 0, "d": 2}, {"a": 3, "b": 0, "c": 1, "d": 4})

    assert [i.id for i in change.items] == ["b", "a", "d", "c"]
    assert sum(i.points or 0 for i in change.items) == pytest.approx(change.change)


def test_left_out_is_not_lost() -> None:
    """Points of items add up to the performance; what was not scored both times has none and comes last."""
    change = compared({"a": 4, "b": 2, "c": 2, "d": 3}, {"a": 3, "b": 4, "c": {"na": "closed"}})

    assert [(i.id, i.state_after, i.points) for i in change.items] == [
        ("a", "scored", -12.5),
        ("b", "scored", 25),
        ("c", "na", None),
        ("d", "missing", None),
    ]
    assert change.performance == pytest.approx(sum(i.points for i in change.items if i.points is not None))


def test_points_of_items_carry_the_weights_of_domain_and_item() -> None:
    """On paper: domain one weighs 3 of 4 and b 2 of 3 in it; b up half a scale is 100 · ¾ · ⅔ · ½ = 25 points."""
    uneven = checklist(
        domain("one", item("a"), item("b", weight=2), weight=3), domain("two", item("c"), item("d", weight=5))
    )
    first = audit("x", "2025-12-15", {"a": 2, "b": 2, "c": 4, "d": {"na": "closed"}})
    second = audit("y", "2026-03-15", {"a": 2, "b": 4, "c": 3, "d": 1}, previous="x")
    change = results(uneven, first, second).audits[0].comparison

    assert change is not None
    assert [(i.id, i.points) for i in change.items] == [("c", -6.25), ("b", pytest.approx(25)), ("d", None)]
    assert change.performance == pytest.approx(18.75)


def test_without_a_previous_audit_there_is_no_comparison() -> None:
    """An earlier audit that nobody named as the previous one is not compared."""
    documents = [FOUR, audit("x", "2025-12-15", {"a": 1}), audit("y", "2026-03-15", {"a": 2})]

    assert results(*documents).audits[0].comparison is None


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)], 1),
        ([(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)], 1 - (1 / 5) / (2 + 1.36 + 0.04)),
        ([(0, 4), (1, 3), (2, 2), (3, 1), (4, 0)], -1),
        ([(0, 0), (1, 1), (2, 2), (3, 3)], None),
        ([(2, 2)] * 5, None),
        ([(2, 3)] * 5, 0),
    ],
)
def test_quadratic_weighted_kappa(pairs: list[tuple[float, float]], kappa: float | None) -> None:
    """1 for full agreement, −1 for reversed, none below five items or without any spread.

    Second row: Σ(x−y)² = 1, n = 5; variances 2 and 1.36, means 2 and 1.8.
    """
    assert quadratic_kappa(pairs) == pytest.approx(kappa)


def test_kappa_of_ratios_is_that_of_their_levels() -> None:
    """Dividing all ratings by the length of the scale changes nothing."""
    levels = [(0, 1), (1, 1), (2, 3), (3, 3), (4, 2), (4, 4)]

    assert quadratic_kappa([(x / 4, y / 4) for x, y in levels]) == pytest.approx(quadratic_kappa(levels))


def test_the_nearest_audit_of_every_other_type_is_a_second_opinion() -> None:
    """Same team, checklist and edition, final, at most 100 days away; one per type."""
    answers = dict.fromkeys("abcd", 3)
    result = results(
        FOUR,
        audit("self", "2026-03-01", answers),
        audit("visit-near", "2026-02-01", dict.fromkeys("abcd", 2), type="mystery-shopper"),
        audit("visit-far", "2026-01-01", answers, type="mystery-shopper"),
        audit("third", "2025-11-21", answers, type="third-party"),
        audit("too-far", "2025-11-20", answers, type="internal"),
        audit("draft", "2026-03-01", answers, type="re-audit", status="draft"),
    )
    (own,) = [a for a in result.audits if a.id == "self"]

    assert [(a.audit, a.difference, a.kappa, a.n) for a in own.agreement] == [
        ("visit-near", -25, None, 4),
        ("third", 0, None, 4),
    ]
    assert [(d.ours, d.theirs, d.difference) for d in own.agreement[0].domains] == [(75, 50, -25)]
