"""The waterfall: parts hang on each other and lead from the first score to the last."""

from __future__ import annotations

from typing import Any

import pytest

from auditloop.render.charts import Chart, overlay


def _chart(*points: float, before: float = 76.0) -> Chart:
    bars: list[dict[str, Any]] = [{"name": "May", "order": 0, "value": before, "label": "76.0"}]
    bars += [{"name": f"part {n}", "order": n, "points": p, "label": f"{p}"} for n, p in enumerate(points, 1)]
    bars.append({"name": "June", "order": len(bars), "value": before + sum(points), "label": "June"})
    return Chart(id="w", kind="waterfall", datasets={"bars": bars}, lang="en", title="t", description="d")


def _params(chart: Chart) -> dict[str, Any]:
    return {p["name"]: p.get("value") for p in overlay(chart)["params"]}


def test_every_part_begins_where_the_row_before_it_ended() -> None:
    """The last part ends where the score stands now."""
    found = overlay(_chart(-2.0, 0.5, -0.25))["datasets"]

    assert [(row["start"], row["end"]) for row in found["parts"]] == [(76.0, 74.0), (74.0, 74.5), (74.5, 74.25)]
    assert [row["end"] for row in found["totals"]] == [76.0, 74.25]


def test_rows_are_linked_to_the_next() -> None:
    """A thin line leads from every row to the one under it."""
    links = overlay(_chart(-2.0, 0.5))["datasets"]["links"]

    assert [(link["order"], link["next"], link["end"]) for link in links] == [(0, 1, 76.0), (1, 2, 74.0), (2, 3, 74.5)]


@pytest.mark.parametrize("points", [(), (0.0,), (1e-12, -1e-12), (-50.0, 60.0), (5.0, 5.0, 5.0)])
def test_the_scale_holds_every_row(points: tuple[float, ...]) -> None:
    """With room beside the bars for their numbers, however small or large the changes are."""
    chart = _chart(*points)
    params, data = _params(chart), overlay(chart)["datasets"]
    ends = [row[end] for name in ("parts", "totals") for row in data[name] for end in ("start", "end")]

    assert params["low"] < min(ends) and max(ends) < params["high"]


def test_rows_may_come_in_any_order() -> None:
    """Their order is stated, not the order in which they are written."""
    chart = _chart(-2.0, 0.5)
    shuffled = Chart(
        id="w",
        kind="waterfall",
        datasets={"bars": list(reversed(chart.rows("bars")))},
        lang="en",
        title="t",
        description="d",
    )

    assert overlay(shuffled)["datasets"] == overlay(chart)["datasets"]
