"""The page of an indicator says what its chart shows: the finding, signals, limits, what comes next, what was done."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from rendered import render_documents

MONTHS = [f"{2024 + i // 12}-{i % 12 + 1:02d}" for i in range(36)]
STEADY = [10.0, 11.0, 9.0, 10.5, 9.5, 10.0, 11.0, 9.0, 10.5, 9.5, 10.0, 10.5]
BETTER = [7.0, 7.5, 6.5, 7.0, 7.5, 6.8, 7.2, 7.0]


def _kpi(**more: Any) -> dict[str, Any]:
    return {
        "kind": "kpi",
        "id": "wait",
        "name": {"zh": "等候时间", "en": "Waiting time"},
        "dimension": "efficiency",
        "definition": "d",
        "unit": "min",
        "better": "lower",
        "frequency": "monthly",
        "kind_of_data": "value",
        "decimals": 1,
    } | more


def _observed(kpi: str, team: str, values: Sequence[Any], first: int = 0) -> dict[str, Any]:
    periods = zip(MONTHS[first:], values, strict=False)
    return {"kind": "observations", "team": team, "kpi": kpi, "values": {p: v for p, v in periods if v is not None}}


def _page(lang: str, *documents: dict[str, Any], teams: Sequence[str] = ("desk",), kpi: str = "wait") -> str:
    organisation = {
        "kind": "organisation",
        "id": "o",
        "name": "O",
        "teams": [{"id": t, "name": t.title()} for t in teams],
    }
    site = render_documents([organisation, *documents], lang)
    text = next(page.text for page in site.pages if page.path == f"kpis/{kpi}.md")
    return re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ")


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("lang", "title", "pattern"),
    [
        ("en", "improved since January 2025", "8 months in a row below the mean since January 2025"),
        ("zh", "自2025年1月起改善", "自2025年1月起连续8个月低于均值"),
    ],
)
def test_the_title_is_the_finding(lang: str, title: str, pattern: str) -> None:
    """A shift that goes on is the title, its pattern a row of the table."""
    page = _page(lang, _kpi(), _observed("wait", "desk", STEADY + BETTER))

    assert title in page
    assert pattern in page


def test_a_steady_process_is_not_called_better_or_worse() -> None:
    """Without a signal the title says that there is none, and what the limits mean for the target."""
    page = _page("en", _kpi(target=20), _observed("wait", "desk", STEADY + STEADY))

    assert "usual variation, target reliably met" in page
    assert "the target of 20 min is met even in bad periods" in page
    assert "No signal: nothing goes beyond chance." in page


def test_what_ended_a_short_while_ago_is_told_as_past() -> None:
    """A run that has ended is not announced as a change that lasts."""
    page = _page("en", _kpi(), _observed("wait", "desk", STEADY + BETTER + [10.0, 9.6, 10.4]))

    assert "better until August 2025, then back to usual" in page


def test_direction_that_nobody_prefers_has_no_judgement() -> None:
    """High and low are named as such."""
    page = _page("en", _kpi(better="neither"), _observed("wait", "desk", STEADY + BETTER))

    assert "unusually low since January 2025" in page
    assert "improve" not in page


def test_a_run_chart_says_when_it_cannot_tell() -> None:
    """Below ten values off the median the test of runs is silent, and the page says so."""
    page = _page("en", _kpi(), _observed("wait", "desk", STEADY[:6]))

    assert "too few values yet to tell change from chance" in page
    assert "fewer than 12 values, too few for limits" in page
    assert "No forecast" in page


def test_chart_rules_baseline_and_trial_limits_are_named() -> None:
    """The caption says which chart, by which rules, and on what its limits rest."""
    page = _page(
        "en",
        _kpi(chart="xmr", baseline={"points": 6}, segments=[{"from": "2025-01", "why": "New <desk>"}]),
        _observed("wait", "desk", STEADY + BETTER),
    )

    assert "XmR chart by NHS rules: chosen for this indicator." in page
    assert "Limits come from the first 6 values of each segment and stay." in page
    assert "Trial limits: they rest on only 6 values." in page, "what a whole baseline fixes moves no more"
    assert "New &lt;desk&gt;" in page


def test_what_is_too_short_to_judge_is_not_called_noise() -> None:
    """Neither icon nor signal table claims anything of a run chart without its ten values."""
    page = _flat(_page("en", _kpi(), _observed("wait", "desk", STEADY[:3])))

    assert "Too few values to judge" in page
    assert "Too few values to look for patterns yet." in page
    assert "usual variation" not in page and "No signal" not in page


def test_a_promise_about_the_target_holds_only_while_nothing_changes() -> None:
    """Beside a signal the limits are only compared with the target; on trial limits the promise is qualified."""
    changed = _flat(_page("en", _kpi(target=20), _observed("wait", "desk", STEADY + BETTER)))
    few = _flat(_page("en", _kpi(target=20, chart="xmr"), _observed("wait", "desk", STEADY[:8])))
    equal = _flat(_page("en", _kpi(target=20), _observed("wait", "desk", [7.0] * 13)))

    assert "would be usual; all of these meet the target of 20 min." in changed
    assert "While nothing changes" not in changed and "even in bad periods" not in changed
    assert "usual variation, as far as 8 values can tell" in few
    assert "As far as 8 values can tell, values from" in few
    assert "while nothing changes, 7.0 min is to be expected" in equal


def test_a_run_chart_that_was_asked_for_has_no_limits_however_long_it_is() -> None:
    """It is not said to wait for more values."""
    page = _flat(_page("en", _kpi(target=20, chart="run"), _observed("wait", "desk", STEADY + BETTER)))

    assert "A run chart has no control limits" in page
    assert "Too few values for control limits" not in page


def test_an_excluded_point_says_why() -> None:
    """The reason stands in the tooltip, in the data table and in the notes."""
    values = [*STEADY]
    values[4] = 90.0
    documents = [_kpi(exclude=[{"period": MONTHS[4], "why": "Flood"}]), _observed("wait", "desk", values)]
    page = _page("en", *documents)

    assert page.count("Shown, not counted: Flood") >= 1
    assert page.count("Flood") >= 2


def _action(**more: Any) -> dict[str, Any]:
    action = {
        "id": "A-1",
        "title": "Second <queue>",
        "for": ["wait"],
        "type": "improvement",
        "owner": "desk",
        "opened": "2024-11-01",
        "due": "2024-12-20",
        "status": "done",
        "done": "2024-12-10",
    } | more
    return {"kind": "actions", "team": "desk", "actions": [action]}


def test_actions_are_numbered_on_the_chart_and_named_beside_the_signal() -> None:
    """The number of the flag is the number in the list and beside the signal that began after it."""
    page = _flat(_page("en", _kpi(), _observed("wait", "desk", STEADY + BETTER), _action()))

    assert "On the chart 1 2024-12-10 Done: Second &lt;queue&gt;" in page
    assert "improvement 1 Second &lt;queue&gt;" in page


def test_what_the_data_say_stands_beside_the_verification() -> None:
    """Before, after, difference with interval, verdict with its rule; a contradiction is pointed out."""
    effect = {"kpi": "wait", "before": "2024-01..2024-12", "after": "2025-01..2025-08"}
    verified = {"date": "2025-10-01", "by": "somebody", "result": "ineffective"}
    action = _action(status="verified", effect=effect, verification=verified)
    page = _flat(_page("en", _kpi(), _observed("wait", "desk", STEADY + BETTER), action))

    assert "% (better)" in page
    assert "Better beyond chance" in page
    assert "The data show more than the verification says." in page


def test_a_derived_indicator_shows_its_formula_and_where_it_fails() -> None:
    """Operands are linked with their units; a division by zero is a reason, not a zero."""
    ratio = _kpi(id="ratio", name="Ratio", unit="", formula={"of": "a / b", "a": "wait", "b": "staff"})
    staff = _kpi(id="staff", name="Staff", unit="people")
    observed = [_observed("wait", "desk", STEADY), _observed("staff", "desk", [2.0] * 11 + [0.0])]
    page = _flat(_page("en", ratio, staff, _kpi(), *observed, kpi="ratio"))

    assert "Formula a / b" in page
    assert "a Waiting time (min)" in page and "b Staff (people)" in page
    assert "Division by zero: Staff is 0" in page


def test_teams_that_cannot_be_pooled_have_charts_of_their_own() -> None:
    """Values without sample sizes make no value of the organisation; the page says so and shows every team."""
    teams = ("desk", "hall")
    page = _flat(_page("en", _kpi(), *(_observed("wait", t, STEADY) for t in teams), teams=teams))

    assert "No value can be formed for the whole organisation" in page
    assert "Desk: usual variation" in page and "Hall: usual variation" in page


def test_a_small_team_is_not_blamed_for_noise() -> None:
    """The same share stands outside the funnel of a large team and inside that of a small one."""
    teams = ("big", "small", "middle")
    share = _kpi(kind_of_data="proportion", unit="%", better="higher")
    sizes = {"big": (8000, 10000), "small": (8, 10), "middle": (9100, 10000)}
    observed = [_observed("wait", team, [{"n": n, "of": of}] * 12) for team, (n, of) in sizes.items()]
    page = _flat(_page("en", share, *observed, teams=teams))

    assert "2 of 3 teams stand out beyond chance" in page
    assert "Big (80.0%, worse)" in page and "Small (80.0%" not in page.split("Outside the 99.8% limits")[1][:60]
    assert "nobody is blamed for noise" in page


def test_quarters_pool_their_months() -> None:
    """Quarters and years say how they were made and when they are incomplete."""
    values = [{"value": v, "n": 10} for v in STEADY[:4]]
    page = _flat(_page("en", _kpi(), _observed("wait", "desk", values)))

    assert "Mean of the periods inside, weighted by sample size." in page
    assert "2024 Q1 10.0 n = 30 3 of 3" in page
    assert "2024 Q2 10.5 n = 10 1 of 3 incomplete" in page


def test_downloads_hold_limits_and_signals() -> None:
    """The chart's JSON has the limits, signals and judgement of every point."""
    organisation = {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "desk", "name": "Desk"}]}
    site = render_documents([organisation, _kpi(), _observed("wait", "desk", STEADY + BETTER)], "en")
    data = json.loads(next(str(a.content) for a in site.assets if a.path == "assets/charts/kpi-wait.json"))
    last = data["data"]["points"][-1]

    assert last["signals"].split()[-1] == "shift" and last["judgement"] == "improvement"
    assert last["lower"] < last["centre"] < last["upper"]


def test_a_month_of_a_year_that_is_left_out_says_why() -> None:
    """The reason stands at the year; each of its months shows it, and nothing claims that no value was supplied."""
    documents = (
        _kpi(exclude=[{"period": "2024", "why": {"en": "moved house"}}]),
        _observed("wait", "desk", STEADY),
    )
    text = _flat(_page("en", *documents))

    assert text.count("Shown, not counted: moved house") == len(STEADY)
    assert "Desk: Every value is left out, so nothing is judged" in text
    assert "Desk: No value supplied" not in text


def test_trial_limits_name_the_values_they_rest_on() -> None:
    """Of a baseline of twelve one is left out: the limits rest on eleven, and move no more."""
    text = _flat(
        _page(
            "en",
            _kpi(baseline={"points": 12}, exclude=[{"period": "2024-03", "why": "flood"}]),
            _observed("wait", "desk", [*STEADY, *STEADY]),
        )
    )

    assert "usual variation, as far as 11 values can tell" in text
    assert "Trial limits: they rest on only 11 values." in text
    assert "still move" not in text


@pytest.mark.parametrize(
    ("factor", "latest", "limits"),
    [
        (1e-12, "1.05 × 10⁻¹¹ min, up 5 × 10⁻¹³ min", "values from 7.0 × 10⁻¹² to 1.31 × 10⁻¹¹ min"),
        (1e12, "10,500,000,000,000 min, up 500,000,000,000 min", "from 7,018,939,393,939 to 13,064,393,939,394 min"),
        (1e30, "10,500,000,000,000,001,000,000,000,000,000 min", "values from 7,018,939,393,939,39"),
    ],
)
def test_the_largest_and_the_smallest_numbers_are_told_apart(factor: float, latest: str, limits: str) -> None:
    """What six decimals would show as nought is written as a power of ten; what is large has every digit.

    Mean 120.5 ÷ 12, mean moving range 12.5 ÷ 11, so limits at 10.042 ± 2.66 · 1.136.
    """
    kpi = _kpi()
    del kpi["decimals"]
    text = _flat(_page("en", kpi, _observed("wait", "desk", [value * factor for value in STEADY])))

    assert latest in text.replace("\u2009", " ")
    assert limits in text.replace("\u2009", " ")


def test_a_rare_event_has_no_forecast_and_says_why() -> None:
    """Enough values or not, what lies between two events cannot be told ahead."""
    text = _flat(_page("en", _kpi(kind_of_data="rare-event"), _observed("wait", "desk", [*range(3, 27)])))

    assert "No forecast: what lies between two rare events varies too much for one." in text
