"""Satisfaction pages: the first sentence answers, chance is told, small groups stay hidden, texts stay texts."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from assess_workspace import organisation
from auditloop.model.build import with_responses
from auditloop.ratings import Responses
from auditloop.render.escape import plain
from auditloop.render.values import Site
from rendered import MARK, NASTY, Dom, demo, front_matter, html_of, nasty, render_documents

TOPICS = [
    {"id": "speed", "name": {"zh": "速度", "en": "Speed"}, "weight": 60},
    {"id": "manners", "name": {"zh": "态度", "en": "Manners"}, "weight": 40},
]
NOW, BEFORE, LAST_YEAR = "2026-Q2", "2026-Q1", "2025-Q2"


def survey(team: str, period: str, satisfied: int, of: int = 100, **more: Any) -> dict[str, Any]:
    overall = {answer: n for answer, n in (("5", satisfied), ("2", of - satisfied)) if n}
    return {"kind": "survey", "team": team, "period": period, "overall": overall, **more}


def site(*surveys: dict[str, Any], lang: str = "en", teams: tuple[str, ...] = ("front-desk", "repair", "hall")) -> Site:
    return render_documents([organisation(*teams, survey_dimensions=TOPICS), *surveys], lang)


def page(of: Site, path: str = "satisfaction.md") -> str:
    return next(each.text for each in of.pages if each.path == path)


def words(of: Site, path: str = "satisfaction.md") -> str:
    """Everything the page says, as a reader sees it."""
    return re.sub(r"\s+", " ", Dom(html_of(front_matter(page(of, path))[1])).words)


def lead(of: Site, path: str = "satisfaction.md") -> str:
    return str(json.loads(re.findall(r"^description: (.*)$", page(of, path), re.MULTILINE)[0]))


def asset(of: Site, path: str) -> str:
    return next(str(each.content) for each in of.assets if each.path == path)


def rows(of: Site, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(asset(of, f"downloads/{table}.csv").removeprefix("\ufeff"))))


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [
        (
            50,
            90,
            "more satisfied than in Q1 2026: in Q2 2026 90.0% of them gave 4 or 5 of 5, 40.0 pp more",
        ),
        (
            90,
            50,
            "less satisfied than in Q1 2026: in Q2 2026 50.0% of them gave 4 or 5 of 5, 40.0 pp less",
        ),
        (80, 82, "about as satisfied as in Q1 2026: in Q2 2026 82.0% of them gave 4 or 5 of 5"),
    ],
)
def test_the_first_sentence_answers(before: int, now: int, says: str) -> None:
    """More, less or equally satisfied than before; 80 and 82 of 100 are no difference."""
    found = site(survey("front-desk", BEFORE, before), survey("front-desk", NOW, now))

    for path in ("satisfaction.md", "satisfaction/front-desk.md"):
        assert lead(found, path).startswith(f"Customers are {says}")


def test_a_first_survey_is_compared_with_nothing() -> None:
    """One survey has a share with its interval, Wilson's of 80 in 100, and says that there is no earlier one."""
    found = lead(site(survey("front-desk", NOW, 80)), "satisfaction/front-desk.md")

    assert found.startswith("In Q2 2026 80.0% of customers gave 4 or 5 of 5 (95% interval 71.1% to 86.7%)")
    assert "no earlier survey" in found


def test_last_year_is_told_beside_the_last_survey() -> None:
    """Much better than a year ago, though hardly better than last quarter: both are said."""
    found = site(*(survey("front-desk", period, n) for period, n in ((LAST_YEAR, 50), (BEFORE, 88), (NOW, 90))))

    assert "Against Q2 2025 it is +40.0 pp: better beyond chance." in lead(found)


def test_only_teams_beyond_chance_are_named() -> None:
    """One of three stands out; the two others, a point apart, are not put in an order, and rows keep theirs."""
    found = site(survey("front-desk", NOW, 80), survey("repair", NOW, 40), survey("hall", NOW, 81))

    assert "Different from the other teams beyond chance: " in lead(found)
    assert "lower at repair" in lead(found)
    chart = json.loads(asset(found, "assets/charts/satisfaction-teams.json"))
    assert [(row["team"], row["signal"]) for row in chart["data"]["rows"]] == [
        ("front-desk", "good"),
        ("repair", "bad"),
        ("hall", "good"),
    ]
    alike = site(survey("front-desk", NOW, 80), survey("repair", NOW, 79), survey("hall", NOW, 81))
    assert "No team differs from the others by more than chance makes." in lead(alike)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_fewer_than_five_are_nowhere(lang: str) -> None:
    """Four answers with a comment: on no page, in no chart, in no table; the pages say that and why."""
    said = "Only four customers heard this"
    found = site(
        survey("front-desk", NOW, 80),
        survey("repair", NOW, 1, 4, comments=[{"text": said, "rating": 2}] * 2),
        lang=lang,
    )

    whole = "\n".join([*(each.text for each in found.pages), *(str(each.content) for each in found.assets)])
    assert said not in whole and "25.0%" not in whole
    assert [row["n"] for row in rows(found, "survey-answers") if row["team"] == "repair"] == []
    assert {row["answers"] for row in rows(found, "surveys") if row["team"] == ""} == {"100"}
    told = {"zh": "不足五", "en": "ewer than five"}[lang]
    assert told in words(found) and told in words(found, "satisfaction/repair.md")


def test_a_dimension_of_a_few_is_said_to_be_hidden() -> None:
    """Three answers to one dimension: a row without numbers, and a remark that names it."""
    asked = {"speed": {"answers": {"1": 3}}, "manners": {"answers": {"5": 60}}}
    found = words(site(survey("front-desk", NOW, 80, dimensions=asked)), "satisfaction/front-desk.md")

    assert "Fewer than five answered on Speed." in found


def test_one_computation_feeds_page_chart_and_table() -> None:
    """70 of 90 satisfied: the same share in the sentence, in the drawing's data, and unrounded in the table."""
    found = site(survey("front-desk", NOW, 70, 90, recommend={"10": 50, "0": 20, "7": 30}))

    row = next(row for row in rows(found, "surveys") if row["team"] == "front-desk")
    chart = json.loads(asset(found, "assets/charts/satisfaction-front-desk-csat.json"))
    assert float(row["csat"]) == 70 / 90 and float(row["nps"]) == pytest.approx(30)
    assert chart["data"]["points"][0]["value"] == pytest.approx(100 * 70 / 90)
    assert chart["data"]["points"][0]["low"] == pytest.approx(100 * float(row["csat_low"]))
    assert "77.8%" in lead(found, "satisfaction/front-desk.md")
    assert (row["promoters"], row["passives"], row["detractors"]) == ("50", "30", "20")


def test_another_mix_of_teams_is_pointed_out() -> None:
    """The whole gets better because a team with unhappy customers was not asked again: the page says so."""
    found = site(survey("front-desk", BEFORE, 90), survey("repair", BEFORE, 30), survey("front-desk", NOW, 90))

    assert "repair was asked in Q1 2026, not in Q2 2026." in words(found)
    assert "may come from other teams being asked" in words(found)
    assert "other teams being asked" not in words(found, "satisfaction/front-desk.md")


def test_a_team_that_was_never_asked_has_no_page() -> None:
    """Neither a page nor a section on its own page; the asked one has both, with a link between them."""
    found = site(survey("front-desk", NOW, 80))

    assert "satisfaction/repair.md" not in {each.path for each in found.pages}
    assert "satisfaction" not in page(found, "teams/repair.md")
    assert 'href="../satisfaction/front-desk.html"' in page(found, "teams/front-desk.md")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_surveys_the_page_says_so(lang: str) -> None:
    """No survey at all: one page with one sentence, no empty charts."""
    found = site(lang=lang)

    assert {"zh": "还没有登记调查。", "en": "No survey has been recorded yet."}[lang] == lead(found)
    assert "al-chart-block" not in page(found)


def test_only_recommendation_was_asked() -> None:
    """No overall rating: the page says it was not asked, and shows the net promoter score all the same."""
    asked = {"kind": "survey", "team": "front-desk", "period": NOW, "recommend": {"10": 6}}
    found = site(asked)

    assert "did not ask for an overall rating" in lead(found, "satisfaction/front-desk.md")
    assert "No interval: all answers are of one kind" in words(found, "satisfaction/front-desk.md")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_comments_and_names_stay_text(lang: str) -> None:
    """What customers wrote, and the names of dimensions, stand on the page as letters, whole."""
    text = words(nasty(lang), "satisfaction/front-desk.md")
    whole = page(nasty(lang), "satisfaction/front-desk.md")

    assert MARK in text and "<script>" not in whole
    for start in ("排队太久", "The queue was long"):
        assert f"{start} {' '.join(plain(NASTY).split())}" in text.replace("<wbr>", "")
    for table in ("survey-themes", "survey-dimensions"):
        assert not any(value.startswith(("=", "+", "@")) for row in rows(nasty(lang), table) for value in row.values())


def driven() -> Site:
    """Forty single answers: speed makes the overall rating, manners hardly."""
    speed = [1, 2, 3, 4, 4, 5, 5, 5, 4, 3] * 4
    manners = [4, 5, 5, 3, 4, 5, 4, 5] * 5
    overall = [min(5, each + at % 2) for at, each in enumerate(speed)]
    said = [("The queue was long", 2), ("Such a long queue", 1), ("Kind people", 5)]
    answers = Responses({"overall": overall, "speed": speed, "manners": manners}, said)
    rows = with_responses(
        {"kind": "survey", "team": "front-desk", "period": NOW, "respondents_csv": {"file": "a"}}, answers
    )
    return site(rows)


def test_the_page_says_what_drives_and_what_is_lamented() -> None:
    """The dimension that goes with the overall rating, from single answers; the word of the dissatisfied."""
    found = lead(driven(), "satisfaction/front-desk.md")

    assert re.search(r"What goes most with the overall rating is Speed: [\d.]+% of what the dimensions explain", found)
    assert "The comments complain mostly about “long” (2 comments) and “queue” (2 comments)." in found
    table = words(driven(), "satisfaction/front-desk.md")
    assert "“Such a long queue”" in table and "Kind people" not in table


def test_the_method_page_adds_up() -> None:
    """Worked examples are sums that a reader can do again: the score of recommendation, and the gains that make R²."""
    text = words(demo("en"), "method.md")
    top = re.search(r"\(([\d,]+) − ([\d,]+)\) ÷ ([\d,]+) × 100 = ([\d.]+)\.Var", text)
    assert top is not None
    promoters, detractors, n = (int(top[at].replace(",", "")) for at in (1, 2, 3))
    assert round(100 * (promoters - detractors) / n, 2) == float(top[4])
    gains = re.search(r"survey of Q2 2026: ([\d. +]+) = ([\d.]+) = R²", words(driven(), "method.md"))
    assert gains is not None
    assert round(sum(map(float, gains[1].split(" + "))), 3) == float(gains[2])
