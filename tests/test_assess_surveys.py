"""Surveys from documents to results: pooled from counts, small groups hidden, indicators computed from them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from assess_workspace import kpi, observed, organisation, results
from auditloop import resources
from auditloop.assess import encode
from auditloop.assess.intervals import newcombe
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


def test_the_error_of_the_index_is_the_most_it_can_be() -> None:
    """Speed 3 ± 1.0 of 16 answers, attitude all 5 of 10: 0.6 × 25 × sd ÷ √16, and nothing of attitude."""
    asked = {"speed": {"answers": {"2": 8, "4": 8}}, "attitude": {"answers": {"5": 10}}}
    team = of(results(organisation(survey_dimensions=WEIGHED), survey(dimensions=asked)), "front-desk")

    assert team.csi is not None and team.csi.interval is not None
    assert team.csi.se == pytest.approx(0.6 * 25 * (16 / 15) ** 0.5 / 4)
    assert team.csi.interval == pytest.approx([70 - 1.959964 * team.csi.se, 70 + 1.959964 * team.csi.se])


def test_every_survey_is_compared_with_the_one_before_and_the_year_before() -> None:
    """Since the last quarter that may be shown, and since last year's; a survey of another length is neither."""
    found = results(
        survey(period="2025-Q1", overall={"5": 40, "2": 60}),
        survey(period="2025-Q3", overall={"5": 80, "2": 20}, recommend={"10": 10, "0": 30}),
        survey(period="2025-Q4", overall={"1": 3}),
        survey(period="2026-01", overall={"1": 50}),
        survey(period="2026-Q1", overall={"5": 70, "2": 30}, recommend={"10": 30, "0": 10}),
    )

    now = of(found, "front-desk")
    assert now.previous is not None and now.year_ago is not None
    assert (now.previous.period, now.year_ago.period) == ("2025-Q3", "2025-Q1")
    assert now.previous.csat is not None and now.previous.csat.value == pytest.approx(-0.1)
    assert now.previous.csat.beyond_chance is False
    assert now.previous.nps is not None and now.previous.nps.value == 100 and now.previous.nps.beyond_chance
    assert now.year_ago.csat is not None and now.year_ago.csat.value == pytest.approx(0.3)
    assert now.year_ago.csat.beyond_chance and now.year_ago.nps is None
    assert of(found, "front-desk", "2025-Q1").previous is None
    assert of(found, "front-desk", "2025-Q4").previous is None


def test_an_index_of_other_dimensions_is_not_compared() -> None:
    """Speed alone after speed and attitude: two different indices, no difference of them."""
    both = {"speed": {"answers": {"4": 10}}, "attitude": {"answers": {"5": 10}}}
    found = results(
        organisation(survey_dimensions=WEIGHED),
        survey(period="2025-Q3", dimensions=both),
        survey(period="2025-Q4", dimensions=both),
        survey(dimensions={"speed": {"answers": {"5": 10}}}),
    )

    same, other = of(found, "front-desk", "2025-Q4"), of(found, "front-desk")
    assert same.previous is not None and same.previous.csi is not None and same.previous.csi.value == 0
    assert other.previous is None
    assert other.dimensions[0].change is not None and other.dimensions[0].change.value == 0


def test_a_team_is_compared_with_all_others_together() -> None:
    """90 of 100 against 120 of 200 of the other two; each of three judged at 1 − 0.05/3; too few others: nothing."""
    found = results(
        organisation("front-desk", "repair", "hall"),
        survey(overall={"5": 90, "1": 10}),
        survey("repair", overall={"5": 60, "1": 40}),
        survey("hall", overall={"5": 60, "1": 40}),
        survey(period="2025-Q4", overall={"5": 90, "1": 10}),
        survey("repair", "2025-Q4", overall={"5": 4}),
    )

    others = of(found, "front-desk").others
    assert others is not None and others.csat is not None and others.csat.interval is not None
    assert others.confidence == pytest.approx(1 - 0.05 / 3)
    assert others.csat.value == pytest.approx(0.3) and others.csat.beyond_chance
    assert others.csat.interval == pytest.approx(newcombe(90, 100, 120, 200, 1 - 0.05 / 3))
    assert of(found, None).others is None and of(found, "front-desk", "2025-Q4").others is None
    assert of(found, None).teams == ["front-desk", "repair", "hall"]


def test_single_answers_of_a_few_are_not_in_the_wholes_drivers() -> None:
    """A team of four answers: the regression of the whole minus that of the other team would show what they said."""
    many = {"overall": [5, 4, 3, 2] * 10, "speed": [5, 4, 2, 3] * 10}
    few = {"overall": [1, 5, 1, 5], "speed": [5, 1, 5, 1]}
    found = results(
        organisation("front-desk", "repair", survey_dimensions=TOPICS),
        with_responses(survey(respondents_csv="a.csv"), Responses(many, [])),
        with_responses(survey("repair", recommend={"9": 20}, respondents_csv="b.csv"), Responses(few, [])),
    )

    whole = of(found, None)
    assert whole.driver_model is not None and whole.driver_model.teams == ["front-desk"]
    assert whole.drivers == of(found, "front-desk").drivers and whole.teams == ["front-desk", "repair"]


def test_a_theme_has_the_tone_of_those_who_use_it() -> None:
    """Below the middle on average a complaint, from 4 on praise, between them mixed; nothing without ratings."""
    texts = (("queue", 2), ("queue", 3), ("staff", 4), ("staff", 4), ("desk", 3), ("desk", 3), ("lobby", None))
    comments = [{"text": text, **({"rating": rating} if rating else {})} for text, rating in (*texts, texts[-1])]
    found = of(results(survey(overall={"5": 10}, comments=comments)), "front-desk")

    assert {theme.term: theme.tone for theme in found.themes} == {
        "queue": "complaint",
        "staff": "praise",
        "desk": "mixed",
        "lobby": None,
    }


@pytest.mark.parametrize(("ratings", "mean"), [((1, 1, 2, 2), None), ((1, 1, 2, 2, None), None), ((1, 1, 2, 2, 4), 2)])
def test_a_theme_tells_no_mean_of_fewer_than_five_ratings(ratings: tuple[int | None, ...], mean: float | None) -> None:
    """With the sentences beside it, the mean of a few would tell how each of them rated."""
    comments = [{"text": f"queue {n}", **({"rating": rating} if rating else {})} for n, rating in enumerate(ratings)]
    (theme,) = of(results(survey(overall={"5": 10}, comments=comments)), "front-desk").themes

    assert (theme.n, theme.rating, theme.tone) == (len(ratings), mean, "complaint")


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
    assert [(t.term, t.n, t.tone) for t in team.themes] == [("queue", 2, "complaint"), ("slow", 2, "complaint")]
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
    assert [(t.language, t.term, t.n, t.tone) for t in team.themes] == [
        ("zh", "排队", 2, "complaint"),
        ("en", "queue", 2, "mixed"),
    ]
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
