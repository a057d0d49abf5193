"""Teams side by side: a funnel that does not blame a small team for noise, and one scale where chance is not known."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess_workspace import kpi, observed, organisation, results
from auditloop.assess.comparison import funnel_curve
from auditloop.assess.funnel import Limits, dispersion, proportion_limits, rate_limits, stretched
from auditloop.assess.results import Compared, Comparison


def compared(teams: dict[str, dict[str, Any]], **definition: Any) -> Comparison | None:
    return (
        results(
            organisation(*teams),
            kpi(**definition),
            *(observed(values, team=team) for team, values in teams.items()),
        )
        .kpis[0]
        .comparison
    )


def share(n: int, of: int) -> dict[str, Any]:
    return {"2026-01": {"n": n, "of": of}}


SHARES = {"unit": "%", "kind_of_data": "proportion", "better": "lower"}


def binomial(n: int, p: float) -> list[float]:
    return [math.comb(n, y) * p**y * (1 - p) ** (n - y) for y in range(n + 1)]


@pytest.mark.parametrize(("n", "p"), [(1, 0.3), (7, 0.5), (20, 0.1), (40, 0.9), (120, 0.02), (300, 0.5)])
def test_no_tail_beyond_a_limit_is_more_than_it_says(n: int, p: float) -> None:
    """Counted out case by case: at most 2.5 % and 0.1 % on each side, and one case further in would be more."""
    chances = binomial(n, p)
    limits = proportion_limits(p, n)

    for tail, low, high in ((0.025, limits.lower_95, limits.upper_95), (0.001, limits.lower_998, limits.upper_998)):
        below = [y for y in range(n + 1) if y < low * n - 1e-9]
        above = [y for y in range(n + 1) if y > high * n + 1e-9]
        assert sum(chances[y] for y in below) <= tail
        assert sum(chances[y] for y in above) <= tail
        assert sum(chances[: len(below) + 1]) >= tail
        assert sum(chances[n - len(above) :]) >= tail


def test_limits_of_a_share_are_as_counted_by_hand() -> None:
    """p = ½. Of 5: P(0) = 1/32 > 2.5 %, so none is not too few. Of 10: P(≤ 1) = 11/1024 < 2.5 % < 56/1024 = P(≤ 2)."""
    assert proportion_limits(0.5, 5) == Limits(0, 1, 0, 1)
    # between 1 and 2: (0.025 − 11/1024) ÷ (45/1024) of the way
    way = (0.025 - 11 / 1024) / (45 / 1024)
    assert proportion_limits(0.5, 10).lower_95 == pytest.approx((1 + way) / 10)
    assert proportion_limits(0.5, 10).upper_95 == pytest.approx((9 - way) / 10)


def test_limits_of_a_rate_are_as_counted_by_hand() -> None:
    """Two expected: P(0) = 13.5 %, so none is not too few; P(≥ 6) = 1.66 % < 2.5 % < P(≥ 5) = 5.27 %."""
    five = 1 - math.exp(-2) * (1 + 2 + 2 + 4 / 3 + 2 / 3)
    six = five - math.exp(-2) * 4 / 15
    limits = rate_limits(0.02, 100)

    assert limits.lower_95 == 0
    assert limits.upper_95 * 100 == pytest.approx(5 + (five - 0.025) / (five - six))


def test_large_teams_have_the_limits_of_the_normal_distribution() -> None:
    """At a million cases ½ ± 1.96·√(¼/n) and ½ ± 3.09·√(¼/n), but for half a case."""
    limits = proportion_limits(0.5, 1e6)

    assert limits == pytest.approx((0.49902, 0.50098, 0.498455, 0.501545), abs=1e-6)
    assert rate_limits(0.5, 1e8).upper_998 == pytest.approx(0.5 + 3.0902 * math.sqrt(0.5 / 1e8), abs=1e-6)


def test_summing_and_expanding_agree_where_they_meet() -> None:
    """A hundredth of a case between a variance just below and just above a hundred."""
    for p in (0.5, 0.1, 0.9):
        n = round(100 / (p * (1 - p)))
        below, above = proportion_limits(p, n - 1), proportion_limits(p, n + 1)
        for one, other in zip(below, above, strict=True):
            assert (other * (n + 1) - one * (n - 1)) == pytest.approx(2 * p, abs=0.2)


@given(st.floats(0, 1), st.integers(1, 10**7))
@settings(deadline=None)
def test_limits_are_shares_in_order_and_mirrored(p: float, n: int) -> None:
    """0 ≤ lower 99.8 % ≤ lower 95 % ≤ upper 95 % ≤ upper 99.8 % ≤ 1; failures have the limits of successes, turned."""
    limits = proportion_limits(p, n)
    turned = proportion_limits(1 - p, n)

    assert 0 <= limits.lower_998 <= limits.lower_95 <= limits.upper_95 <= limits.upper_998 <= 1
    assert (1 - turned.upper_95, 1 - turned.lower_998) == pytest.approx((limits.lower_95, limits.upper_998), abs=1e-9)


@given(st.floats(1e-9, 1e6), st.floats(1e-3, 1e9))
@settings(deadline=None)
def test_limits_of_rates_are_finite_and_in_order(rate: float, exposure: float) -> None:
    """Whatever the rate and the number of opportunities."""
    limits = rate_limits(rate, exposure)

    assert 0 <= limits.lower_998 <= limits.lower_95 <= limits.upper_95 <= limits.upper_998 < math.inf


def test_dispersion_is_one_where_chance_is_all() -> None:
    """φ is the mean of z²; one outlier among ten is drawn in to the others before it counts."""
    assert dispersion([1, -1, 1, -1]).phi == 1
    assert dispersion([1, -1, 1, -1]).beyond_chance is False
    assert dispersion([3, -3, 4, -4, 3, -3]).beyond_chance is True
    assert dispersion([1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 50]).phi == 1


def test_widened_limits_are_further_from_the_centre() -> None:
    """Twice as far with φ = 4, never below nothing nor above the whole."""
    assert stretched(Limits(0.4, 0.6, 0.3, 0.8), 0.5, 4, 1) == pytest.approx((0.3, 0.7, 0.1, 1.0))


def test_a_small_team_is_not_blamed_for_noise() -> None:
    """Both have 10 % where all have 5 %: of 20 that is two cases, of 2000 it is a difference."""
    found = compared({"large": share(200, 2000), "small": share(2, 20), "others": share(300, 8000)}, **SHARES)

    assert found is not None
    assert (found.kind, found.distribution, found.scale, found.widened) == ("funnel", "binomial", 100, False)
    assert found.centre == pytest.approx(100 * 502 / 10020)
    assert [(t.team, t.judgement, t.better) for t in found.teams] == [
        ("large", "above", False),
        ("small", "inside", None),
        ("others", "below", True),
    ]
    assert [t.n for t in found.teams] == [2000, 20, 8000]
    assert not found.teams[1].beyond_95


def test_rates_are_compared_in_their_own_unit() -> None:
    """36 per thousand contacts beside 7 and 7: limits around 16.7; without a direction nothing is better."""
    found = compared(
        {"a": share(36, 1000), "b": share(7, 1000), "c": share(7, 1000)},
        kind_of_data="rate",
        per=1000,
        better="neither",
    )

    assert found is not None
    assert (found.distribution, found.scale, found.centre) == ("poisson", 1000, pytest.approx(50 / 3))
    assert found.teams[0].upper_95 == pytest.approx(1000 * rate_limits(50 / 3000, 1000).upper_95)
    assert [(t.judgement, t.beyond_95, t.better) for t in found.teams] == [
        ("above", True, None),
        ("inside", True, None),
        ("inside", True, None),
    ]


def test_many_teams_that_all_differ_have_wider_limits() -> None:
    """Six large teams between 2 % and 12 %: none stands out more than all do; four are too few to say so."""
    shares = {f"t{at}": share(n, 10000) for at, n in enumerate((200, 400, 600, 800, 1000, 1200))}

    six, four = compared(shares, **SHARES), compared({t: shares[t] for t in list(shares)[:4]}, **SHARES)

    assert six is not None
    assert four is not None
    assert six.widened
    assert (six.dispersion or 0) > 50
    assert {t.judgement for t in six.teams} == {"inside"}
    assert not four.widened
    assert (four.dispersion or 0) > 50
    assert {t.judgement for t in four.teams} >= {"above", "below"}


def test_a_year_is_compared_and_no_more() -> None:
    """Twelve months up to the latest of any team; what came before, and what is excluded, stays out."""
    values = {"2025-02": {"n": 90, "of": 100}, "2025-03": {"n": 1, "of": 100}, "2026-01": {"n": 3, "of": 100}}
    found = compared(
        {"a": values, "b": {"2026-02": {"n": 5, "of": 100}}, "gone": {"2024-12": {"n": 5, "of": 100}}}, **SHARES
    )

    assert found is not None
    assert (str(found.first), str(found.last)) == ("2025-03-01", "2026-02-28")
    assert [(t.team, t.value, t.n) for t in found.teams] == [("a", 2, 200), ("b", 5, 100)]


def test_values_stand_on_one_scale_without_limits() -> None:
    """Nothing says how much chance does to them at their size: nobody is above or below."""
    found = compared({"a": {"2026-01": {"value": 30, "n": 100}}, "b": {"2026-01": {"value": 20, "n": 300}}})

    assert found is not None
    assert (found.kind, found.centre, found.dispersion) == ("scale", 22.5, None)
    assert [(t.value, t.n, t.judgement, t.upper_95) for t in found.teams] == [
        (30, 100, None, None),
        (20, 300, None, None),
    ]
    assert funnel_curve(found) == []


def test_a_team_without_counts_stands_beside_the_funnel() -> None:
    """Its share is shown; how far chance takes it nobody knows."""
    found = compared({"a": share(5, 100), "b": share(6, 100), "c": {"2026-01": 90}}, **SHARES)

    assert found is not None
    assert found.centre == 5.5
    assert [(t.team, t.value, t.judgement) for t in found.teams] == [
        ("a", 5, "inside"), ("b", 6, "inside"), ("c", 90, None)]  # fmt: skip


def test_one_team_is_not_compared() -> None:
    """There is nobody beside it."""
    assert compared({"a": share(5, 100), "b": {}}, **SHARES) is None


def test_everybody_at_nothing_or_everything_has_limits() -> None:
    """0 of 100 and 0 of 5: no division by zero, no NaN."""
    for n in (0, 100):
        found = compared({"a": share(n, 100), "b": share(n // 20, 5)}, **SHARES)
        assert found is not None
        assert found.dispersion is None
        assert {t.judgement for t in found.teams} == {"inside"}


def at(team: Compared) -> tuple[float | None, ...]:
    return team.lower_95, team.upper_95, team.lower_998, team.upper_998


def test_the_curve_runs_through_the_limits_of_the_teams() -> None:
    """Drawn from the same function, in the same unit, widened by the same factor, from small to large."""
    shares = {f"t{at}": share(n, of) for at, (n, of) in enumerate(
        ((200, 10000), (100, 2500), (600, 10000), (80, 1000), (900, 9000), (120, 1000)))}  # fmt: skip
    found = compared(shares, **SHARES)

    assert found is not None
    curve = funnel_curve(found, points=300)
    assert curve[0].n < 1000
    assert curve[-1].n > 10000
    for team in found.teams:
        assert team.n is not None
        near = min(curve, key=lambda point: abs(point.n - (team.n or 0)))
        assert tuple(near.limits) == pytest.approx(at(team), rel=0.02)


def test_more_cases_than_there_were_have_no_limits() -> None:
    """Validation refuses them; assessed all the same, such a team stands without limits and the others keep theirs."""
    found = compared({"a": share(570, 1), "b": share(3, 50), "c": share(4, 60)}, **SHARES)

    assert found is not None
    assert [team.lower_998 is None for team in found.teams] == [True, False, False]
    assert found.centre == pytest.approx(100 * 7 / 110)
