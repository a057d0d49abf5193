"""Intervals give the numbers of their published sources, hold what they estimate, and shrink as data grow."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditloop.assess.distributions import incomplete_beta, normal_quantile, t_distribution, t_quantile
from auditloop.assess.intervals import newcombe, rate_difference, rate_score, sample, welch, wilson

CASES = Path(__file__).parent / "cases" / "kpi"
counts = st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
numbers = st.floats(-1e12, 1e12, allow_nan=False)


def test_the_difference_of_two_proportions_is_that_of_the_reference() -> None:
    """Newcombe 1998, example (a): 56/70 against 48/80."""
    case = json.loads((CASES / "kpi-21-diff-proportions-newcombe.json").read_text("utf-8"))
    data, expected, tolerance = case["data"], case["expected"], case["tolerance"]

    found = newcombe(data["x1"], data["n1"], data["x2"], data["n2"], case["parameters"]["confidence"])

    assert found == pytest.approx((expected["low"], expected["high"]), abs=tolerance["abs"])
    assert found == pytest.approx(tuple(expected["published"]), abs=tolerance["published_abs"])
    assert data["x1"] / data["n1"] - data["x2"] / data["n2"] == pytest.approx(expected["difference"])


@pytest.mark.parametrize(
    ("x1", "n1", "x2", "n2", "low", "high"),
    [
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ],
)
def test_the_difference_of_two_proportions_is_as_published(
    x1: int, n1: int, x2: int, n2: int, low: float, high: float
) -> None:
    """Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10, examples (b) to (h)."""
    assert newcombe(x1, n1, x2, n2) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_a_proportion_is_as_published(x: int, n: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3."""
    assert wilson(x, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("df", "p95", "p975", "p995"),
    [
        (1, 6.3138, 12.7062, 63.6567),
        (2, 2.9200, 4.3027, 9.9248),
        (3, 2.3534, 3.1824, 5.8409),
        (5, 2.0150, 2.5706, 4.0321),
        (10, 1.8125, 2.2281, 3.1693),
        (20, 1.7247, 2.0860, 2.8453),
        (30, 1.6973, 2.0423, 2.7500),
        (60, 1.6706, 2.0003, 2.6603),
        (120, 1.6577, 1.9799, 2.6174),
        (1e7, 1.6449, 1.9600, 2.5758),
    ],
)
def test_quantiles_of_t_are_those_of_the_tables(df: float, p95: float, p975: float, p995: float) -> None:
    """The table of Student's t in every textbook, such as Abramowitz & Stegun, table 26.10."""
    assert [t_quantile(p, df) for p in (0.95, 0.975, 0.995)] == pytest.approx([p95, p975, p995], abs=5e-5)
    assert t_quantile(0.025, df) == -t_quantile(0.975, df)


def test_the_distribution_of_t_has_known_values() -> None:
    """One degree of freedom is Cauchy's, two have a closed form; I_x(1, 1) = x and I_x(a, 1) = xᵃ."""
    assert t_distribution(1, 1) == pytest.approx(0.75, abs=1e-14)
    assert t_distribution(math.sqrt(2), 2) == pytest.approx(0.5 + math.sqrt(2) / (2 * math.sqrt(4)), abs=1e-14)
    assert t_distribution(-1, 1) == pytest.approx(0.25, abs=1e-14)
    assert incomplete_beta(1, 1, 0.3) == pytest.approx(0.3, abs=1e-15)
    assert incomplete_beta(3, 1, 0.7) == pytest.approx(0.343, abs=1e-14)
    assert (incomplete_beta(2, 3, 0), incomplete_beta(2, 3, 1)) == (0, 1)


@given(st.floats(0.001, 0.999), st.floats(1, 1e5))
@settings(max_examples=40, deadline=None)
def test_a_quantile_of_t_is_the_inverse_of_its_distribution(p: float, df: float) -> None:
    """Also for the fractional degrees of freedom that Welch's interval has."""
    assert t_distribution(t_quantile(p, df), df) == pytest.approx(p, abs=1e-9)


def test_welch_is_the_textbook_example() -> None:
    """By hand: means 2 and 5, variances of the means 1/3 and 4/3, so ν = (5/3)² ÷ ((1/9)/2 + (16/9)/2) = 50/17."""
    found = welch(sample([1, 2, 3]), sample([3, 5, 7]))
    reach = t_quantile(0.975, 50 / 17) * math.sqrt(5 / 3)

    assert found == pytest.approx((-3 - reach, -3 + reach), rel=1e-12)


def test_equal_weights_change_nothing() -> None:
    """The weighted mean with one weight for all is the mean, and so is its variance s²/n."""
    assert sample([1, 2, 6], [5, 5, 5]) == pytest.approx(sample([1, 2, 6]))
    assert sample([1, 2, 6]) == pytest.approx((3, 7 / 3, 2))


def test_a_rate_is_the_score_interval() -> None:
    """10 events in 2 opportunities: (10 + 1.9207 ± 1.96·√(10 + 0.9604)) ÷ 2 = 2.716 and 9.205."""
    z = normal_quantile(0.975)
    reach = z * math.sqrt(10 + z * z / 4)

    assert rate_score(10, 2) == pytest.approx(((10 + z * z / 2 - reach) / 2, (10 + z * z / 2 + reach) / 2))
    assert rate_score(10, 2) == pytest.approx((2.716, 9.205), abs=5e-4)
    assert rate_score(0, 1).low == 0


@given(counts)
def test_an_interval_of_a_share_holds_it_and_is_a_share(found: tuple[int, int]) -> None:
    """0 ≤ low ≤ p ≤ high ≤ 1, at the ends too."""
    x, n = found
    low, high = wilson(x, n)

    assert 0 <= low <= x / n <= high <= 1


@given(counts, counts)
def test_an_interval_of_a_difference_holds_it_and_turns_with_it(one: tuple[int, int], other: tuple[int, int]) -> None:
    """p₁ − p₂ lies inside, within −1..1, and p₂ − p₁ has the same interval with its ends changed."""
    low, high = newcombe(*one, *other)

    assert low <= one[0] / one[1] - other[0] / other[1] <= high
    assert -1 - 1e-12 <= low <= high <= 1 + 1e-12
    assert newcombe(*other, *one) == pytest.approx((-high, -low), abs=1e-12)


@given(counts, counts, st.integers(2, 1000))
def test_more_of_the_same_data_make_intervals_narrower(
    one: tuple[int, int], other: tuple[int, int], times: int
) -> None:
    """The same shares of more cases: every kind of interval shrinks."""
    (x1, n1), (x2, n2) = one, other
    pairs = [
        (wilson(x1, n1), wilson(x1 * times, n1 * times)),
        (rate_score(x1, n1), rate_score(x1 * times, n1 * times)),
        (newcombe(x1, n1, x2, n2), newcombe(x1 * times, n1 * times, x2 * times, n2 * times)),
        (rate_difference(x1, n1, x2, n2), rate_difference(x1 * times, n1 * times, x2 * times, n2 * times)),
    ]

    for narrow, wide in ((b, a) for a, b in pairs):
        assert narrow.high - narrow.low < wide.high - wide.low


@given(st.lists(numbers, min_size=2, max_size=30), st.lists(numbers, min_size=2, max_size=30))
@settings(deadline=None)
def test_welch_holds_the_difference_and_is_finite(one: list[float], other: list[float]) -> None:
    """Whatever the values: no NaN, no infinity, and turned round it is the same."""
    a, b = sample(one), sample(other)
    low, high = welch(a, b)

    assert math.isfinite(low)
    assert math.isfinite(high)
    assert low <= a.mean - b.mean <= high
    assert welch(b, a) == pytest.approx((-high, -low), rel=1e-9)


def test_values_that_do_not_vary_leave_no_doubt() -> None:
    """Three times 5 against three times 3 is 2, without a NaN."""
    assert welch(sample([5, 5, 5]), sample([3, 3, 3])) == (2, 2)
