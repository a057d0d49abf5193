"""Recognition by its rules: smallest numbers, chance, the same problem again, honest attempts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import action, actions, audit, checklist, domain, finding, item, organisation, results, verified
from auditloop.assess.results import RecognitionResult, StarPeriod, TeamRecognition

AS_OF = dt.date(2026, 3, 31)
CHECKLIST = checklist(domain("process", item("greeting"), item("queue")))


def recognised(*documents: dict[str, Any], as_of: dt.date = AS_OF, **rules: Any) -> RecognitionResult:
    zone = organisation("front-desk", "call-centre", "repair", timezone="UTC", recognition=rules)
    return results(zone, *documents, as_of=as_of).recognition


def team(*documents: dict[str, Any], as_of: dt.date = AS_OF, **rules: Any) -> TeamRecognition:
    """The front desk."""
    return recognised(*documents, as_of=as_of, **rules).teams[0]


# --- months without a complaint


def log(**months: tuple[int, int]) -> dict[str, Any]:
    """`m03=(3, 1)`: three enquiries and one complaint in March 2026."""
    written = []
    for month, (enquiries, complaints) in months.items():
        received = f"2026-{month[1:]}-10T09:00"
        for number in range(enquiries + complaints):
            type_ = "enquiry" if number < enquiries else "complaint"
            written.append({"id": f"T-{month}-{number}", "type": type_, "received": received})
    return {"kind": "tickets", "team": "front-desk", "tickets": written}


def test_a_month_in_which_nobody_complained() -> None:
    """January had a complaint; February and March had none: two in a row."""
    found = team(log(m01=(20, 1), m02=(20, 0), m03=(25, 0)))

    assert (found.months, found.zero_complaint_months, found.zero_in_a_row) == (3, ["2026-02", "2026-03"], 2)


def test_a_complaint_ends_the_run() -> None:
    """The latest month counts first."""
    found = team(log(m01=(20, 0), m02=(20, 0), m03=(20, 1)))

    assert (found.zero_complaint_months, found.zero_in_a_row) == (["2026-01", "2026-02"], 0)


@pytest.mark.parametrize(("enquiries", "counts"), [(19, False), (20, True)])
def test_a_quiet_month_says_nothing(enquiries: int, counts: bool) -> None:
    """Nobody complains where nobody comes: twenty tickets are the fewest."""
    found = team(log(m03=(enquiries, 0)))

    assert (found.months, bool(found.zero_complaint_months)) == (int(counts), counts)
    assert team(log(m03=(5, 0)), zero_complaint_month={"tickets": 5}).zero_complaint_months


def test_the_running_month_is_not_over() -> None:
    """On 30 March a complaint may still come."""
    assert not team(log(m03=(20, 0)), as_of=dt.date(2026, 3, 30)).months


def test_last_year_is_last_years() -> None:
    """A year begins anew."""
    assert not team(log(m03=(20, 0)), as_of=dt.date(2027, 1, 31)).zero_complaint_months


# --- the service star


def survey(of: str, satisfied: int, n: int, period: str = "2026-Q1") -> dict[str, Any]:
    return {"kind": "survey", "team": of, "period": period, "overall": {"5": satisfied, "1": n - satisfied}}


def star(*documents: dict[str, Any], **rules: Any) -> StarPeriod:
    (found,) = recognised(*documents, **rules).star_periods
    return found


def test_the_star_stands_out_beyond_chance() -> None:
    """95 of 100: Wilson 88.8 to 97.8 %; the next has 85 %, which lies below."""
    found = star(survey("front-desk", 95, 100), survey("call-centre", 85, 100), survey("repair", 60, 100))

    assert (found.team, found.why, found.n, found.csat) == ("front-desk", "distinct", 100, 0.95)
    assert found.interval == [pytest.approx(0.8882, abs=1e-4), pytest.approx(0.9785, abs=1e-4)]
    assert (found.next, found.next_csat) == ("call-centre", 0.85)


def test_a_lead_that_chance_explains_makes_no_star() -> None:
    """The next has 90 %, which lies within the interval."""
    found = star(survey("front-desk", 95, 100), survey("call-centre", 90, 100))

    assert (found.team, found.why, found.best) == (None, "not-distinct", "front-desk")


def test_two_that_are_equal_make_no_star() -> None:
    """However many answers they have."""
    assert star(survey("front-desk", 950, 1000), survey("call-centre", 95, 100)).team is None


def test_few_answers_make_neither_a_star_nor_stand_in_its_way() -> None:
    """29 answers are too few: the best of the others is the star. With one other there is nobody to compare with."""
    few = survey("repair", 29, 29)
    others = survey("front-desk", 95, 100), survey("call-centre", 60, 100)

    assert star(few, *others).team == "front-desk"
    assert star(survey("repair", 30, 30), *others).best == "repair"
    assert star(few, others[0]).why == "too-few-teams"
    assert star(few, *others, service_star={"answers": 29}).best == "repair"


def test_stars_of_the_year() -> None:
    """A team keeps those of its year; the list has all, oldest first."""
    documents = [
        survey(of, n, 100, period)
        for period in ("2025-Q4", "2026-Q1")
        for of, n in (("front-desk", 95), ("call-centre", 60))
    ]

    found = recognised(*documents)

    assert [each.period for each in found.star_periods] == ["2025-Q4", "2026-Q1"]
    assert (found.year, found.teams[0].stars, found.teams[1].stars) == (2026, ["2026-Q1"], [])


# --- problems found again, and honest attempts


def found_twice(*taken: dict[str, Any], again: str = "2026-03-10") -> list[dict[str, Any]]:
    """The same item fails in 2025 and again; `taken` are the actions for the first finding."""
    return [
        CHECKLIST,
        audit("a-1", "2025-06-10", {"greeting": 0, "queue": 4}, findings=[finding("F-1", "greeting")]),
        audit("a-2", again, {"greeting": 0, "queue": 4}, findings=[finding("F-2", "greeting")]),
        *([actions(*taken)] if taken else []),
    ]


def test_a_problem_found_again_costs_points() -> None:
    """Five, or what the organisation sets."""
    found = team(*found_twice())

    assert [(p.finding, p.repeats, p.points, p.exempt) for p in found.problems_again] == [("F-2", ["F-1"], 5, None)]
    assert found.points_lost == 5
    assert team(*found_twice(), repeated_problem={"points": 2.5}).points_lost == 2.5


def test_a_problem_costs_points_in_its_year_only() -> None:
    """What came back last year was settled then; what is found once costs nothing."""
    assert team(*found_twice(again="2025-12-10")).points_lost == 0
    assert team(*found_twice()[:2]).points_lost == 0


@pytest.mark.parametrize(
    ("innovation", "result", "points"),
    [(True, "ineffective", 0), (True, "partly", 0), (True, "effective", 5), (False, "ineffective", 5)],
)
def test_an_honest_attempt_costs_nothing(innovation: bool, result: str, points: int) -> None:
    """Where something new was tried against the problem and did not work; an ordinary failure is no excuse."""
    tried = action("A-1", "F-1", innovation=innovation, **verified(result))

    found = team(*found_twice(tried))

    assert found.points_lost == points
    assert found.problems_again[0].exempt == ("A-1" if points == 0 else None)


def test_innovations_are_told_with_their_end() -> None:
    """Those of the year: tried, and of these the ones that failed."""
    found = team(
        actions(
            action("A-1", innovation=True, **verified("ineffective")),
            action("A-2", innovation=True, **verified("effective")),
            action("A-3", innovation=True),
            action("A-4"),
            action("A-5", innovation=True, opened="2025-03-01", due="2025-04-30"),
        )
    )

    assert (found.innovations, found.innovations_failed) == (["A-1", "A-2", "A-3"], ["A-1"])


# --- all rules


@pytest.mark.parametrize("rule", ["zero_complaint_month", "service_star", "repeated_problem"])
def test_every_rule_can_be_switched_off(rule: str) -> None:
    """And leaves the others as they are."""
    documents = (
        log(m03=(20, 0)),
        survey("front-desk", 95, 100),
        survey("call-centre", 60, 100),
        *found_twice(),
    )

    def told(found: TeamRecognition) -> dict[str, Any]:
        return {
            "zero_complaint_month": found.zero_complaint_months,
            "service_star": found.stars,
            "repeated_problem": found.problems_again,
        }

    with_all, without = told(team(*documents)), told(team(*documents, **{rule: "off"}))

    assert all(with_all.values())
    assert without == {**with_all, rule: []}
