"""Derived indicators: computed per team and for the organisation from pooled operands, with a reason for every gap."""

from __future__ import annotations

from typing import Any

import pytest

from assess_workspace import index, kpi, observed, organisation, results
from auditloop.assess.results import KpiResult, Results, Series

TEAMS = organisation("front-desk", "call-centre")


def count(id_: str) -> dict[str, Any]:
    return kpi(id_, kind_of_data="count", unit="件")


def ratio(id_: str = "share", of: str = "a / b * 100", **more: Any) -> dict[str, Any]:
    return kpi(id_, unit="%", formula={"of": of, "a": "complaints", "b": "contacts"}, **more)


def found(kpis: Results, id_: str = "share") -> KpiResult:
    return next(each for each in kpis.kpis if each.id == id_)


def series(kpis: Results, team: str | None = "front-desk", id_: str = "share") -> Series:
    return next(each for each in found(kpis, id_).series if each.team == team)


def values(of: Series) -> dict[str, float | None]:
    return {point.period: point.value for point in of.points}


def test_a_ratio_of_two_counts_is_computed_like_an_observed_indicator() -> None:
    """3 of 60 and 4 of 50 complaints per contact: points, latest, change, target and score as ever."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio(target=7, score={"zero": 10, "full": 0}),
        observed({"2026-01": 3, "2026-02": 4}, "complaints"),
        observed({"2026-01": 60, "2026-02": 50}, "contacts"),
    )
    share = series(of)

    assert values(share) == {"2026-01": 5, "2026-02": 8}
    assert (share.change, share.met, share.score) == (3, False, pytest.approx(20))
    assert share.unvalued == []
    formula = found(of).formula
    assert formula is not None
    assert (formula.of, [(o.name, o.kpi, o.unit) for o in formula.operands]) == (
        "a / b * 100",
        [("a", "complaints", "件"), ("b", "contacts", "件")],
    )
    assert found(of, "contacts").formula is None


def test_the_organisation_is_computed_from_pooled_operands() -> None:
    """1 of 10 and 30 of 90 are 31 of 100, not the mean of 10 % and 33 %."""
    of = results(
        TEAMS,
        count("complaints"),
        count("contacts"),
        ratio(),
        observed({"2026-01": 1}, "complaints"),
        observed({"2026-01": 10}, "contacts"),
        observed({"2026-01": 30}, "complaints", "call-centre"),
        observed({"2026-01": 90}, "contacts", "call-centre"),
    )

    assert [(s.team, s.latest and s.latest.value, s.pooled) for s in found(of).series] == [
        (None, 31, "formula"),
        ("front-desk", 10, None),
        ("call-centre", pytest.approx(100 / 3), None),
    ]


def test_the_organisation_is_made_of_the_teams_that_have_every_operand() -> None:
    """The call centre's 90 contacts without complaints would make the others look better than they are."""
    of = results(
        TEAMS,
        count("complaints"),
        count("contacts"),
        ratio(),
        observed({"2026-01": 1, "2026-02": 2}, "complaints"),
        observed({"2026-01": 10, "2026-02": 10}, "contacts"),
        observed({"2026-01": 90, "2026-02": 90}, "contacts", "call-centre"),
    )

    assert values(series(of, None)) == {"2026-01": 10, "2026-02": 20}
    assert [s.team for s in found(of).series] == [None, "front-desk"]


def test_a_missing_operand_is_a_gap_that_says_what_is_missing() -> None:
    """From the first period that has all of them on; what came before is not missed."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio(),
        observed({"2025-10": 9, "2025-12": 3, "2026-01": 5, "2026-02": 4}, "complaints"),
        observed({"2025-12": 60, "2026-02": 50, "2026-03": 70}, "contacts"),
    )
    share = series(of)

    assert values(share) == {"2025-12": 5, "2026-01": None, "2026-02": 8, "2026-03": None}
    assert [(u.period, u.why, u.operands) for u in share.unvalued] == [
        ("2026-01", "operand-missing", ["contacts"]),
        ("2026-03", "operand-missing", ["complaints"]),
    ]


def test_division_by_zero_is_no_value_and_says_so() -> None:
    """No contacts in February: no share, in the team and in the organisation, never 0 and never infinite."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio(),
        observed({"2026-01": 3, "2026-02": 0, "2026-03": 2}, "complaints"),
        observed({"2026-01": 60, "2026-02": 0, "2026-03": 40}, "contacts"),
    )

    for team in (None, "front-desk"):
        assert values(series(of, team)) == {"2026-01": 5, "2026-02": None, "2026-03": 5}
        assert [(u.period, u.why, u.operands) for u in series(of, team).unvalued] == [
            ("2026-02", "division-by-zero", ["contacts"])
        ]


def test_a_derived_proportion_of_counts_has_numerator_and_denominator() -> None:
    """Then it is charted, compared and pooled over time as an observed one."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio("share", kind_of_data="proportion"),
        ratio("per-thousand", "1000 * a / b", kind_of_data="rate", per=1000),
        ratio("other-unit", "a / b * 10", kind_of_data="rate", per=1000),
        observed({"2026-01": 3, "2026-02": 4, "2026-03": 3}, "complaints"),
        observed({"2026-01": 60, "2026-02": 50, "2026-03": 90}, "contacts"),
    )

    assert [(p.n, p.of) for p in series(of).points] == [(3, 60), (4, 50), (3, 90)]
    assert [(p.n, p.of) for p in series(of, id_="per-thousand").points] == [(3, 60), (4, 50), (3, 90)]
    assert [(p.n, p.of) for p in series(of, id_="other-unit").points] == [(None, None)] * 3
    quarter = series(of).coarse[0]
    assert (quarter.step, quarter.how, quarter.points[0].value) == ("quarter", "ratio", 5)


def test_quarters_of_a_derived_indicator_come_from_quarters_of_its_operands() -> None:
    """(3 + 4 + 5) of (60 + 50 + 90) = 6 %, not the mean of 5 %, 8 % and 5.6 %; without March there is no sum."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio(),
        observed({"2025-10": 3, "2025-11": 4, "2025-12": 5, "2026-01": 3, "2026-02": 4}, "complaints"),
        observed({"2025-10": 60, "2025-11": 50, "2025-12": 90, "2026-01": 60, "2026-02": 50}, "contacts"),
    )

    for team in (None, "front-desk"):
        quarters = series(of, team).coarse[0]
        assert (quarters.step, quarters.how) == ("quarter", "formula")
        assert [(p.period, p.value, p.parts, p.expected, p.partial) for p in quarters.points] == [
            ("2025-Q4", 6, 3, 3, False)
        ]


def test_a_derived_indicator_can_be_part_of_another_and_of_an_index() -> None:
    """Order of definition does not matter: `all` before `share`, which it is made of."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio(score={"zero": 10, "full": 0}),
        kpi("all", formula={"of": "100 - x", "x": "share"}, better="higher"),
        index({"share": 1}),
        observed({"2026-01": 3}, "complaints"),
        observed({"2026-01": 60}, "contacts"),
    )

    assert values(series(of, None, "all")) == {"2026-01": 95}
    assert of.indices[0].latest is not None
    assert of.indices[0].latest.score == 50


def test_what_is_computed_is_not_missed_from_anybody() -> None:
    """Data quality counts what teams hand in; a gap of a derived indicator is one of its operands' gaps."""
    of = results(
        count("complaints"),
        count("contacts"),
        ratio(),
        observed({"2025-12": 3, "2026-02": 4}, "complaints"),
        observed({"2025-12": 60, "2026-01": 40, "2026-02": 50}, "contacts"),
    )

    assert [(m.kpi, m.period) for m in of.data_quality.missing] == [("complaints", "2026-01")]
    assert of.data_quality.teams[0].expected == 6


def test_without_a_common_period_there_is_no_series() -> None:
    """An operand that nobody reports, or never in the same period, leaves the indicator as if unreported."""
    of = results(count("complaints"), count("contacts"), ratio(), observed({"2026-01": 3}, "complaints"))

    assert found(of).series == []
    assert found(of).formula is not None


def test_a_period_an_operand_leaves_out_is_one_it_lacks() -> None:
    """The typhoon that does not count for contacts does not count for the share of them."""
    of = results(
        count("complaints"),
        {**count("contacts"), "exclude": [{"period": "2026-02", "why": "typhoon"}]},
        ratio(),
        observed({"2026-01": 3, "2026-02": 4, "2026-03": 3}, "complaints"),
        observed({"2026-01": 60, "2026-02": 50, "2026-03": 60}, "contacts"),
    )

    assert values(series(of)) == {"2026-01": 5, "2026-02": None, "2026-03": 5}
    assert series(of).unvalued[0].operands == ["contacts"]
