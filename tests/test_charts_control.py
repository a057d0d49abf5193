"""Control charts and funnels draw what they are told: limits by segment, looks by judgement, nothing off the scale."""

from __future__ import annotations

import csv
import io
from typing import Any

from auditloop.render.charts import Chart, chart_csv, draw, overlay

MONTHS = [f"{2024 + i // 12}-{i % 12 + 1:02d}-01" for i in range(24)]
WORDS = {"good": "Better", "bad": "Worse", "common": "Usual", "excluded": "Left out", "upper": "Upper 12"}


def _rows(**changes: Any) -> list[dict[str, Any]]:
    """Two years around 10; the second year has limits of its own."""
    return [
        {
            "x": x,
            "period": x[:7],
            "value": 9.0 + i % 3,
            "label": f"{9 + i % 3}",
            "lower": 8 if i < 12 else 7,
            "centre": 10,
            "upper": 12 if i < 12 else 13,
            "segment": 1 + (i >= 12),
            "latest": i == 23,
        }
        | changes
        for i, x in enumerate(MONTHS)
    ]


def _chart(points: list[dict[str, Any]], **datasets: Any) -> Chart:
    return Chart(
        id="c",
        kind="trend",
        datasets={"points": points, **datasets},
        lang="en",
        title="t",
        description="d",
        words=WORDS,
        columns=(("period", "period"), ("lower", "lower"), ("signals", "signals")),
    )


def _param(drawn: dict[str, Any], name: str) -> Any:
    return next(p["value"] for p in drawn["params"] if p["name"] == name)


def test_level_limits_take_two_rows_a_segment() -> None:
    """Limits are drawn from end to end of each segment, and no surface joins two segments."""
    limits = overlay(_chart(_rows()))["datasets"]["limits"]

    assert [(r["x"], r["segment"], r["lower"], r["upper"]) for r in limits] == [
        (MONTHS[0], 1, 8, 12),
        (MONTHS[11], 1, 8, 12),
        (MONTHS[12], 2, 7, 13),
        (MONTHS[23], 2, 7, 13),
    ]


def test_limits_that_change_with_every_point_are_all_drawn() -> None:
    """As of p and u charts, whose limits follow the number of cases."""
    rows = [row | {"upper": 12 + i % 2} for i, row in enumerate(_rows())]

    assert len(overlay(_chart(rows))["datasets"]["limits"]) == 24


def test_a_gap_has_no_limits_and_breaks_the_line() -> None:
    """A period without a value is no point, and the band goes on past it."""
    rows = _rows()
    rows[5] |= {"value": None, "lower": None, "centre": None, "upper": None}
    datasets = overlay(_chart(rows))["datasets"]

    assert datasets["points"][5]["counted"] is None
    assert all(row["centre"] is not None for row in datasets["limits"])


def test_an_excluded_point_far_away_stays_at_the_edge_and_says_its_value() -> None:
    """What does not count neither stretches the scale nor pulls the line; its number stands beside it."""
    rows = _rows()
    rows[3] |= {"value": -400.0, "label": "−400", "excluded": True}
    drawn = overlay(_chart(rows))
    point = drawn["datasets"]["points"][3]

    assert point["look"] == "excluded" and point["counted"] is None
    assert _param(drawn, "low") < point["value"] < 8
    assert point["off"] == "↓ −400"


def test_an_excluded_point_nearby_is_drawn_where_it_is() -> None:
    """Only what would squeeze everything else is moved."""
    rows = _rows()
    rows[3] |= {"value": 14.0, "excluded": True}
    point = overlay(_chart(rows))["datasets"]["points"][3]

    assert point["value"] == 14.0 and "off" not in point


def test_the_key_explains_the_looks_that_occur() -> None:
    """Shape and word for each, and no key where every point is common."""
    rows = _rows()
    rows[7] |= {"signal": "good"}
    rows[9] |= {"signal": "bad"}
    shown = overlay(_chart(rows))["datasets"]

    assert [(k["label"], k["shape"]) for k in shown["key"]] == [
        ("Better", "circle"),
        ("Worse", "diamond"),
        ("Usual", "circle"),
    ]
    assert shown["points"][7]["weight"] > shown["points"][0]["weight"]
    assert overlay(_chart(_rows()))["datasets"]["key"] == []


def test_lines_are_named_at_the_right_end() -> None:
    """The latest value, and the limits that have a name; a limit without a name has no label."""
    ends = overlay(_chart(_rows()))["datasets"]["ends"]

    assert [(e["label"], e["role"]) for e in ends] == [("11", "value"), ("Upper 12", "upper")]


def test_the_forecast_makes_room_for_itself() -> None:
    """The axis of time reaches to its last period and the scale holds its interval."""
    ahead = [{"x": "2026-02-01", "low": 2.0, "value": 10.0, "high": 30.0, "tip": "x"}]
    plain, drawn = overlay(_chart(_rows())), overlay(_chart(_rows(), forecast=ahead))

    assert _param(drawn, "last") > _param(plain, "last")
    assert _param(drawn, "low") <= 2 and _param(drawn, "high") >= 30


def test_the_download_has_limits_and_signals() -> None:
    """Everything that the chart shows can be read in a spreadsheet."""
    rows = [row | {"signals": "outside shift"} for row in _rows()]
    read = list(csv.DictReader(io.StringIO(chart_csv(_chart(rows)).removeprefix("\ufeff"))))

    assert read[0] == {"period": "2024-01", "lower": "8", "signals": "outside shift"}


def _funnel(count: int) -> dict[str, Any]:
    points = [
        {"name": f"Team {i}", "n": 100 + i, "value": 50.0, "signal": "bad" if i == 3 else "common"}
        for i in range(count)
    ]
    curve = [
        {"n": n, "centre": 50, "lower_95": 50 - w, "upper_95": 50 + w, "lower_998": 50 - 2 * w, "upper_998": 50 + 2 * w}
        for n, w in ((90, 10), (400, 5))
    ]
    chart = Chart(
        id="f", kind="funnel", datasets={"points": points, "curve": curve}, lang="en", title="t", description="d"
    )
    return overlay(chart)


def test_names_in_a_funnel_do_not_lie_on_each_other() -> None:
    """Teams of nearly the same size and value have their names at different heights."""
    places = [p["at"] for p in _funnel(4)["datasets"]["points"]]

    assert len(set(places)) == 4


def test_of_many_teams_those_outside_are_named() -> None:
    """Thirty names would hide the picture; the others have theirs in the tooltip and the table."""
    points = _funnel(30)["datasets"]["points"]

    assert [p["name"] for p in points if p["name"]] == ["Team 3"]


def test_only_panels_that_are_there_have_an_axis() -> None:
    """Five teams in rows of three leave one cell empty, with no months under it."""
    points = [
        {**row, "team": f"Team {team}", "order": team, "target": None} for team in range(5) for row in _rows(value=10)
    ]
    drawn = draw(Chart(id="m", kind="multiples", datasets={"points": points}, lang="en", title="", description=""))

    assert drawn.count(">2024<") == 5


def test_flags_lie_on_no_other_flag_on_a_phone() -> None:
    """Four in one quarter: each in a lane of its own on a phone, the first the highest."""
    days = ("2024-06-01", "2024-06-20", "2024-07-10", "2024-08-01")
    drawn = overlay(_chart(_rows(), markers=[{"x": day, "kind": "done", "label": "1"} for day in days]))
    flags = drawn["datasets"]["flags"]

    assert [flag["lane2"] for flag in flags] == [3, 2, 1, 0]  # no pole runs through a label
    assert all(flag["short"] for flag in flags)
    assert drawn["usermeta"]["narrow"]["top"] > drawn["padding"]["top"]


def test_a_scale_of_large_numbers_makes_room_for_them() -> None:
    """Six figures fit where two do; thirteen take what they need."""
    small, large = (
        overlay(_chart([row | {"value": row["value"] * factor} for row in _rows(lower=None, centre=None, upper=None)]))
        for factor in (1, 1e12)
    )

    assert small["padding"]["left"] == 48
    assert large["padding"]["left"] > 100


def test_a_scale_of_small_numbers_has_ticks_and_places_of_its_own() -> None:
    """Millionths of millionths are not rounded to nought."""
    rows = [row | {"value": row["value"] * 1e-12} for row in _rows(lower=None, centre=None, upper=None)]
    drawn = overlay(_chart(rows))

    assert len(set(_param(drawn, "ticks"))) > 2
    assert all(end["v1"] > 0 for end in drawn["datasets"]["ends"])
