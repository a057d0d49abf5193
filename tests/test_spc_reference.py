"""Process control gives the numbers of published sources: every case in cases/spc, at the tolerance it states.

Where we differ on purpose, the cases are named here with the reason, and held to the difference exactly.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from auditloop.assess.pareto import pareto
from auditloop.assess.spc import PROFILES, Analysis, Datum, Profile, RunTest, analyse, assurance
from auditloop.assess.spc.individuals import RANGE_LIMIT, mean_range, moving_ranges
from auditloop.assess.spc.noise import side
from auditloop.assess.spc.runs import run_test

CASES = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted((Path(__file__).parent / "cases/spc").iterdir())
}
NOT_OFFERED = {
    "qic-16-iprime-complaints": "i′: rates with unlike denominators have u and u′",
    "qic-29-xbar-montgomery-6-4": "x̄: an indicator has one value per period, no subgroups of measurements",
    "qic-30-s-montgomery-6-4": "s: the same",
}
BEYOND_COUNTS = {
    "nhs-01-ae-rjz-breaches": ["2018-11-01", "2019-03-01"],
    "nhs-04-ae-rrk-no-rebase": ["2017-01-01"],
    "nhs-05-ae-perf-consistent-fail": ["2018-11-01", "2019-03-01"],
    "nhs-06-ae-perf-rqm-target": ["2017-03-01"],
    "nhs-09-neutral-direction": ["2018-11-01", "2019-03-01"],
    "nhs-12-fix-after-12": ["2018-11-01"],
    "nhs-13-rebase-and-fix": ["2017-11-01"],
    "nhs-26-missing-month": ["2018-11-01", "2019-03-01"],
    "nhs-28-rebase-date-not-in-data": ["2017-01-01"],
}
"""Points shown as two-of-three by us and as a shift to the same side by the package: with us, as NHS England announced
in November 2023, points beyond the outer limit count for two-of-three."""
TRIAL_UP_TO_12 = {"nhs-08-ae-total-two-rebases"}
"""The package warns below 13 points where its text, and we, say below 12."""


class Setting(NamedTuple):
    """A case in our words."""

    chart: str
    data: list[Datum]
    profile: Profile
    starts: list[int]
    baseline: int | None
    scale: float


def of_chart(*charts: str) -> list[Any]:
    """The cases of these kinds of chart, as parameters of a test."""
    return [pytest.param(case, id=name) for name, case in CASES.items() if case["chart"] in charts]


CONTROL = ("xmr", "run", "p", "pp", "u", "up", "c", "i", "g", "t")
NHS = [p for p in of_chart("xmr") if str(p.id).startswith("nhs")]
QIC = [p for p in of_chart(*CONTROL) if str(p.id).startswith("qic")]


def test_every_case_is_run_or_named_with_its_reason() -> None:
    """Nobody can add a case that is not looked at."""
    looked_at = {str(p.id) for p in [*NHS, *QIC, *NIST, *RANGES, *PARETO]}

    assert looked_at | set(NOT_OFFERED) == set(CASES)
    assert not looked_at & set(NOT_OFFERED)


@pytest.mark.parametrize("case", NHS)
def test_as_nhsrplotthedots(case: Mapping[str, Any]) -> None:
    """Limits, the signal shown and what it means for every point, icons and assurance are those of the package."""
    setting, better = nhs_setting(case), BETTER[case["parameters"]["improvement_direction"]]
    setting = setting._replace(profile=setting.profile._replace(near_beyond=False))
    close = tolerance(case)

    ours, neutral = run(setting, better), run(setting, "neither")

    for found, other, expected in zip(ours.points, neutral.points, case["expected"]["points"], strict=True):
        assert (found.centre, found.lower, found.upper) == tuple(close(expected[k]) for k in ("mean", "lpl", "upl"))
        assert label(other.signals, other.judgement) == expected["special_cause"], expected
        assert expected["point_type"] in (POINT_TYPES[found.judgement], "special_cause_neutral_" + found.judgement)
    for segment, expected in zip(ours.segments, case["expected"]["segments"], strict=True):
        assert (segment.n, segment.centre) == (expected["n"], close(expected["mean"]))
        assert segment.trial == (expected["short_group_warning"] and case["id"] not in TRIAL_UP_TO_12)
    last = ours.segments[-1]
    target = case["parameters"]["target"]
    assert icon(ours, neutral) == case["expected"]["variation_icon"]
    assert ASSURANCE[assurance(target, last.lower, last.upper, better)] == case["expected"]["assurance"]


@pytest.mark.parametrize("case", NHS)
def test_beyond_the_outer_limit_counts_for_two_of_three(case: Mapping[str, Any]) -> None:
    """Our one difference in signals: what is shown differs at exactly the points named above, and in that way."""
    setting = nhs_setting(case)

    ours = run(setting, "neither")

    shown = {x(row): label(p.signals, p.judgement) for row, p in zip(case["data"], ours.points, strict=True)}
    published = {x(point): point["special_cause"] for point in case["expected"]["points"]}
    different = [at for at in shown if shown[at] != published[at]]
    assert different == BEYOND_COUNTS.get(case["id"], [])
    assert all(shown[at] == published[at].replace("7 Points", "2 in 3") for at in different)


@pytest.mark.parametrize("case", QIC)
def test_as_qicharts2(case: Mapping[str, Any]) -> None:
    """Lines and near lines of every point, points outside, and the test of runs of every part are the package's.

    An excluded point is not judged with us; the package marks it where it lies outside.
    """
    setting, close = qic_setting(case), tolerance(case)

    ours = run(setting)

    for found, datum, expected in zip(ours.points, setting.data, case["expected"]["points"], strict=True):
        lines = (found.centre, found.lower, found.upper, found.near_lower, found.near_upper)
        assert datum.value == close(expected["y"])
        assert lines == tuple(close(expected[k]) for k in ("cl", "lcl", "ucl", "lcl_2sigma", "ucl_2sigma"))
        assert ("outside" in found.signals) == (expected["outside_limits"] and datum.counted)
    for segment, expected in zip(ours.segments, case["expected"]["parts"], strict=True):
        assert segment.n == expected["n_obs"]
        assert segment.run == expected_run(expected)


NIST = [p for p in of_chart("p") if str(p.id).startswith("pub")]


@pytest.mark.parametrize("case", NIST)
def test_as_the_nist_handbook(case: Mapping[str, Any]) -> None:
    """Limits as published, and computed exactly; the points outside are the ones named."""
    setting, expected = qic_setting(case), case["expected"]
    published = case["tolerance"]["published_abs"]

    ours = run(setting)
    segment = ours.segments[0]
    lines = (segment.centre, segment.upper, segment.lower)

    assert lines == tuple(tolerance(case)(expected[k]) for k in ("cl", "ucl", "lcl"))
    assert lines == tuple(pytest.approx(each, abs=published, rel=0) for each in expected["published"])
    assert [at + 1 for at, f in enumerate(ours.points) if "outside" in f.signals] == expected["points_outside"]


RANGES = of_chart("mr")


@pytest.mark.parametrize("case", RANGES)
def test_the_moving_ranges_behind_individuals(case: Mapping[str, Any]) -> None:
    """There is no chart of moving ranges, but its centre and limit are what screening rests on."""
    setting, close = qic_setting(case), tolerance(case)
    expected = case["expected"]

    ranges = moving_ranges([datum.value for datum in setting.data])
    mean = mean_range(moving_ranges([datum.value for datum in setting.data[: setting.baseline]]), screened=False)

    assert ranges == [close(point["y"]) for point in expected["points"][1:]]
    assert all(mean == close(point["cl"]) for point in expected["points"])
    assert all(RANGE_LIMIT * mean == close(point["ucl"]) for point in expected["points"])
    assert run_test([side(each, mean) for each in ranges]) == expected_run(expected["parts"][0])


PARETO = of_chart("pareto")


@pytest.mark.parametrize("case", PARETO)
def test_the_pareto_chart(case: Mapping[str, Any]) -> None:
    """Counts, shares and running shares in the order of the source."""
    close, expected = tolerance(case), case["expected"]

    ours = pareto(name for name, count in case["data"].items() for _ in range(count))

    assert [(c.key, c.n) for c in ours] == [(row["category"], row["count"]) for row in expected]
    assert [c.share for c in ours] == [close(row["share"]) for row in expected]
    assert [c.cumulative for c in ours] == [close(row["cum_share"]) for row in expected]
    assert list(accumulate(c.n for c in ours)) == [row["cum_count"] for row in expected]


# --- a case in our words --------------------------------------------------------------------------------------------

BETTER = {"increase": "higher", "decrease": "lower", "neutral": "neither"}
POINT_TYPES = {
    "common": "common_cause",
    "improvement": "special_cause_improvement",
    "concern": "special_cause_concern",
    "high": "special_cause_neutral",
    "low": "special_cause_neutral",
}
ASSURANCE = {"pass": "consistent_pass", "fail": "consistent_fail", "hit-or-miss": "inconsistent", None: None}
LABELS = {
    "outside": {"high": "Above UCL", "low": "Below LCL"},
    "trend": {"high": "7 Point Trend (Increasing)", "low": "7 Point Trend (Decreasing)"},
    "two-of-three": {"high": "2 in 3 Above CL", "low": "2 in 3 Below CL"},
    "shift": {"high": "7 Points Above CL", "low": "7 Points Below CL"},
}
CHARTS = {"i": "xmr", "pp": "p-prime", "up": "u-prime"}
NUMERATORS = ("r", "readmissions", "harmed", "harms", "count", "gap", "hours", "cost", "y", "n")
DENOMINATORS = ("days", "size", "meters", "n")


def nhs_setting(case: Mapping[str, Any]) -> Setting:
    parameters = case["parameters"]
    dates = parameters["rebase_dates"] or []
    dates = [dates] if isinstance(dates, str) else dates
    profile = PROFILES["nhs" if parameters["screen_outliers"] else "nhs-excel"]
    assert (profile.factor, profile.shift, profile.trend) == tuple(
        parameters[key] for key in ("limit_multiplier", "shift_n", "trend_n")
    )
    return Setting(
        chart="xmr",
        data=[Datum(row["y"]) for row in case["data"]],
        profile=profile,
        # The package takes no notice of a date without observation (nhs-28); an indicator starts the segment at the
        # next observation, which is decided before it gets here.
        starts=[at for at, row in enumerate(case["data"]) if x(row) in dates],
        baseline=parameters["fix_after_n_points"],
        scale=1,
    )


def qic_setting(case: Mapping[str, Any]) -> Setting:
    parameters = case["parameters"]
    profile, scale = PROFILES["anhoej"], parameters.get("multiply", 1)
    excluded = {number - 1 for number in parameters.get("exclude", ())}
    shares = CHARTS.get(case["chart"], case["chart"]) in ("p", "p-prime", "u", "u-prime")
    return Setting(
        chart=CHARTS.get(case["chart"], case["chart"]),
        data=[_datum(row, scale, at not in excluded, shares) for at, row in enumerate(case["data"])],
        profile=profile._replace(screened=parameters.get("screen_moving_ranges", True)),
        starts=[parameters["part_after"]] if "part_after" in parameters else [],
        baseline=parameters.get("freeze"),
        scale=scale,
    )


def _datum(row: Mapping[str, Any], scale: float, counted: bool, shares: bool) -> Datum:
    numerator = next(key for key in NUMERATORS if key in row and not (shares and key == "n" and len(row) < 3))
    if not shares:
        return Datum(row[numerator], counted=counted)
    of = next(row[key] for key in DENOMINATORS if key in row and key != numerator)
    return Datum(scale * row[numerator] / of, row[numerator], of, counted)


def run(setting: Setting, better: str = "neither") -> Analysis:
    return analyse(
        setting.data,
        setting.chart,
        setting.profile,
        better=better,
        starts=setting.starts,
        baseline=setting.baseline,
        scale=setting.scale,
    )


def tolerance(case: Mapping[str, Any]) -> Any:
    """A number of the case, to be compared at its tolerance."""
    limits = case["tolerance"]

    def close(value: float | None) -> Any:
        return None if value is None else pytest.approx(value, abs=limits["abs"], rel=limits.get("rel", 0))

    return close


def expected_run(part: Mapping[str, Any]) -> RunTest:
    return RunTest(
        part["n_useful"],
        part["longest_run"],
        part["longest_run_max"],
        part["n_crossings"],
        part["n_crossings_min"],
        part["runs_signal"],
    )


def x(row: Mapping[str, Any]) -> str:
    return str(row["x"])


def label(signals: Sequence[str], direction: str) -> str:
    return LABELS[signals[0]][direction] if signals else "Common Cause"


def icon(ours: Analysis, neutral: Analysis) -> str:
    meaning, direction = ours.points[-1].judgement, neutral.points[-1].judgement
    if meaning == "common":
        return "common_cause"
    return f"neutral_{direction}" if meaning in ("high", "low") else f"{meaning}_{direction}"
