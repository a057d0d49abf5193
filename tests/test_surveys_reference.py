"""Survey methods against published numbers (tests/cases/kpi) and against sums that can be checked on paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditloop.assess.surveys.correlation import pearson, ranks, spearman
from auditloop.assess.surveys.describe import csat, describe
from auditloop.assess.surveys.differences import csat_difference, nps_difference, shared_confidence
from auditloop.assess.surveys.drivers import drivers
from auditloop.assess.surveys.gaps import cross_hairs, gap_interval, overall_gap, quadrant
from auditloop.assess.surveys.nps import nps
from auditloop.assess.surveys.shapley import regress
from auditloop.ratings import csi, on_hundred

CASES = Path(__file__).parent / "cases" / "kpi"


def case(name: str) -> dict[str, Any]:
    return dict(json.loads((CASES / f"{name}.json").read_text(encoding="utf-8")))


def test_servqual_gaps_as_published() -> None:
    """Five dimension means of perception minus expectation, unweighted and by the published weights."""
    known = case("kpi-06-servqual")
    gaps, expected = known["data"]["gaps"], known["expected"]

    found = overall_gap(gaps, known["data"]["weights"])

    assert found.unweighted == pytest.approx(expected["unweighted"], abs=known["tolerance"]["abs"])
    assert found.weighted == pytest.approx(expected["weighted"], abs=known["tolerance"]["abs"])
    assert min(gaps, key=gaps.get) == expected["largest_gap"]


def test_key_drivers_as_published() -> None:
    """Thirty departments of a financial organisation: correlations, R² and its fair shares."""
    known = case("kpi-16-key-driver-attitude")
    rows, expected, near = known["data"], known["expected"], known["tolerance"]["abs"]
    names = list(expected["pearson"])

    found = drivers([row["rating"] for row in rows], {name: [row[name] for row in rows] for name in names}, smallest=5)

    assert found is not None and found.n == 30
    by_id = {driver.id: driver for driver in found.drivers}
    assert found.r2 == pytest.approx(expected["r2"], abs=near)
    assert {id: each.pearson.r for id, each in by_id.items() if each.pearson} == pytest.approx(
        expected["pearson"], abs=near
    )
    assert {id: each.spearman.r for id, each in by_id.items() if each.spearman} == pytest.approx(
        expected["spearman"], abs=near
    )
    assert {id: each.lmg for id, each in by_id.items()} == pytest.approx(expected["lmg_shapley"], abs=near)
    assert {id: each.importance for id, each in by_id.items()} == pytest.approx(expected["lmg_share"], abs=near)
    assert found.drivers[0].id == expected["top_driver"]
    assert found.warnings == ["few-respondents"]


def test_two_drivers_as_worked_by_hand() -> None:
    """r₁ = 0.6, r₂ = 0.5, r₁₂ = 0.3: R² = 0.43 ÷ 0.91; gains ½·(0.36 + R² − 0.25) and ½·(0.25 + R² − 0.36).

    The very example of the method page; three columns at right angles make series with just these correlations.
    """
    a, b, c = (1, 1, -1, -1), (1, -1, 1, -1), (1, -1, -1, 1)
    up = 0.32 / 0.91**0.5
    mixed = [0.3 * x + 0.91**0.5 * y for x, y in zip(a, b, strict=True)]
    outcome = [0.6 * x + up * y + (0.64 - up * up) ** 0.5 * z for x, y, z in zip(a, b, c, strict=True)]

    found = regress([list(map(float, a)), mixed], outcome)

    assert found.r2 == pytest.approx(0.43 / 0.91) and round(found.r2, 3) == 0.473
    assert found.lmg == pytest.approx([(0.11 + found.r2) / 2, (found.r2 - 0.11) / 2])
    assert [round(gain, 3) for gain in found.lmg] == [0.291, 0.181]


def test_p_values_are_those_of_the_t_distribution() -> None:
    """r = 0.5 of 12 pairs: t = 1.826 on 10 degrees of freedom, two-sided p = 0.0979 (any table of t)."""
    x = [1.0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    y = [1.0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    y[2], y[3] = 3**0.5, -(3**0.5)

    found = pearson(x, y)

    assert found is not None and found.r == pytest.approx(0.5)
    assert found.p == pytest.approx(0.0979, abs=5e-5)


def test_equal_values_share_their_rank() -> None:
    """10, 20, 20, 30 have the ranks 1, 2½, 2½, 4."""
    assert ranks([10, 20, 20, 30]) == [1, 2.5, 2.5, 4]
    assert spearman([1, 2, 3], [1, 4, 9]) == pytest.approx((1.0, 0.0), abs=1e-6)
    assert pearson([1, 1, 1], [1, 2, 3]) is None


def test_satisfaction_of_a_hand_made_survey() -> None:
    """3, 10, 40, 120, 230 answers of 1–5: 350 of 403 satisfied, mean 1773/403, the median and the mode are 5."""
    counts = {1: 3, 2: 10, 3: 40, 4: 120, 5: 230}

    found, share = describe(counts), csat(counts)

    assert found is not None and share is not None
    assert (found.n, found.median, found.mode) == (403, 5, [5])
    assert found.mean == pytest.approx(1773 / 403)
    assert found.sd == pytest.approx(((8073 - 1773**2 / 403) / 402) ** 0.5)
    assert (share.n, share.of) == (350, 403)
    assert share.interval == pytest.approx((0.83198, 0.89803), abs=5e-6)


def test_net_promoter_score_with_its_error() -> None:
    """50 promoters, 30 passives, 20 detractors: 30 points, Var = 0.7 − 0.09 = 0.61, SE = 7.81."""
    found = nps({10: 30, 9: 20, 8: 10, 7: 20, 6: 5, 0: 15})

    assert found is not None
    assert found.value == pytest.approx(30)
    assert found.se == pytest.approx(7.8102, abs=5e-5)
    assert found.interval == pytest.approx((14.692, 45.308), abs=5e-4)
    assert nps({}) is None and describe({}) is None and csat({}) is None


def test_the_difference_of_two_surveys_as_published() -> None:
    """56 of 70 satisfied after 48 of 80: +0.2000, Newcombe's interval 0.0524 to 0.3339."""
    known = case("kpi-21-diff-proportions-newcombe")

    found = csat_difference({5: 56, 2: 14}, {4: 48, 1: 32})

    assert found is not None and found.interval is not None
    assert found.value == pytest.approx(known["expected"]["difference"])
    assert found.interval == pytest.approx(
        (known["expected"]["low"], known["expected"]["high"]), abs=known["tolerance"]["abs"]
    )
    assert found.beyond_chance


def test_the_difference_of_two_net_promoter_scores() -> None:
    """30 points (Var 0.61 of 100) after 10 (p 0.4, d 0.3, Var 0.69 of 150): SE √(61 + 46) = 10.344, 20 ± 20.27."""
    found = nps_difference({10: 50, 7: 30, 0: 20}, {9: 60, 8: 45, 3: 45})

    assert found is not None and found.value == pytest.approx(20)
    assert found.interval == pytest.approx((20 - 1.959964 * 107**0.5, 20 + 1.959964 * 107**0.5))
    assert found.beyond_chance is False


def test_a_survey_of_one_kind_of_answer_leaves_chance_open() -> None:
    """Six promoters of six: 100 points, but no interval of width nought, and no judgement of a change."""
    sure = nps({10: 6})
    found = nps_difference({10: 6}, {9: 60, 8: 45, 3: 45})

    assert sure is not None and (sure.value, sure.se, sure.interval) == (100, 0, None)
    assert found is not None and found.value == 90 and found.interval is None and found.beyond_chance is None


def test_the_gap_is_as_sure_as_the_mean() -> None:
    """Sixteen answers with sd 0.8: the mean's error is 0.2, t of 15 degrees of freedom 2.1314, so −0.5 ± 0.4263."""
    assert gap_interval(-0.5, 0.8, 16) == pytest.approx((-0.92629, -0.07371), abs=5e-6)
    assert gap_interval(-0.5, None, 1) is None


def test_many_comparisons_share_one_error() -> None:
    """Five teams: each is judged at 99 %, so that all five are right in 95 of 100 cases; one alone at 95 %."""
    assert shared_confidence(5) == pytest.approx(0.99)
    assert shared_confidence(1) == shared_confidence(0) == pytest.approx(0.95)


def test_index_of_what_was_answered() -> None:
    """Weights 35, 30, 35; scores 80 and 90, the third not asked: (35·80 + 30·90) ÷ 65 of 65 %."""
    assert csi([(35, 80.0), (30, 90.0), (35, None)]) == pytest.approx((5500 / 65, 0.65))
    assert csi([(1, None)]) == (None, 0)
    assert [on_hundred(rating) for rating in (1, 3, 5)] == [0, 50, 100]


def test_quadrants_of_importance_and_performance() -> None:
    """Cross-hairs at the means, 4 and 4: each corner has its name; what stands on a line counts as above it."""
    points = {"speed": (4.5, 3.5), "attitude": (4.5, 4.5), "signs": (3.5, 3.5), "plants": (3.5, 4.5)}
    cross = cross_hairs(points)

    assert cross == (4, 4)
    assert {id: quadrant(*point, cross) for id, point in points.items()} == {
        "speed": "concentrate-here",
        "attitude": "keep-up",
        "signs": "low-priority",
        "plants": "possible-overkill",
    }
    assert quadrant(4, 4, cross) == "keep-up"
    assert cross_hairs({"alone": (4, 4)}) is None


def test_what_makes_drivers_doubtful_is_said() -> None:
    """Two dimensions that say the same, one that never varies, hardly any respondents: each has its warning."""
    speed = [1.0, 2, 3, 4, 5, 4, 3, 2]
    twin = [2.0, 4, 6, 8, 10, 8, 6, 4]
    flat = [5.0] * 8
    overall = [1.0, 2, 3, 4, 5, 5, 3, 1]

    found = drivers(overall, {"speed": speed, "twin": twin, "flat": flat}, smallest=5)

    assert found is not None and found.r2 is not None
    assert found.warnings == ["few-respondents", "no-variation", "collinear"]
    by_id = {driver.id: driver for driver in found.drivers}
    assert by_id["flat"].importance is None and by_id["flat"].pearson is None
    assert by_id["speed"].importance == pytest.approx(0.5) == by_id["twin"].importance
    assert by_id["speed"].vif is None
    assert drivers([5.0] * 8, {"speed": speed}, smallest=5).r2 is None  # type: ignore[union-attr]
    assert drivers(overall[:4], {"speed": speed[:4]}, smallest=5) is None
    many = {f"d{at}": [float((row * row * (at + 3) + row) % 11) for row in range(40)] for at in range(11)}
    assert "too-many-dimensions" in drivers([float(row % 5) for row in range(40)], many, smallest=5).warnings  # type: ignore[union-attr]
