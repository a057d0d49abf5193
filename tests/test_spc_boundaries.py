"""Every rule at its edge: what is just a signal, and what just is none."""

from __future__ import annotations

import pytest

from auditloop.assess.spc import PROFILES, Datum, analyse
from auditloop.assess.spc.dispersion import is_over_dispersed
from auditloop.assess.spc.patterns import long_runs, near, shifts, trends

NHS, WHEELER = PROFILES["nhs"], PROFILES["wheeler"]


def found_near(sides: list[int], zones: list[int], rules: str = "nhs") -> list[list[int]]:
    return [list(pattern.points) for pattern in near(sides, zones, PROFILES[rules])]


@pytest.mark.parametrize(("length", "signals"), [(6, 0), (7, 1), (8, 1)])
def test_seven_in_a_row_are_a_shift(length: int, signals: int) -> None:
    """A point on the line before and after them."""
    assert len(list(shifts([0, *[1] * length, 0], 7))) == signals


@pytest.mark.parametrize(("steps", "signals"), [(5, 0), (6, 1), (7, 1)])
def test_six_steps_upward_are_a_trend(steps: int, signals: int) -> None:
    """Seven points have six steps between them; a tie ends them."""
    assert len(list(trends([0, *[1] * steps, 0], 7))) == signals


@pytest.mark.parametrize(
    ("longest", "useful", "signals"),
    [(6, 10, 0), (7, 10, 1), (7, 9, 0), (8, 16, 1), (7, 16, 0), (8, 24, 0), (9, 24, 1)],
)
def test_a_run_is_long_beyond_what_chance_allows_for_so_many_points(longest: int, useful: int, signals: int) -> None:
    """round(log₂ n) + 3 points are still chance, one more is not; below ten useful points nothing is said."""
    rest = [-1 if at % 2 == 0 else 1 for at in range(useful - longest)]

    assert len(list(long_runs([1] * longest + rest))) == signals


@pytest.mark.parametrize(
    ("sides", "zones", "points"),
    [
        ([1, 1, 1], [1, 0, 1], [[0, 2]]),
        ([1, -1, 1], [1, 0, 1], []),  # the one between lies on the other side
        ([1, 0, 1], [1, 0, 1], []),  # or on the line
        ([-1, 1, 1], [0, 1, 1], []),  # two at the end, and no third one after them
        ([1, 1, -1], [1, 1, 0], []),
        ([1, 1], [1, 1], []),  # three points there must be
        ([1, 1, 1, 1], [1, 0, 0, 1], []),  # too far apart
        ([-1, -1, -1], [-1, -2, 0], [[0, 1]]),  # beyond the limit itself counts, too
    ],
)
def test_two_of_three_on_one_side(sides: list[int], zones: list[int], points: list[list[int]]) -> None:
    """Three neighbours on one side of the mean, two of them beyond the near limit; those two are flagged."""
    assert found_near(sides, zones) == points


def test_beyond_the_limit_is_not_near_as_nhs_england_had_it_before_2023() -> None:
    """The compatibility option of the profile."""
    before = NHS._replace(near_beyond=False)

    assert near([1, 1, 1], [1, 2, 0], before) == []
    assert [list(pattern.points) for pattern in near([1, 1, 1], [1, 0, 1], before)] == [[0, 2]]


def test_windows_that_share_a_point_are_one_pattern() -> None:
    """Near points 0, 1, 3 and then 6, 7: the first three are told together, the others for themselves."""
    assert found_near([1] * 9, [1, 1, 0, 1, 0, 0, 1, 1, 0]) == [[0, 1, 3], [6, 7]]
    assert found_near([1] * 6, [1, 1, 0, 0, 1, 1]) == [[0, 1], [4, 5]]
    assert found_near([1] * 4, [1] * 4) == [[0, 1, 2, 3]]


@pytest.mark.parametrize(
    ("sides", "zones", "points"),
    [
        ([1, 1, 1], [1, 1, 1], []),  # four points there must be
        ([1, 1, -1, 1], [1, 1, 0, 1], [[0, 1, 3]]),  # the fourth may lie anywhere
        ([1, 1, 1, 1, 1], [1, 1, 0, 0, 1], []),
        ([1, 1, 1, 1, 1], [0, 0, 1, 1, 1], [[2, 3, 4]]),
    ],
)
def test_three_of_four_as_wheeler_has_it(sides: list[int], zones: list[int], points: list[list[int]]) -> None:
    """Three of four neighbours nearer to a limit than to the middle."""
    assert found_near(sides, zones, "wheeler") == points


def test_on_a_limit_is_not_outside() -> None:
    """Mean 10, mean moving range 1, so limits at 12.66 and 7.34, and near limits at two thirds of the way."""
    steady = [9.5, 10.5] * 6
    limits = analyse([Datum(value) for value in steady], "xmr", NHS).points[0]
    assert (limits.lower, limits.upper) == pytest.approx((7.34, 12.66))
    assert (limits.near_lower, limits.near_upper) == pytest.approx((10 - 2.66 * 2 / 3, 10 + 2.66 * 2 / 3))

    def signals(*values: float) -> tuple[str, ...]:
        data = [Datum(value) for value in (*steady, *values)]
        return analyse(data, "xmr", NHS, baseline=len(steady)).points[-1].signals

    upper, lower, near_upper = limits.upper, limits.lower, limits.near_upper
    assert upper is not None and lower is not None and near_upper is not None
    assert signals(upper) == signals(lower) == ()
    assert signals(upper + 1e-6) == signals(lower - 1e-6) == ("outside",)
    assert signals(10.1, near_upper, near_upper) == ()
    assert signals(10.1, near_upper + 1e-6, near_upper + 1e-6) == ("two-of-three",)


@pytest.mark.parametrize(("beyond", "over_dispersed"), [(0.999, False), (1.001, True)])
def test_over_dispersion_begins_beyond_what_chance_makes_of_so_few_ranges(beyond: float, over_dispersed: bool) -> None:
    """Counts that go up and down about 100: σ_z = 2d/10/1.128 against 1 + 1.645·√(0.8264n − 1.082)/(n − 1), n = 20."""
    n = 20
    most = 1 + 1.645 * (0.8264 * n - 1.082) ** 0.5 / (n - 1)
    away = beyond * most * 1.128 * 10 / 2
    counts = [Datum(100 + (away if at % 2 else -away)) for at in range(n)]

    assert is_over_dispersed([counts], "count", NHS) is over_dispersed
