"""Tiers of customers: their value by hand, shares, and that nobody in a group of fewer than five can be found out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from assess_workspace import organisation, results, workspace
from auditloop.assess.results import CustomersResult, TierResult
from auditloop.assess.surveys.small_groups import apart_from_whole
from auditloop.model.as_known import as_known_on

AS_OF = dt.date(2026, 4, 10)
ZONE = organisation("front-desk", "repair", timezone="UTC")
STANDARD = {
    "kind": "standards",
    "standards": [
        {
            "id": "answered",
            "name": "Answered",
            "where": {"type": "complaint"},
            "to": "first_response",
            "within": "30min",
            "target": 90,
        }
    ],
}


def tier(id: str, customers: int = 100, amount: float = 100, years: float = 2, **more: Any) -> dict[str, Any]:
    """Twice the amount and a score of 80, over the years: (2 × amount + 80) ÷ years."""
    return {
        "id": id,
        "name": id,
        "customers": customers,
        "transactions": [{"name": "t", "amount": amount, "frequency": 2}],
        "satisfaction": [{"name": "s", "score": 80}],
        "relation_years": years,
        "policy": "…",
        **more,
    }


def segments(*tiers: dict[str, Any], period: str = "2026-Q1", **more: Any) -> dict[str, Any]:
    return {"kind": "segments", "period": period, "currency": "CNY", "tiers": list(tiers), **more}


def log(tiers: Sequence[tuple[str | None, int]], ratings: int = 5, team: str = "front-desk", late: int = 0) -> Any:
    """Complaints of January: so many of each tier, all rated alike, the first `late` of each answered too late."""
    found = []
    for name, n in tiers:
        for at in range(n):
            minute = 45 if at < late else 10
            found.append(
                {
                    "id": f"T-{team}-{name}-{at}",
                    "type": "complaint",
                    "received": "2026-01-10T10:00",
                    "events": {"first_response": f"2026-01-10T10:{minute}"},
                    "rating": ratings,
                    **({"tier": name} if name else {}),
                }
            )
    return {"kind": "tickets", "team": team, "tickets": found}


def found(*documents: dict[str, Any], team: str | None = None) -> CustomersResult:
    return next(r for r in results(ZONE, *documents, as_of=AS_OF).customers if r.team == team)


def tiers(*documents: dict[str, Any], team: str | None = None) -> dict[str, TierResult]:
    return {tier.id: tier for tier in found(*documents, team=team).tiers}


def test_the_value_is_computed_from_the_tiers_own_numbers() -> None:
    """(980 × 6.5 + 260 × 8 + 91) ÷ 4.5 = (6370 + 2080 + 91) ÷ 4.5 = 8541 ÷ 4.5 = 1898."""
    bought = [{"name": "a", "amount": 980, "frequency": 6.5}, {"name": "b", "amount": 260, "frequency": 8}]
    rated = [{"name": "s", "score": 91}]
    vip = tiers(segments(tier("vip", transactions=bought, satisfaction=rated, relation_years=4.5)))["vip"]

    assert (vip.spend, vip.scores, vip.relation_years) == (8450, 91, 4.5)
    assert vip.value == pytest.approx(1898)


def test_shares_are_of_customers_and_of_customers_times_value() -> None:
    """300 customers worth 140 each and 100 worth 580: 75 % and 25 % of customers, 42 000 and 58 000 of 100 000."""
    both = tiers(segments(tier("regular", 300), tier("vip", 100, amount=540)))

    assert (both["regular"].value, both["vip"].value) == (140, 580)
    assert [t.customers_share for t in both.values()] == [0.75, 0.25]
    assert [t.value_share for t in both.values()] == pytest.approx([0.42, 0.58])


def test_fewer_than_five_customers_are_told_nowhere_and_not_by_subtraction() -> None:
    """Three strategic customers: no figure of theirs, and the shares are of the others alone."""
    result = found(segments(tier("regular", 300), tier("vip", 100), tier("strategic", 3)))
    small = result.tiers[2]

    assert small.hidden
    assert (small.customers, small.value, small.value_share, small.tickets, small.standards) == (None,) * 4 + ([],)
    assert (result.customers, result.without) == (400, ["strategic"])
    assert sum(t.customers_share or 0 for t in result.tiers) == pytest.approx(1)


def test_small_tiers_that_are_five_together_count_in_the_whole() -> None:
    """Three and four are seven: hidden apart, in the shares together, as nobody can tell them apart."""
    result = found(segments(tier("regular", 93), tier("a", 3), tier("b", 4)))

    assert (result.customers, result.without) == (100, [])
    assert [t.customers_share for t in result.tiers] == [0.93, None, None]


@pytest.mark.parametrize(
    ("parts", "never", "open_"),
    [
        ({"a": 10, "b": 20}, 0, {"a", "b"}),  # nothing hidden
        ({"a": 10, "b": 3}, 0, set()),  # b would be the whole minus a
        ({"a": 10, "b": 3, "c": 40}, 0, {"c"}),  # the smallest shown one goes with it
        ({"a": 10, "b": 3, "c": 4}, 0, {"a"}),  # seven are hidden together already
        ({"a": 10, "b": 40}, 2, {"b"}),  # two without a tier are a small group too
        ({"a": 10, "b": 40}, 5, {"a", "b"}),
        ({"a": 0, "b": 10}, 0, {"b"}),  # nobody is nobody
    ],
)
def test_what_is_hidden_is_none_or_five(parts: dict[str, int], never: int, open_: set[str]) -> None:
    """Whoever knows the whole and all that is shown cannot come to fewer than five."""
    shown = apart_from_whole(parts, never)

    assert shown == open_
    left = never + sum(n for part, n in parts.items() if part not in shown)
    assert left == 0 or left >= 5


def test_satisfaction_of_a_tier_comes_from_its_rated_tickets() -> None:
    """Twenty regular customers rate 5, ten VIP 3: all of the ones, none of the others."""
    both = tiers(segments(tier("regular"), tier("vip")), log([("regular", 20)]), log([("vip", 10)], 3, team="repair"))
    regular, vip = both["regular"], both["vip"]
    assert regular.csat is not None
    assert vip.csat is not None

    assert (regular.tickets, regular.csat.of, regular.csat.value, regular.mean_rating) == (20, 20, 1, 5)
    assert (vip.tickets, vip.csat.value, vip.mean_rating) == (10, 0, 3)


def test_ratings_of_a_tier_are_hidden_where_another_could_be_worked_out() -> None:
    """Four VIP ratings: hidden, and the smallest other tier with them; the rest may be told."""
    whole = tiers(segments(tier("new"), tier("regular"), tier("vip")), log([("new", 8), ("regular", 30), ("vip", 4)]))

    assert {id: t.csat is not None for id, t in whole.items()} == {"new": False, "regular": True, "vip": False}
    assert {id: t.tickets for id, t in whole.items()} == {"new": None, "regular": 30, "vip": None}


def test_what_is_left_of_the_whole_without_a_team_is_no_small_group() -> None:
    """Of 12 VIP tickets the front desk has 9: told with the organisation's, the other three would stand alone."""
    ours = segments(tier("vip"), tier("regular"), team="front-desk")
    tickets = (log([("vip", 9), ("regular", 20)]), log([("vip", 3), ("regular", 8)], team="repair"))
    desk = tiers(segments(tier("vip"), tier("regular")), ours, *tickets, team="front-desk")

    assert {id: (t.tickets, t.csat is not None) for id, t in desk.items()} == {
        "vip": (None, False), "regular": (20, True)
    }  # fmt: skip
    assert tiers(ours, *tickets, team="front-desk")["vip"].tickets == 9


def test_a_tier_of_few_customers_stays_hidden_however_many_tickets_it_has() -> None:
    """Three customers with forty tickets are still three customers."""
    result = found(segments(tier("regular"), tier("strategic", 3)), log([("regular", 20), ("strategic", 40)]))

    assert (result.tiers[1].tickets, result.tiers[1].csat) == (None, None)
    assert (result.tiers[0].tickets, result.other_tickets) == (20, 0)


def test_a_standard_is_judged_by_the_tiers_own_target() -> None:
    """18 of 20 kept is 90 %: the standard's target of 90 is met, the VIPs' own of 97 is not."""
    own = [{"standard": "answered", "target": 97}]
    both = tiers(
        segments(tier("regular"), tier("vip", targets=own)), STANDARD, log([("regular", 20), ("vip", 20)], late=2)
    )
    regular, vip = both["regular"].standards[0], both["vip"].standards[0]

    assert (vip.due, vip.kept, vip.attainment) == (20, 18, 0.9)
    assert (regular.target, regular.own_target, regular.met) == (0.9, False, True)
    assert (vip.target, vip.own_target, vip.met) == (0.97, True, False)


def test_only_tickets_of_the_period_and_of_the_team_count() -> None:
    """Of April's tiers January's tickets say nothing, and the front desk's tiers know nothing of repairs."""
    tickets = (log([("vip", 9)]), log([("vip", 30)], team="repair"))

    assert tiers(segments(tier("vip"), period="2026-04"), *tickets)["vip"].tickets is None
    assert tiers(segments(tier("vip"), team="front-desk"), *tickets, team="front-desk")["vip"].tickets == 9
    assert tiers(segments(tier("vip")), *tickets)["vip"].tickets == 39


def test_the_value_is_compared_with_the_period_before() -> None:
    """The latest counts, the one before is told beside it; a tier that was too small then is not."""
    before = segments(tier("vip"), tier("new", 4), period="2025-Q4")
    result = found(segments(tier("vip", amount=540), tier("new", 10)), before)

    assert (result.period, result.previous) == ("2026-Q1", "2025-Q4")
    assert [(t.value, t.previous_value) for t in result.tiers] == [(580, 140), (140, None)]


def test_tickets_of_no_listed_tier_are_told_apart() -> None:
    """Six without a tier and two of a tier nobody listed are eight others."""
    result = found(segments(tier("vip")), log([("vip", 20), (None, 6), ("gold", 2)]))

    assert (result.tiers[0].tickets, result.other_tickets) == (20, 8)


def test_tiers_of_a_later_period_are_not_known() -> None:
    """In March nobody knows the second quarter."""
    whole = workspace(ZONE, segments(tier("vip")), segments(tier("vip"), period="2026-Q2"))

    assert [s.period.text for s in as_known_on(whole, dt.date(2026, 3, 31)).segments] == ["2026-Q1"]
