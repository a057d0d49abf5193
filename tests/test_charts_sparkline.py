"""Sparklines and data bars: any numbers give well-formed, bounded graphics."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from auditloop.render.sparkline import bar, sparkline

numbers = st.floats(allow_nan=True, allow_infinity=True)


values_and_limits = st.lists(st.tuples(st.none() | numbers, st.none() | numbers, st.none() | numbers), max_size=40)


@given(values_and_limits, st.none() | numbers, st.sampled_from([None, "good", "bad"]))
def test_any_series_stays_inside_its_box(
    rows: list[tuple[float | None, float | None, float | None]], target: float | None, tone: str | None
) -> None:
    """Coordinates are finite and within the view; only a series without a number gives nothing."""
    values = [value for value, _, _ in rows]
    limits = [(lower, upper) for _, lower, upper in rows]
    svg = sparkline(values, label="trend", target=target, limits=limits, tones=[tone] * len(rows))

    if not svg:
        assert not any(v is not None and math.isfinite(v) for v in values)
        return
    root = ET.fromstring(svg)
    assert root.attrib["aria-label"] == "trend"
    for element in root.iter():
        for name in ("cx", "x1", "x2"):
            assert 0 <= float(element.attrib.get(name, 0)) <= 112
        for name in ("cy", "y1", "y2"):
            assert 0 <= float(element.attrib.get(name, 0)) <= 26
        for pair in element.attrib.get("points", "").split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= 112 and 0 <= y <= 26


def test_gaps_stay_gaps() -> None:
    """A missing value splits the line; a value between gaps is a dot."""
    svg = sparkline([1, 2, None, 3, None, 4, 5], label="x")

    assert svg.count("<polyline") == 2 and svg.count("al-spark-alone") == 1


def test_the_dot_is_at_the_last_known_value() -> None:
    """A gap at the end does not move the dot to the edge."""
    svg = sparkline([1, 3, None, None], label="x")
    found = re.search(r'al-spark-dot" cx="([\d.]+)"', svg)

    assert found and float(found[1]) < 60


def test_limits_are_a_band_that_breaks_where_they_are_missing() -> None:
    """Level limits need four corners; a value without limits parts the band."""
    limits: list[tuple[float | None, float | None]] = [(1, 5)] * 4 + [(None, None)] + [(2, 6)] * 3
    svg = sparkline([3] * 8, label="x", limits=limits)
    bands = re.findall(r'al-spark-band" points="([^"]*)"', svg)

    assert [len(band.split()) for band in bands] == [4, 4]


def test_a_limit_that_does_not_exist_reaches_to_the_edge() -> None:
    """A chart may have an upper limit alone: the band goes down to what is lowest."""
    svg = sparkline([2, 3, 4], label="x", limits=[(None, 5)] * 3)
    heights = {float(pair.split(",")[1]) for pair in re.findall(r'points="([^"]*)"', svg)[0].split()}

    assert heights == {4.0, 22.0}


def test_signals_are_marked_by_shape() -> None:
    """An improvement is a dot, a concern a diamond, and what chance makes has no mark, but for the last value."""
    svg = sparkline([1, 2, 3, 4], label="x", tones=["good", None, "bad", None])

    assert re.findall(r'<(\w+) class="(al-spark-dot[^"]*)"', svg) == [
        ("circle", "al-spark-dot al-spark-dot--good"),
        ("path", "al-spark-dot al-spark-dot--bad"),
        ("circle", "al-spark-dot"),
    ]


def test_labels_are_escaped() -> None:
    """A label cannot leave its attribute."""
    assert "<script" not in sparkline([1], label='"><script>') + bar(0.5, label='"><script>')


@given(numbers)
def test_bars_fill_between_nothing_and_everything(share: float) -> None:
    """Shares outside 0–1 are cut to it."""
    found = re.search(r'al-bar-fill" width="([\d.]+)"', bar(share, label="x"))

    assert found and 0 <= float(found[1]) <= 100
