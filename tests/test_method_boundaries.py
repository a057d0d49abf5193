"""Methods at their edges: a threshold just reached, a side just not left, a case that only one rule decides."""

from __future__ import annotations

import datetime as dt
from math import exp, lgamma, log, sqrt
from typing import Any

import pytest

from assess_workspace import action, actions, kpi, observed, organisation, results
from auditloop.assess.distributions import t_quantile
from auditloop.assess.effect import relative_change
from auditloop.assess.funnel import dispersion, rate_limits
from auditloop.assess.intervals import sample, welch
from auditloop.assess.results import Comparison, EffectResult, KpiResult
from auditloop.assess.spc import PROFILES, Datum, analyse, assurance, choose

NHS = PROFILES["nhs"]
MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]
DONE = {"status": "done", "done": "2025-12-31", "opened": "2025-12-01"}


@pytest.mark.parametrize("better", ["lower", "higher"])
def test_a_target_on_a_limit_is_hit_or_miss(better: str) -> None:
    """Only strictly beyond the limits the process always or never meets it."""
    assert assurance(12.0, 8.0, 12.0, better) == assurance(8.0, 8.0, 12.0, better) == "hit-or-miss"
    assert {assurance(12.01, 8.0, 12.0, better), assurance(7.99, 8.0, 12.0, better)} == {"pass", "fail"}


def test_excluded_values_do_not_make_a_series_long() -> None:
    """Twelve values, one of them left out: eleven that count, and so a run chart."""
    data = [Datum(float(at % 3)) for at in range(12)]

    assert choose("auto", "value", "nhs", data).chart == "xmr"
    assert choose("auto", "value", "nhs", [*data[:-1], data[-1]._replace(counted=False)]).chart == "run"


def test_a_chart_that_cannot_be_is_replaced() -> None:
    """A count has no value for a c chart where it is none; a share of nothing has no place on a p chart."""
    assert choose("c", "value", "nhs", [Datum(3.0)] * 12)[:2] == ("xmr", "value")
    assert choose("p", "proportion", "nhs", [Datum(0.1, 1, 10)] * 11 + [Datum(0.0, 0, 0)])[:2] == (
        "xmr",
        "no-denominators",
    )


def test_limits_of_a_share_end_at_the_whole() -> None:
    """98 % of small samples: 3σ would reach beyond 100 %."""
    found = analyse([Datum(100 * n / 20, n, 20) for n in (19, 20, 20, 19, 20)], "p", NHS, scale=100).points[0]

    assert found.upper == found.near_upper == 100
    assert found.lower is not None
    assert found.lower < 100


def test_the_test_of_runs_is_about_the_last_segment() -> None:
    """Twelve months before the change, ten after: the ten are told."""
    values = {month: 30 + at % 2 + (at >= 12) * 5 for at, month in enumerate(MONTHS[:22])}
    (kpi_,) = results(kpi(segments=[{"from": "2025-01", "why": "new"}]), observed(values)).kpis

    run = kpi_.series[-1].run
    assert run is not None
    assert (run.n_useful, run.crossings) == (10, 9)


def test_welch_counts_each_samples_own_degrees_of_freedom() -> None:
    """(V₁ + V₂)² ÷ (V₁²/ν₁ + V₂²/ν₂) with 2 and 7 degrees, where the small sample varies most."""
    one, other = sample([1, 5, 12]), sample([3, 4, 3, 4, 3, 4, 3, 4])
    df = (one.variance + other.variance) ** 2 / (one.variance**2 / 2 + other.variance**2 / 7)
    reach = t_quantile(0.975, df) * sqrt(one.variance + other.variance)

    assert df == pytest.approx(2, abs=0.1)
    assert welch(one, other) == pytest.approx((2.5 - reach, 2.5 + reach))


def effect(values: dict[str, float]) -> EffectResult:
    aim = {"kpi": "response", "before": "2025-10..2025-12", "after": "2026-01..2026-03"}
    (found,) = results(
        kpi(), observed(values), actions(action("A-1", effect=aim, **DONE)), as_of=dt.date(2026, 4, 30)
    ).actions
    assert found.effect is not None
    return found.effect


def test_too_few_before_stay_too_few() -> None:
    """One month before, two after: no later month can help."""
    found = effect({"2025-12": 30, "2026-01": 20, "2026-02": 21})

    assert (found.difference_interval, found.why, found.verdict) == (None, "few-readings-before", None)


STEADY = {month: 30 + at % 3 for at, month in enumerate(MONTHS)}


def test_a_signal_speaks_where_readings_are_too_few_for_an_interval() -> None:
    """One month after, but far below what chance explains."""
    found = effect({**STEADY, "2026-01": 10})

    assert (found.difference_interval, found.signal, found.why) == (None, True, "beyond-chance")


def test_a_signal_before_the_action_is_none_of_its_doing() -> None:
    """An improvement in March 2025 says nothing about the first quarter of 2026."""
    found = effect({**STEADY, "2025-03": 10, "2026-01": 30, "2026-02": 32, "2026-03": 31})

    assert not found.signal


def test_a_change_from_below_zero_is_upward() -> None:
    """A net promoter score from −10 to 10: +200 % of its size, not −200 %."""
    assert relative_change(-10, 10) == 2
    values = {"2025-11": -10, "2025-12": -12, "2026-01": 10, "2026-02": 12}
    found = effect(values)
    assert found.change is not None
    assert found.interval is not None
    assert found.interval[0] < found.change < found.interval[1]
    assert found.change > 0


def test_a_forecast_widens_with_the_square_of_alpha() -> None:
    """σ·√(1 + (h − 1)α²) for h = 1, 2, 3."""
    values = dict(zip(MONTHS, [30, 33, 30, 34, 31, 35, 33, 36, 33, 37, 34, 38, 35, 39, 36, 40], strict=False))
    found = results(kpi(), observed(values), as_of=dt.date(2025, 5, 1)).kpis[0].series[-1].forecast

    assert found is not None
    assert 0.1 < found.alpha < 0.99
    reaches = [point.high - point.value for point in found.points]
    assert [reach / reaches[0] for reach in reaches] == pytest.approx([sqrt(1 + h * found.alpha**2) for h in range(3)])


def test_teams_differ_beyond_chance_from_two_standard_deviations_on() -> None:
    """Of eight teams: φ > 1 + 2·√(2/8) = 2."""
    for squared, beyond in ((1.99, False), (2.01, True)):
        found = dispersion([sign * sqrt(squared) for sign in (1, -1)] * 4)
        assert found.phi == pytest.approx(squared)
        assert found.beyond_chance is beyond


def test_limits_of_many_events_are_nearly_exact() -> None:
    """Poisson with a mean of 120: expanded, within a twentieth of an event of what summing up gives."""
    mean = 120.0
    chances = [exp(y * log(mean) - mean - lgamma(y + 1)) for y in range(400)]

    def upper(tail: float) -> float:
        above = 0.0
        for y in reversed(range(400)):
            if above + chances[y] > tail:
                return y + 1 - (tail - above) / chances[y]
            above += chances[y]
        raise AssertionError

    found = rate_limits(mean, 1)
    assert (found.upper_95, found.upper_998) == pytest.approx((upper(0.025), upper(0.001)), abs=0.1)


def compared(teams: dict[str, dict[str, Any]], **definition: Any) -> Comparison:
    (kpi_,) = results(
        organisation(*teams), kpi(**definition), *(observed(values, team=team) for team, values in teams.items())
    ).kpis
    assert kpi_.comparison is not None
    return kpi_.comparison


def test_five_teams_are_enough_to_say_that_all_differ() -> None:
    """And outside 95 % but inside 99.8 % is still inside, though said."""
    share = {"unit": "%", "kind_of_data": "proportion"}
    five = {f"t{at}": {"2026-01": {"n": n, "of": 10000}} for at, n in enumerate((200, 400, 600, 800, 1000))}
    assert compared(five, **share).widened

    aside = {f"t{at}": {"2026-01": {"n": n, "of": 1000}} for at, n in enumerate((100, 100, 133))}
    found = compared(aside, **share).teams[-1]
    assert (found.judgement, found.beyond_95, found.better) == ("inside", True, None)


def test_a_year_that_ends_before_a_leap_day_begins_with_march() -> None:
    """2023-03-01 to 2024-02-28 are twelve months; 28 February 2023 belongs to the year before."""
    days = {"2023-02-28": 9, "2023-03-01": 5, "2024-02-28": 7}
    found = compared({"a": days, "b": days}, frequency="daily")

    assert (found.first, found.last) == (dt.date(2023, 3, 1), dt.date(2024, 2, 28))
    assert [team.value for team in found.teams] == [6, 6]


def derived(more: dict[str, Any]) -> KpiResult:
    """`minutes` is the total over the contacts: b grows in months that a does not have."""
    return next(
        k
        for k in results(
            kpi("a", kind_of_data="value"),
            kpi("b", kind_of_data="value"),
            kpi("share", formula={"of": "a / b", "a": "a", "b": "b"}),
            observed({month: {"value": 3, "n": 10} for month in MONTHS[:2]}, "a"),
            observed({month: {"value": 6, "n": 10} for month in MONTHS[:3]} | more, "b"),
        ).kpis
        if k.id == "share"
    )


def test_a_longer_period_of_a_formula_is_as_whole_as_its_thinnest_operand() -> None:
    """Two months of one operand and three of the other: two of three, and partial."""
    quarter = derived({}).series[-1].coarse[0].points[0]

    assert (quarter.value, quarter.parts, quarter.expected, quarter.partial) == (0.5, 2, 3, True)


def test_of_equal_weights_an_index_moves_in_the_finer_period() -> None:
    """Half its weight is monthly, half quarterly."""
    score = {"score": {"zero": 60, "full": 20}}
    found = results(
        kpi("a", **score),
        kpi("b", frequency="quarterly", **score),
        observed({"2026-01": 40, "2026-02": 40, "2026-03": 40}, "a"),
        observed({"2026-Q1": 20}, "b"),
        {"kind": "index", "id": "sqs", "name": "SQS", "weights": {"a": 0.5, "b": 0.5}},
    ).indices[-1]

    assert found.step == "month"


def test_a_team_belongs_to_a_sum_from_its_first_value_on() -> None:
    """In February both have begun; January is the first team's alone, and March lacks it."""
    teams = {"a": {"2026-01": 3, "2026-02": 4}, "b": {"2026-02": 5, "2026-03": 6}}
    (kpi_,) = results(
        organisation(*teams), kpi(kind_of_data="count"), *(observed(v, team=t) for t, v in teams.items())
    ).kpis

    assert [(p.period, p.value) for p in kpi_.series[0].points] == [("2026-01", 3), ("2026-02", 9), ("2026-03", None)]
