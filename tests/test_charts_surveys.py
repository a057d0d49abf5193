"""Charts of surveys: every mark inside its scale, every label at its mark and none on another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from auditloop.render.charts import Chart, overlay
from auditloop.render.charts.layout import beside, ems


def chart(kind: str, **datasets: Sequence[dict[str, Any]]) -> Chart:
    return Chart(id="s", kind=kind, datasets=datasets, lang="en", title="t", description="d")


def params(of: Chart) -> dict[str, Any]:
    return {each["name"]: each.get("value") for each in overlay(of)["params"]}


def surveys(n: int) -> list[dict[str, Any]]:
    quarters = [(2020 + at // 4, at % 4) for at in range(n)]
    return [
        {"x": f"{year}-{3 * q + 1:02d}-01", "name": f"{year} Q{q + 1}", "value": 80 + q, "low": 70 + q, "high": 90 + q}
        for year, q in quarters
    ]


@pytest.mark.parametrize("n", [1, 2, 8, 40])
def test_the_latest_survey_is_always_named(n: int) -> None:
    """Under its dot, on a phone too; of the others as many as find room, none on another."""
    names = overlay(chart("interval-trend", points=surveys(n)))["datasets"]["names"]

    assert names[-1]["label"] == surveys(n)[-1]["name"] and names[-1]["small"]
    assert sum(each["small"] for each in names) <= len(names) <= n
    assert n != 8 or len(names) == 8


def test_whiskers_lie_inside_the_scale() -> None:
    """Of surveys over time and of teams beside each other: both ends of every interval, and what all are together."""
    trend = params(chart("interval-trend", points=surveys(8)))
    rows = [{"name": "a", "order": 0, "value": 80.0, "low": 60.0, "high": 95.0}]
    teams = params(chart("intervals", rows=rows, centre=[{"value": 99.0, "label": "all"}]))

    assert trend["low"] < 70 and trend["high"] > 93
    assert teams["low"] < 60 and teams["high"] > 99


def test_a_survey_without_an_interval_has_a_dot_alone() -> None:
    """Where nothing says what chance does there is no whisker, but a value."""
    points = [{**surveys(1)[0], "low": None, "high": None}]

    found = overlay(chart("interval-trend", points=points))["datasets"]["points"]

    assert (found[0]["value"], found[0]["low"], found[0]["high"]) == (80, None, None)


def test_the_ground_line_stands_where_the_scale_crosses_nought() -> None:
    """A net promoter score below nought is seen as such; where all are above there is only the foot of the chart."""
    below = [{**surveys(1)[0], "value": -5, "low": -15, "high": 5}]

    assert {"value": 0} in overlay(chart("interval-trend", points=below))["datasets"]["ground"]
    assert len(overlay(chart("interval-trend", points=surveys(3)))["datasets"]["ground"]) == 1


def test_quadrants_hold_points_and_cross_hairs() -> None:
    """With room around them, also where all points stand in one place."""
    for spread in (0.0, 0.5):
        points = [
            {"name": f"topic {at}", "value": 4 + spread * at, "importance": 4 - spread * at, "signal": "common"}
            for at in range(3)
        ]
        found = params(chart("quadrants", points=points, cross=[{"value": 4.1, "importance": 4.0}]))

        assert found["first"] < 4 and found["last"] > max(4.1, 4 + 2 * spread)
        assert found["low"] < 4 - 2 * spread and found["high"] > 4


def test_names_beside_points_do_not_touch() -> None:
    """At the right, at the left near the edge, moved where another name stands already."""
    points = [(10.0, 50.0, "one"), (12.0, 51.0, "two"), (395.0, 50.0, "three")]

    found = beside(points, 400, 12)

    assert [left for left, _ in found] == [False, False, True]
    assert found[0][1] == 50 and abs(found[1][1] - 50) >= 12
    assert 395 - ems("three") * 12 > 12 + ems("two") * 12


def test_answers_leave_room_for_the_survey_before() -> None:
    """A tick of the survey before that reaches further than any bar is still on the scale; none, no key for it."""
    bars = [{"name": "5", "order": 0, "value": 40.0, "before": 70.0, "label": "40%"}]

    words = {"own": "Now", "before": "Before"}

    def made(rows: list[dict[str, Any]]) -> Chart:
        return Chart(
            id="s", kind="answers", datasets={"bars": rows}, lang="en", title="t", description="d", words=words
        )

    assert params(made(bars))["high"] > 70
    assert [each["label"] for each in overlay(made(bars))["datasets"]["key"]] == ["Now", "Before"]
    alone = made([{**bars[0], "before": None}])
    assert [each["label"] for each in overlay(alone)["datasets"]["key"]] == ["Now"]


def test_gaps_are_judged_by_shape_and_word() -> None:
    """The key explains the judgements that occur, and no other."""
    rows = [{"name": "a", "order": 0, "value": 3.5, "expected": 4.5, "label": "−1", "signal": "bad"}]
    made = Chart(
        id="s",
        kind="dumbbell",
        datasets={"rows": rows},
        lang="en",
        title="t",
        description="d",
        words={"expected": "Expected", "bad": "Short", "good": "Better", "common": "Within chance"},
    )

    assert [entry["label"] for entry in overlay(made)["datasets"]["key"]] == ["Expected", "Short"]
