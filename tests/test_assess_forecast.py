"""The next three periods: where a series allows a forecast, what it says, and that it claims no more than it can."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assess_workspace import kpi, observed, results
from auditloop.assess.distributions import t_quantile
from auditloop.assess.forecast import fitted
from auditloop.assess.results import Forecast

MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)] + ["2026-01", "2026-02", "2026-03"]
STEADY = [30, 32, 29, 31, 30, 33, 28, 31, 30, 32, 29, 31, 30, 32, 29, 31]


def forecast(values: list[Any], **definition: Any) -> Forecast | None:
    """Of a series that ends with March 2026, told on its last day."""
    months = MONTHS[-len(values) :]
    given_ = {month: value for month, value in zip(months, values, strict=True) if value is not None}
    (found,) = (s for s in results(kpi(**definition), observed(given_)).kpis[0].series if s.team is not None)
    return found.forecast


def test_a_steady_process_goes_on_at_its_mean() -> None:
    """α = 0: the mean of 15.5 ± t·s for three months, as wide in June as in April."""
    found = forecast(STEADY)
    mean = sum(STEADY) / 16
    sigma = math.sqrt(sum((v - mean) ** 2 for v in STEADY) / 14)
    reach = t_quantile(0.975, 14) * sigma

    assert found is not None
    assert (found.alpha, found.n, [p.period for p in found.points]) == (0, 16, ["2026-04", "2026-05", "2026-06"])
    for point in found.points:
        assert (point.low, point.value, point.high) == pytest.approx((mean - reach, mean, mean + reach))


def test_a_wandering_process_goes_on_where_it_is_and_less_and_less_surely() -> None:
    """After a climb to 45 nobody knows how far it goes: α near 1, the last level, and an interval that widens."""
    found = forecast([20 + 2 * step + (step % 2) for step in range(13)])

    assert found is not None
    assert found.alpha > 0.9
    assert found.points[0].value == pytest.approx(44, abs=1)
    widths = [point.high - point.low for point in found.points]
    assert widths == sorted(widths)
    assert widths[2] == pytest.approx(widths[0] * math.sqrt(1 + 2 * found.alpha**2))


def test_the_least_squares_are_the_least() -> None:
    """No α on a fine grid, each with its best first level, has smaller errors."""
    values = [30, 33, 31, 35, 36, 34, 38, 37, 40, 39, 41, 43]
    best = fitted(values)

    def sse(alpha: float, level: float) -> float:
        total = 0.0
        for value in values:
            total += (value - level) ** 2
            level += alpha * (value - level)
        return total

    tried = min(sse(step / 50, 25 + first / 10) for step in range(51) for first in range(120))
    assert best.sigma**2 * 10 <= tried + 1e-9


def test_too_short_a_series_has_no_forecast() -> None:
    """Eleven values, or eleven since the process changed, or eleven that count."""
    segment = {"segments": [{"from": MONTHS[-11], "why": "new system"}]}
    excluded = {"exclude": [{"period": MONTHS[-5], "why": "strike"}]}

    assert forecast(STEADY[:11]) is None
    assert forecast(STEADY[:12]) is not None
    assert forecast(STEADY, **segment) is None
    assert forecast(STEADY[:12], **excluded) is None
    assert forecast([None if at == 4 else value for at, value in enumerate(STEADY[:12])]) is None


def test_only_the_last_segment_counts() -> None:
    """A level of 90 before the change says nothing about what comes."""
    found = forecast([90, 91, 92, *STEADY[:12]], segments=[{"from": MONTHS[-12], "why": "new system"}])

    assert found is not None
    assert (found.n, found.points[0].value) == (12, pytest.approx(30.5, abs=0.2))


def test_a_series_nobody_goes_on_with_is_not_continued() -> None:
    """Two values due are missing: what came next lies in the past. One may be late."""
    late = dict(zip(MONTHS[:24], STEADY + STEADY[:8], strict=True))
    (stopped,) = (s for s in results(kpi(), observed({**late, "2026-01": None})).kpis[0].series if s.team is not None)
    assert stopped.forecast is None

    (one_late,) = (s for s in results(kpi(), observed({**late, "2026-01": 30})).kpis[0].series if s.team is not None)
    assert one_late.forecast is not None


def test_what_cannot_be_is_cut_off() -> None:
    """A share is not forecast above the whole, nor a count below none."""
    shares = [{"n": n, "of": 100} for n in (99, 100, 98, 100, 97, 100, 99, 100, 98, 100, 96, 100)]
    share = forecast(shares, kind_of_data="proportion", unit="%")
    count = forecast([0, 1, 0, 2, 0, 1, 0, 0, 3, 0, 1, 0], kind_of_data="count")

    assert share is not None
    assert count is not None
    assert share.points[0].high == 100
    assert count.points[0].low == 0


@given(
    st.lists(st.floats(-1e12, 1e12, allow_nan=False) | st.sampled_from([0.0, 1e-12, 1e12]), min_size=12, max_size=30)
)
@settings(max_examples=60, deadline=None)
def test_a_fit_is_finite_and_the_same_in_every_unit(values: list[float]) -> None:
    """No NaN, no infinity; minutes or hours, α is the same and the rest scales."""
    one, other = fitted(values), fitted([value / 64 for value in values])

    assert 0 <= one.alpha <= 1
    assert math.isfinite(one.level)
    assert math.isfinite(one.sigma)
    assert (other.alpha, other.level * 64, other.sigma * 64) == pytest.approx(
        (one.alpha, one.level, one.sigma), rel=1e-6, abs=1e-3
    )


def test_what_lies_between_rare_events_is_not_foretold() -> None:
    """Times between two events lean to one side: an interval even on both would be none of 95 %."""
    assert forecast(STEADY, kind_of_data="rare-event") is None
