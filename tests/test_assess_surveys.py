"""Surveys from documents to results: pooled from counts, small groups hidden, indicators computed from them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from assess_workspace import kpi, observed, organisation, results
from auditloop import resources
from auditloop.assess import encode
from auditloop.assess.results import KpiResult, Results, SurveyResult
from auditloop.model.build import with_responses
from auditloop.ratings import Responses

TOPICS = [{"id": "speed", "name": "Speed"}, {"id": "attitude", "name": "Attitude"}]
WEIGHED = [{"id": "speed", "name": "Speed", "weight": 60}, {"id": "attitude", "name": "Attitude", "weight": 40}]


def survey(team: str = "front-desk", period: str = "2026-Q1", **more: Any) -> dict[str, Any]:
    return {"kind": "survey", "team": team, "period": period, **more}


def from_survey(measure: str, **more: Any) -> dict[str, Any]:
    kind = "proportion" if measure in ("csat", "response-rate") else "value"
    asked = {key: more.pop(key) for key in ("dimension",) if key in more}
    return kpi(
        measure,
        unit="%" if kind == "proportion" else "points",
        better="higher",
        frequency="quarterly",
        kind_of_data=kind,
        from_survey={"measure": measure, **asked},
        **more,
    )


def of(found: Results, team: str | None, period: str = "2026-Q1") -> SurveyResult:
    return next(each for each in found.surveys if (each.team, each.period) == (team, period))


def indicator(found: Results, id: str) -> KpiResult:
    return next(each for each in found.kpis if each.id == id)


def values(found: Results, id: str, team: str | None) -> dict[str, float | None]:
    series = [each for each in indicator(found, id).series if each.team == team]
    return {point.period: point.value for each in series for point in each.points}


def test_the_organisation_is_pooled_from_counts() -> None:
    """A hundred answers of one team and ten of another: the small team hardly counts, as no mean of means would do."""
    found = results(
        organisation("front-desk", "repair"),
        survey(sent=400, overall={"5": 90, "2": 10}, recommend={"10": 100}),
        survey("repair", sent=100, overall={"1": 10}, recommend={"0": 10}),
    )

    whole = of(found, None)
    assert whole.csat is not None and (whole.csat.n, whole.csat.of) == (90, 110)
    assert whole.nps is not None and whole.nps.value == pytest.approx(100 * 90 / 110)
    assert (whole.n, whole.sent, whole.response_rate) == (110, 500, pytest.approx(0.22))
    assert [each.team for each in found.surveys] == [None, "front-desk", "repair"]


def test_surveys_through_two_channels_are_one_survey_of_the_team() -> None:
    """Answers from paper and from the app are added up."""
    found = results(
        survey(channel="app", sent=40, overall={"5": 10}),
        survey(channel="paper", sent=60, overall={"3": 10}),
    )

    team = of(found, "front-desk")
    assert team.channels == ["app", "paper"] and (team.n, team.sent) == (20, 100)
    assert team.overall is not None and team.overall.counts == {"3": 10, "5": 10}
    assert (team.overall.mean, team.overall.median, team.overall.mode) == (4, 4, [3, 5])


def test_fewer_than_five_are_shown_neither_apart_nor_by_subtraction() -> None:
    """Three answers are hidden, and left out of the whole; two hidden teams of five together are in it."""
    large = survey(overall={"5": 50, "1": 50})
    alone = results(
        organisation("front-desk", "repair"), large, survey("repair", overall={"1": 3}), from_survey("csat")
    )
    two = results(
        organisation("front-desk", "repair", "hall"),
        large,
        survey("repair", overall={"1": 3}, comments=[{"text": "slow slow"}] * 3),
        survey("hall", overall={"1": 2}),
    )

    hidden = of(alone, "repair")
    assert hidden.hidden and hidden.overall is None and hidden.csat is None and hidden.csi is None
    assert of(alone, None).without == ["repair"] and of(alone, None).csat == of(alone, "front-desk").csat
    assert values(alone, "csat", "repair") == {}
    assert of(two, None).without == [] and of(two, None).n == 105
    assert of(two, "repair").comments == 0 == len(of(two, "repair").themes)


def test_a_dimension_that_few_answered_is_hidden_in_the_whole_too() -> None:
    """Four answers to one dimension: not shown, and not to be had from the organisation's answers."""
    found = results(
        organisation("front-desk", "repair", survey_dimensions=TOPICS),
        survey(overall={"5": 20}, dimensions={"speed": {"answers": {"4": 20}}, "attitude": {"answers": {"5": 20}}}),
        survey("repair", overall={"5": 20}, dimensions={"speed": {"answers": {"1": 4}}}),
    )

    assert [(d.id, d.n) for d in of(found, "repair").dimensions] == [("speed", None)]
    assert [(d.id, d.n) for d in of(found, None).dimensions] == [("attitude", 20), ("speed", 20)]


def test_gaps_quadrants_and_index_by_dimension() -> None:
    """Speed matters more and falls short, attitude does well: the gap of each, its corner, and the index by weight."""
    asked = {
        "speed": {"expectation": 4.5, "importance": 4.8, "answers": {"3": 5, "4": 5}},
        "attitude": {"expectation": 4.5, "importance": 4.0, "answers": {"5": 10}},
    }
    found = results(organisation(survey_dimensions=WEIGHED), survey(dimensions=asked))
    equal = results(organisation(survey_dimensions=TOPICS), survey(dimensions={"speed": {"answers": {"3": 10}}}))
    by_importance = results(organisation(survey_dimensions=TOPICS), survey(dimensions=asked))

    team = of(found, "front-desk")
    assert {d.id: (d.gap, d.quadrant) for d in team.dimensions} == {
        "attitude": (0.5, "possible-overkill"),
        "speed": (-1.0, "concentrate-here"),
    }
    assert team.gap is not None and team.gap.unweighted == pytest.approx(-0.25)
    assert team.gap.weighted == pytest.approx((4.8 * -1 + 4 * 0.5) / 8.8)
    assert team.csi is not None and (team.csi.weights, team.csi.coverage) == ("organisation", 1)
    assert team.csi.value == pytest.approx(0.6 * 62.5 + 0.4 * 100)
    half = of(equal, "front-desk").csi
    assert half is not None and (half.value, half.coverage, half.weights) == (50, 0.5, "equal")
    said = of(by_importance, "front-desk").csi
    assert said is not None and said.weights == "importance"


def test_indicators_come_from_surveys() -> None:
    """Each measure reaches the series with its size, and the organisation's from everybody's answers."""
    asked = {"speed": {"expectation": 4, "answers": {"5": 4, "3": 6}}}
    found = results(
        organisation("front-desk", "repair", survey_dimensions=WEIGHED),
        *(from_survey(measure) for measure in ("csat", "nps", "csi", "mean", "response-rate")),
        from_survey("gap", dimension="speed"),
        survey(sent=50, overall={"5": 8, "2": 2}, recommend={"10": 5, "0": 2, "8": 3}, dimensions=asked),
        survey("repair", sent=10, overall={"4": 5}, recommend={"9": 5}, dimensions={"speed": {"answers": {"1": 5}}}),
        survey(period="2025-Q4", sent=50, overall={"5": 5, "2": 5}),
    )

    assert values(found, "csat", "front-desk") == {"2025-Q4": 50, "2026-Q1": 80}
    assert values(found, "csat", None)["2026-Q1"] == pytest.approx(100 * 13 / 15)
    assert values(found, "nps", "front-desk") == {"2026-Q1": pytest.approx(30)}
    assert values(found, "nps", None) == {"2026-Q1": pytest.approx(100 * 8 / 15)}
    assert values(found, "mean", "repair") == {"2026-Q1": 4}
    assert values(found, "gap", "front-desk") == {"2026-Q1": pytest.approx(-0.2)}
    assert values(found, "response-rate", "front-desk") == {"2025-Q4": 20, "2026-Q1": 20}
    # CSI of the whole: speed's mean over all 15 answers, not a mean of the teams' indices.
    assert values(found, "csi", None) == {"2026-Q1": pytest.approx(25 * ((4 * 5 + 6 * 3 + 5) / 15 - 1))}
    point = indicator(found, "csat").series[1].points[-1]
    assert (point.n, point.of, point.se) == (8, 10, None)
    recommended = indicator(found, "nps").series[1].points[-1]
    assert (recommended.n, recommended.se) == (10, pytest.approx(100 * (0.61 / 10) ** 0.5))


def test_typed_values_stand_where_there_was_no_survey() -> None:
    """History typed before surveys were kept as records goes on as one series."""
    found = results(
        organisation("front-desk"),
        from_survey("nps"),
        observed({"2025-Q3": {"value": 20, "n": 100}}, "nps"),
        survey(period="2025-Q4", recommend={"10": 30, "0": 10}),
    )

    assert values(found, "nps", "front-desk") == {"2025-Q3": 20, "2025-Q4": 50}
    assert values(found, "nps", None) == {"2025-Q3": 20, "2025-Q4": 50}


def test_rows_of_respondents_are_counted_and_drive() -> None:
    """What only the rows hold becomes counts; the dimension that goes with the overall rating leads."""
    overall = [5, 4, 3, 2, 1, 5, 4, 3, 2, None] * 4
    rows = {"overall": overall, "speed": [each or 3 for each in overall], "attitude": [4, 5] * 20}
    written = with_responses(
        survey(respondents_csv="rows.csv"), Responses(rows, [("The queue was slow", 1), ("Slow queues again", 2)])
    )
    found = results(organisation(survey_dimensions=TOPICS), written)

    team = of(found, "front-desk")
    assert team.overall is not None and team.overall.n == 36 and team.n == 40
    assert {d.id: d.n for d in team.dimensions} == {"attitude": 40, "speed": 40}
    assert team.driver_model is not None and (team.driver_model.teams, team.driver_model.n) == (["front-desk"], 36)
    assert team.driver_model.r2 == pytest.approx(1)
    assert team.drivers[0].id == "speed" and team.drivers[0].pearson == pytest.approx(1)
    assert [(t.term, t.n, t.rating) for t in team.themes] == [("queue", 2, 1.5), ("slow", 2, 1.5)]
    assert team.themes[0].quotes == ["The queue was slow", "Slow queues again"]
    assert of(found, None).drivers == team.drivers


def test_themes_of_comments_in_both_languages() -> None:
    """A comment in two languages counts once in each; what one customer says alone is no theme."""
    comments = [
        {"text": {"zh": "前台排队太久", "en": "The queue at the desk took forever"}, "rating": 2},
        {"text": "排队的人多，押金也退得慢", "rating": 1},
        {"text": "Long queues, but a friendly face", "rating": 4},
    ]
    found = results(survey(overall={"5": 10}, comments=comments))

    team = of(found, "front-desk")
    assert [(t.language, t.term, t.n, t.rating) for t in team.themes] == [("zh", "排队", 2, 1.5), ("en", "queue", 2, 3)]
    assert team.themes[0].quotes == ["排队的人多，押金也退得慢", "前台排队太久"]
    assert team.comments == 3


def test_the_order_of_documents_changes_nothing() -> None:
    """Whoever reads the files in another order gets the same bytes."""
    documents = [
        organisation("front-desk", "repair", survey_dimensions=TOPICS),
        from_survey("csat"),
        survey(channel="app", overall={"5": 8, "1": 3}, comments=[{"text": "slow queue", "rating": 1}]),
        survey(channel="paper", overall={"4": 9}, comments=[{"text": "queue too slow"}]),
        survey("repair", dimensions={"speed": {"answers": {"4": 9}}, "attitude": {"answers": {"5": 9}}}),
        survey("repair", "2025-Q4", dimensions={"attitude": {"answers": {"5": 9}}, "speed": {"answers": {"4": 9}}}),
    ]

    assert encode(results(*documents)) == encode(results(*reversed(documents)))


def test_nothing_is_said_of_an_organisation_without_surveys() -> None:
    """No survey, no result; and an indicator that waits for one has no series."""
    found = results(from_survey("nps"))

    assert found.surveys == [] and indicator(found, "nps").series == []


def test_results_with_surveys_are_as_their_schema_says() -> None:
    """Everything filled in, and everything hidden: both satisfy schema/results.schema.json."""
    schema = json.loads((resources.schema_dir() / "results.schema.json").read_text(encoding="utf-8"))
    asked = {"speed": {"expectation": 4.5, "importance": 4.8}, "attitude": {"expectation": 4.5, "importance": 4.0}}
    rows = {"overall": [5, 4, 1, 3] * 9, "speed": [5, 3, 1, 3] * 9, "attitude": [5, 4, 3, 3] * 9}
    found = results(
        organisation("front-desk", "repair", survey_dimensions=WEIGHED),
        from_survey("nps"),
        with_responses(
            survey(sent=90, channel="app", recommend={"10": 30, "3": 6}, dimensions=asked),
            Responses(rows, [("slow queue", 1), ("a slow queue", None), ("排队太久", 2), ("又排队", 1)]),
        ),
        survey("repair", overall={"5": 2}),
    )

    printed = json.loads(encode(found))

    mistakes = jsonschema_rs.Draft7Validator(schema, validate_formats=True).iter_errors(printed)
    assert [(list(mistake.instance_path), mistake.message) for mistake in mistakes] == []
    full, hidden = printed["surveys"][1:]
    assert full["drivers"] and full["themes"] and full["cross"] and full["csi"] and not full["hidden"]
    assert hidden["hidden"] and hidden["n"] == 2 and hidden["overall"] is hidden["csat"] is None
