"""Process control in the results of an indicator: its chart and why, segments, exclusions, gaps, facts and icons."""

from __future__ import annotations

from typing import Any

import pytest

from assess_workspace import kpi, observed, organisation, results
from auditloop.assess.results import Series

SHARE = {"unit": "%", "kind_of_data": "proportion", "better": "higher"}
STEADY = [30, 34, 31, 35, 30, 33, 36, 30, 34, 31, 35, 32]
"""A dozen values that are noise."""


def months(values: list[Any], start: int = 0) -> dict[str, Any]:
    """Values of successive months from January 2024 on."""
    return {f"{2024 + at // 12}-{at % 12 + 1:02d}": value for at, value in enumerate(values, start)}


def series(values: dict[str, Any], **more: Any) -> Series:
    return results(kpi(**more), observed(values)).kpis[0].series[-1]


def judged(found: Series) -> dict[str, tuple[tuple[str, ...], str | None]]:
    return {point.period: (point.signals, point.judgement) for point in found.points if point.signals}


def test_eight_months_below_the_mean_are_told_as_one_fact() -> None:
    """From the ninth value on each is below: one signal, still going on, an improvement where lower is better."""
    found = series(months([40, 44, 41, 45, 40, 43, 46, 42, 30, 31, 29, 30, 32, 30, 31, 29]))

    shift = next(signal for signal in found.signals if signal.rule == "shift" and signal.side == "below")
    assert (shift.from_, shift.to, shift.n) == ("2024-09", "2025-04", 8)
    assert (shift.ongoing, shift.judgement, found.variation) == (True, "improvement", "improvement")


def test_a_signal_that_is_over_says_so() -> None:
    """A single value outside in the middle of the series is no news of today."""
    found = series(months([*STEADY, 80, *STEADY]))

    assert [(s.rule, s.from_, s.to, s.n, s.ongoing) for s in found.signals] == [
        ("outside", "2025-01", "2025-01", 1, False)
    ]
    assert judged(found) == {"2025-01": (("outside",), "concern")}
    assert found.variation == "common"


def test_a_segment_starts_at_the_first_value_on_or_after_its_date() -> None:
    """Mid-month belongs to the month after; limits start anew there, with the reason, and are trial limits."""
    values = months([*STEADY, *[value - 20 for value in STEADY[:6]]])
    found = series(values, segments=[{"from": "2024-12-15", "why": {"zh": "新系统", "en": "new system"}}])

    first, second = found.segments
    assert (first.from_, first.to, first.n, first.trial, first.why) == ("2024-01", "2024-12", 12, False, None)
    assert (second.from_, second.to, second.n, second.trial) == ("2025-01", "2025-06", 6, True)
    assert second.why == {"zh": "新系统", "en": "new system"}
    assert judged(found) == {}
    assert found.points[11].centre == first.centre
    assert found.points[12].centre == second.centre


def test_a_segment_that_starts_with_or_before_the_data_changes_nothing() -> None:
    """A team that joined after the change has one segment, without a reason."""
    found = series(months(STEADY), segments=[{"from": "2023-06", "why": "before"}, {"from": "2024-01", "why": "then"}])

    assert [(s.from_, s.why) for s in found.segments] == [("2024-01", None)]


def test_a_missing_month_neither_breaks_nor_extends_a_run() -> None:
    """Seven months below with a gap among them are seven in a row."""
    values = months([40, 44, 41, 45, 40, 43, 46, 42, 30, 31, 29, 30, 32, 30, 31, 29])
    del values["2024-11"]
    found = series(values)

    shift = next(signal for signal in found.signals if signal.rule == "shift" and signal.side == "below")
    gap = found.points[10]
    assert (shift.n, shift.from_, shift.to) == (7, "2024-09", "2025-04")
    assert (gap.value, gap.centre, gap.signals, gap.judgement) == (None, None, (), None)


def test_an_excluded_month_is_drawn_between_limits_that_do_not_know_it() -> None:
    """900 in the middle: the limits are those of the other values, and it is no signal."""
    found = series(months([*STEADY, 900, *STEADY]), exclude=[{"period": "2025-01", "why": "flood"}])
    without = series(months([*STEADY, *STEADY]))

    point = found.points[12]
    assert (point.excluded, point.signals, point.judgement) == (True, (), None)
    assert (point.centre, point.upper) == (found.points[0].centre, found.points[0].upper)
    assert [found.segments[0].n, found.segments[0].centre, found.segments[0].upper] == [
        24,
        without.segments[0].centre,
        without.segments[0].upper,
    ]


def test_where_everything_is_excluded_nothing_is_judged() -> None:
    """No centre, no limits, no icons."""
    found = series(months(STEADY), exclude=[{"period": "2024", "why": "rebuilding"}], target=30)

    assert (found.latest, found.variation, found.assurance, found.run) == (None, None, None, None)
    assert [(s.n, s.centre, s.lower) for s in found.segments] == [(0, None, None)]


def test_a_baseline_freezes_the_limits_of_each_segment() -> None:
    """Of twelve and of four values: what comes later does not move them."""
    more = {"baseline": {"points": 4}, "segments": [{"from": "2025-01", "why": "x"}], "chart": "xmr"}
    found = series(months([*STEADY, 20, 22, 21, 23, 90]), **more)

    assert [s.centre for s in found.segments] == [32.5, 21.5]
    assert [s.trial for s in found.segments] == [True, True]
    assert "outside" in found.points[-1].signals


def test_one_value_has_no_limits() -> None:
    """An individuals chart of one value is its centre line alone."""
    found = series({"2024-01": 30}, chart="xmr", target=20)

    assert (found.segments[0].centre, found.segments[0].lower, found.segments[0].trial) == (30, None, False)
    assert (found.variation, found.assurance) == ("common", None)


@pytest.mark.parametrize(
    ("more", "values", "chart", "reason", "rules"),
    [
        ({}, STEADY, "xmr", "value", "nhs"),
        ({}, STEADY[:11], "run", "few-points", "anhoej"),
        ({"rules": "anhoej"}, STEADY, "run", "rules", "anhoej"),
        ({"rules": "anhoej", "chart": "xmr"}, STEADY, "xmr", "asked", "anhoej"),
        ({"rules": "wheeler", "chart": "run"}, STEADY, "run", "asked", "anhoej"),
        ({"rules": "wheeler"}, STEADY, "xmr", "value", "wheeler"),
        (SHARE, [{"n": n, "of": 50} for n in STEADY], "p", "proportion", "nhs"),
        (SHARE, [{"n": n * 1000, "of": 50000} for n in STEADY], "p-prime", "over-dispersed", "nhs"),
        (SHARE, [*({"n": n, "of": 50} for n in STEADY), 66.1], "xmr", "no-denominators", "nhs"),
        ({**SHARE, "chart": "p"}, [*({"n": n, "of": 50} for n in STEADY), 66.1], "xmr", "no-denominators", "nhs"),
        ({**SHARE, "chart": "xmr"}, [{"n": n, "of": 50} for n in STEADY], "xmr", "asked", "nhs"),
        ({"kind_of_data": "rate"}, [{"n": n, "of": 900} for n in STEADY], "u", "rate", "nhs"),
        ({"kind_of_data": "rate"}, [{"n": n * 99, "of": 900} for n in STEADY], "u-prime", "over-dispersed", "nhs"),
        ({"kind_of_data": "count"}, STEADY, "c", "count", "nhs"),
        ({"kind_of_data": "count"}, [n * 99 for n in STEADY], "xmr", "over-dispersed", "nhs"),
        ({"kind_of_data": "rare-event"}, STEADY, "g", "whole-numbers", "nhs"),
        ({"kind_of_data": "rare-event"}, [n + 0.5 for n in STEADY], "t", "times", "nhs"),
    ],
)
def test_the_chart_and_why(more: dict[str, Any], values: list[Any], chart: str, reason: str, rules: str) -> None:
    """By kind of data, by how many values there are and how they come, and by whether they vary more than chance."""
    found = series(months(values), **more)

    assert (found.chart, found.chart_reason, found.rules) == (chart, reason, rules)


def test_a_shift_is_not_taken_for_over_dispersion() -> None:
    """Half the months near 10 %, the others near 40 %: two steady processes, not an unsteady one."""
    values = [{"n": n, "of": 500} for n in [50, 54, 46, 51, 55, 47, 53, 48, 52, 49, 55, 46]]
    found = series(months([*values, *({"n": v["n"] + 150, "of": 500} for v in values)]), **SHARE)

    assert found.chart == "p"


def test_limits_of_shares_are_in_the_unit_and_know_the_size_of_the_sample() -> None:
    """p̄ = 64 %; of 100 the limits are 64 ± 14.4, of 25 they are 64 ± 28.8."""
    found = series(months([{"n": 16 * k, "of": 25 * k} for k in [4, 1] * 6]), **SHARE)

    assert (found.points[0].lower, found.points[0].upper) == (pytest.approx(49.6), pytest.approx(78.4))
    assert (found.points[1].lower, found.points[1].upper) == (pytest.approx(35.2), pytest.approx(92.8))
    assert found.points[0].signals == ()


@pytest.mark.parametrize(
    ("better", "target", "assurance"),
    [
        ("lower", 60, "pass"),
        ("lower", 5, "fail"),
        ("lower", 33, "hit-or-miss"),
        ("higher", 60, "fail"),
        ("higher", 5, "pass"),
        ("neither", 60, None),
    ],
)
def test_whether_the_target_will_be_met(better: str, target: float, assurance: str | None) -> None:
    """Limits of about 23 to 43: a target beyond them is met always or never."""
    assert series(months(STEADY * 2), better=better, target=target).assurance == assurance


def test_assurance_asks_the_last_segment_and_the_target_in_force() -> None:
    """Before the change the target was out of reach; now it always holds."""
    found = series(
        months([*STEADY, *[value - 20 for value in STEADY]]),
        segments=[{"from": "2025-01", "why": "x"}],
        target=[{"from": "2024-01", "value": 10}, {"from": "2025-06", "value": 30}],
    )

    assert found.assurance == "pass"


def test_a_run_chart_counts_runs_about_the_median() -> None:
    """Eleven values of which one is the median: ten useful, six in a row are no signal yet, one crossing is."""
    found = series(months([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))

    assert found.run is not None
    assert (found.run.n_useful, found.run.longest, found.run.longest_max) == (10, 5, 6)
    assert (found.run.crossings, found.run.crossings_min, found.run.signal) == (1, 2, True)
    assert (found.segments[0].centre, found.segments[0].lower) == (6, None)


def test_the_organisation_has_a_chart_of_its_pooled_values() -> None:
    """Two teams of 50 each are one sample of 100, with narrower limits."""
    values = months([{"n": n, "of": 50} for n in STEADY])
    found = results(
        organisation("front-desk", "call-centre"),
        kpi(**SHARE),
        observed(values),
        observed(values, team="call-centre"),
    ).kpis[0]

    whole, team = found.series[0], found.series[1]
    assert (whole.chart, whole.points[0].centre) == ("p", team.points[0].centre)
    assert whole.points[0].upper is not None and team.points[0].upper is not None
    assert whole.points[0].upper < team.points[0].upper


@pytest.mark.parametrize("chart", ["xmr", "run", "u", "u-prime"])
def test_next_to_nothing_as_denominator_gives_no_value(chart: str) -> None:
    """Numbers too large to add up are no values, and nothing is charted."""
    found = series(months([{"n": n, "of": 1e-295} for n in STEADY]), kind_of_data="rate", per=1e12, chart=chart)

    assert (found.latest, found.segments) == (None, [])


def test_a_baseline_an_exclusion_and_a_segment_combine() -> None:
    """Of the twelve values that freeze the second segment one is left out: eleven make its limits, for good."""
    values = [*STEADY, *[value - 20 for value in STEADY], *[13] * 6]
    found = series(
        months(values),
        baseline={"points": 12},
        segments=[{"from": "2025-01", "why": "new system"}],
        exclude=[{"period": "2025-03", "why": "flood"}],
    )

    first, second = found.segments
    of_base = [value - 20 for at, value in enumerate(STEADY) if at != 2]
    assert (first.n, first.base, first.fixed, first.trial) == (12, 12, True, False)
    assert (second.n, second.base, second.fixed, second.trial) == (17, 11, True, True)
    assert second.centre == pytest.approx(sum(of_base) / 11)


def test_limits_move_until_the_baseline_is_there_as_a_whole() -> None:
    """Nine values of a baseline of ten, one of them left out: the tenth fixes the limits, though nine count then."""
    left_out = [{"period": "2024-02", "why": "flood"}]
    nine, ten = (
        series(months(STEADY[:count]), baseline={"points": 10}, exclude=left_out, chart="xmr").segments[0]
        for count in (9, 10)
    )

    assert (nine.base, nine.fixed) == (8, False)
    assert (ten.base, ten.fixed) == (9, True)


@pytest.mark.parametrize(("better", "assurance"), [("lower", "pass"), ("higher", "pass"), ("neither", None)])
def test_what_is_always_on_target_meets_it(better: str, assurance: str | None) -> None:
    """No complaint in any of fifteen months, and a target of none: chance decides nothing here."""
    assert series(months([0] * 15), kind_of_data="count", target=0, better=better).assurance == assurance
