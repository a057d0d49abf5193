"""Early warnings: every rule on both sides of its edge, an alert that ends with its cause, whom it tells, its order."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess_workspace import action, actions, kpi, observed, organisation, results
from auditloop.assess.alerts import RULES
from auditloop.assess.results import Alert
from auditloop.model.early_warning import EarlyWarning

AS_OF = dt.date(2026, 3, 31)
MONTHS = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)] + ["2026-01", "2026-02", "2026-03"]
LED = {"id": "front-desk", "name": "Front desk", "lead": "li-wei"}
PEOPLE = [{"id": "li-wei", "name": "Li Wei", "team": "front-desk"}]


def alerts(*documents: dict[str, Any], rule: str, as_of: dt.date = AS_OF, **warning: Any) -> list[Alert]:
    """Alerts of one rule in an organisation whose front desk Li Wei leads."""
    zone = organisation(teams=[LED, {"id": "call-centre", "name": "Call centre"}], people=PEOPLE, timezone="UTC")
    found = results({**zone, "early_warning": warning} if warning else zone, *documents, as_of=as_of)
    return [alert for alert in found.alerts if alert.rule == rule]


def ticket(id: int | str, received: str, category: str = "waiting", **more: Any) -> dict[str, Any]:
    """A complaint; `resolved`, `first_response` and so on are its events."""
    rest = {key: more.pop(key) for key in ("repeat_of", "type") if key in more}
    return {
        "id": f"T-{id}",
        "type": "complaint",
        "category": category,
        "received": received,
        "events": more,
        **rest,
    }


def tickets(*written: dict[str, Any], team: str = "front-desk", **more: Any) -> dict[str, Any]:
    return {"kind": "tickets", "team": team, "tickets": list(written), **more}


# --- breach


STANDARD = {
    "kind": "standards",
    "standards": [
        {
            "id": "first",
            "name": "First response",
            "to": "first_response",
            "within": "30min",
            "target": 90,
            "responsible": {"en": "Service centre"},
        }
    ],
}


def answered(month: str, late: int, of: int) -> list[dict[str, Any]]:
    """So many complaints of a month, the first ones answered after an hour instead of ten minutes."""
    return [
        ticket(
            f"{month}-{number}",
            f"{month}-02T09:00",
            first_response=f"{month}-02T{'10:00' if number < late else '09:10'}",
        )
        for number in range(of)
    ]


def test_a_standard_that_misses_its_target_warns() -> None:
    """Two of ten late: 80 % of 90 %. The interval (49 to 94 %) reaches the target: to be looked into."""
    (alert,) = alerts(STANDARD, tickets(*answered("2026-03", 2, 10)), rule="breach")

    assert (alert.team, alert.severity, alert.since) == ("front-desk", "medium", dt.date(2026, 3, 1))
    assert (alert.what.due, alert.what.broken, alert.what.attainment, alert.what.target) == (10, 2, 0.8, 0.9)
    assert (alert.link.kind, alert.link.id) == ("standard", "first")
    assert (alert.who.owner, alert.who.responsible, alert.who.lead) == (None, {"en": "Service centre"}, "li-wei")


def test_a_standard_that_chance_does_not_excuse_is_urgent() -> None:
    """Ten of twenty late: the upper end of the interval, 70 %, lies below the target of 90 %."""
    (alert,) = alerts(STANDARD, tickets(*answered("2026-03", 10, 20)), rule="breach")

    assert alert.severity == "high"
    assert alert.what.interval[1] == pytest.approx(0.7007, abs=1e-4)


@pytest.mark.parametrize(("late", "of", "warns"), [(1, 5, False), (2, 20, False), (2, 19, True)])
def test_a_standard_on_its_edge(late: int, of: int, warns: bool) -> None:
    """One late ticket alone is no alert; two of twenty are 90 %, which is the target; two of nineteen are less."""
    assert bool(alerts(STANDARD, tickets(*answered("2026-03", late, of)), rule="breach")) == warns


def test_a_standard_counts_the_months_it_was_missed_in_a_row() -> None:
    """December kept, January and February missed, nothing due in March: since January, for two months."""
    log = tickets(*answered("2025-12", 0, 9), *answered("2026-01", 2, 9), *answered("2026-02", 3, 9))

    (alert,) = alerts(STANDARD, log, rule="breach")

    assert (alert.since, alert.what.months, alert.what.period) == (dt.date(2026, 1, 1), 2, "2026-02")


def test_the_running_month_raises_an_alert_but_does_not_end_it() -> None:
    """On 20 March one ticket in time does not undo February; at the end of the month it does."""
    log = tickets(*answered("2026-02", 3, 9), *answered("2026-03", 0, 1))
    begun = tickets(*answered("2026-02", 0, 9), *answered("2026-03", 3, 9))

    assert alerts(STANDARD, log, rule="breach", as_of=dt.date(2026, 3, 20))
    assert not alerts(STANDARD, log, rule="breach", as_of=dt.date(2026, 3, 31))
    assert alerts(STANDARD, begun, rule="breach", as_of=dt.date(2026, 3, 20))


# --- repeated complaint


def again(**events: str) -> dict[str, Any]:
    """Two complaints about the same, the second ten days after the first, with these events."""
    return tickets(ticket(1, "2026-03-05T09:00"), ticket(2, "2026-03-15T09:00", repeat_of="T-1", **events))


def test_a_repeated_complaint_that_nobody_solved_is_urgent() -> None:
    """The alert is about the latest ticket and says when the first came."""
    (alert,) = alerts(again(), rule="repeated-complaint")

    assert (alert.severity, alert.since, alert.who.lead) == ("high", dt.date(2026, 3, 15), "li-wei")
    assert (alert.what.ticket, alert.what.first, alert.what.times, alert.what.days) == ("T-2", "T-1", 2, 10)
    assert (alert.what.category, alert.what.solved) == ("waiting", False)


@pytest.mark.parametrize(
    ("events", "warns"),
    [
        ({"resolved": "2026-03-16T09:00"}, True),
        ({"resolved": "2026-03-16T09:00", "followed_up": "2026-03-17T09:00"}, False),
        ({"withdrawn": "2026-03-16T09:00"}, False),
    ],
)
def test_a_repeated_complaint_ends_with_the_call(events: dict[str, str], warns: bool) -> None:
    """Solved is not enough: somebody has to call back."""
    assert bool(alerts(again(**events), rule="repeated-complaint")) == warns


@pytest.mark.parametrize(("days", "warns"), [(10, True), (9, False)])
def test_a_complaint_repeats_only_within_the_short_time(days: int, warns: bool) -> None:
    """Ten days apart: within ten, not within nine."""
    assert bool(alerts(again(), rule="repeated-complaint", repeated_complaint={"days": days})) == warns


def test_a_solved_complaint_is_no_news_for_ever() -> None:
    """Thirty days after it was solved a call comes too late; one that is not solved stays."""
    solved = again(resolved="2026-03-16T09:00")

    assert alerts(solved, rule="repeated-complaint", as_of=dt.date(2026, 4, 14))
    assert not alerts(solved, rule="repeated-complaint", as_of=dt.date(2026, 4, 15))
    assert alerts(again(), rule="repeated-complaint", as_of=dt.date(2026, 12, 31))


def test_a_third_complaint_takes_the_place_of_the_second() -> None:
    """One alert for one problem, urgent because it is the third time."""
    log = tickets(
        ticket(1, "2026-03-05T09:00"),
        ticket(2, "2026-03-10T09:00", repeat_of="T-1", resolved="2026-03-11T09:00"),
        ticket(3, "2026-03-20T09:00", repeat_of="T-2", resolved="2026-03-21T09:00"),
    )

    (alert,) = alerts(log, rule="repeated-complaint")

    assert (alert.what.ticket, alert.what.first, alert.what.times, alert.severity) == ("T-3", "T-1", 3, "high")


def test_a_repeated_enquiry_is_no_complaint() -> None:
    """Only who complains again is called back."""
    log = tickets(ticket(1, "2026-03-05T09:00"), ticket(2, "2026-03-15T09:00", repeat_of="T-1", type="enquiry"))

    assert not alerts(log, rule="repeated-complaint")


# --- hot spot


def monthly(*counts: int, category: str = "waiting", team: str = "front-desk") -> dict[str, Any]:
    """So many complaints in each of the months that end with March 2026."""
    months = MONTHS[-len(counts) :]
    return tickets(
        *[
            ticket(f"{category}-{month}-{number}", f"{month}-10T09:00", category)
            for month, count in zip(months, counts, strict=True)
            for number in range(count)
        ],
        team=team,
    )


def test_a_category_beyond_its_own_limit_is_a_hot_spot() -> None:
    """Eleven months of four, then fifteen: mean 59 ÷ 12 = 4.917, upper limit 4.917 + 3·√4.917 = 11.57 (c chart)."""
    (alert,) = alerts(monthly(*[4] * 11, 15), rule="hot-spot")

    assert (alert.team, alert.severity, alert.since) == ("front-desk", "medium", dt.date(2026, 3, 1))
    assert (alert.what.category, alert.what.n, alert.what.chart, alert.what.months) == ("waiting", 15, "c", 1)
    assert alert.what.centre == pytest.approx(59 / 12)
    assert alert.what.upper == pytest.approx(59 / 12 + 3 * (59 / 12) ** 0.5)


@pytest.mark.parametrize(("last", "warns"), [(11, False), (12, True)])
def test_a_hot_spot_on_its_edge(last: int, warns: bool) -> None:
    """With eleven the limit is 4.583 + 3·√4.583 = 11.006; with twelve 4.667 + 3·√4.667 = 11.15."""
    assert bool(alerts(monthly(*[4] * 11, last), rule="hot-spot")) == warns


def test_a_hot_spot_that_lasts_is_urgent() -> None:
    """Fifteen in two months running: mean 74 ÷ 13 = 5.692, upper limit 5.692 + 3·√5.692 = 12.85; since February."""
    (alert,) = alerts(monthly(*[4] * 11, 15, 15), rule="hot-spot")

    assert (alert.severity, alert.what.months, alert.since) == ("high", 2, dt.date(2026, 2, 1))
    assert alert.what.upper == pytest.approx(12.85, abs=0.005)


def test_a_hot_spot_needs_a_number_and_a_past() -> None:
    """Below the smallest number there is none, however rare the category is; nor without limits."""
    rare = monthly(1, *[0] * 10, 4)

    assert not alerts(rare, rule="hot-spot")
    assert alerts(rare, rule="hot-spot", hot_spot={"tickets": 4})
    assert not alerts(monthly(*[4] * 10, 30), rule="hot-spot")


def test_a_hot_spot_cools_with_its_category() -> None:
    """The month after is within the limits again."""
    assert alerts(monthly(*[4] * 11, 15), rule="hot-spot")
    assert not alerts(monthly(*[4] * 11, 15, 4), rule="hot-spot")


def test_the_running_month_is_no_hot_spot_yet() -> None:
    """On 20 March the month is not over: February is judged."""
    assert not alerts(monthly(*[4] * 11, 15), rule="hot-spot", as_of=dt.date(2026, 3, 20))


def test_what_no_team_shows_all_together_may() -> None:
    """Eight are within each team's limit, 3.417 + 3·√3.417 = 8.96; sixteen are beyond 6.833 + 3·√6.833 = 14.68."""
    log = monthly(*[3] * 11, 8), monthly(*[3] * 11, 8, team="call-centre")

    (alert,) = alerts(*log, rule="hot-spot")

    assert (alert.team, alert.what.n, alert.who.lead) == (None, 16, None)


# --- indicators


def series(*values: float, **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Minutes, lower is better, for the months that end with March 2026."""
    return kpi(**more), observed(dict(zip(MONTHS[-len(values) :], values, strict=True)))


STEADY = [30, 31, 29, 30, 32, 28, 30, 31, 29, 30, 31]


def test_an_indicator_beyond_chance_in_the_wrong_direction_warns() -> None:
    """Eleven steady months, then far above the upper limit; with a target that it misses, urgent."""
    (alert,) = alerts(*series(*STEADY, 60), rule="concern")
    (urgent,) = alerts(*series(*STEADY, 60, target=40), rule="concern")

    assert (alert.severity, alert.team, alert.since) == ("medium", "front-desk", dt.date(2026, 3, 1))
    assert (alert.what.signal, alert.what.value, alert.what.target) == ("outside", 60, None)
    assert (urgent.severity, urgent.what.met) == ("high", False)
    assert (alert.link.kind, alert.link.id) == ("kpi", "response")


def test_an_improvement_or_noise_is_no_concern() -> None:
    """Far below is good news, a little above is chance; and of what has no direction nobody knows."""
    assert not alerts(*series(*STEADY, 5), rule="concern")
    assert not alerts(*series(*STEADY, 33), rule="concern")
    assert not alerts(*series(*STEADY, 60, better="neither"), rule="concern")


def test_an_indicator_is_judged_from_enough_values() -> None:
    """Twelve values are enough, and as many as the organisation asks for."""
    assert not alerts(*series(*STEADY, 60), rule="concern", concern={"points": 13})
    assert alerts(*series(*STEADY, 60), rule="concern", concern={"points": 12})


def test_a_concern_ends_with_the_next_usual_value() -> None:
    """Nothing is remembered."""
    assert not alerts(*series(*STEADY, 60, 30), rule="concern")


@pytest.mark.parametrize(("values", "warns"), [([41, 42, 43], True), ([39, 41, 42], False), ([41, 42, 40], False)])
def test_a_target_missed_three_times_running_warns(values: list[float], warns: bool) -> None:
    """Against at most 40: two times is not three, and a value on target ends it."""
    found = alerts(*series(*values, target=40), rule="target-missed")

    assert bool(found) == warns
    if warns:
        assert (found[0].since, found[0].severity) == (dt.date(2026, 1, 1), "medium")
        assert (found[0].what.periods, found[0].what.from_, found[0].what.value) == (3, "2026-01", 43)


def test_how_often_a_target_may_be_missed_is_the_organisations_choice() -> None:
    """Two or four instead of three."""
    assert alerts(*series(39, 41, 42, target=40), rule="target-missed", target_missed={"periods": 2})
    assert not alerts(*series(41, 42, 43, target=40), rule="target-missed", target_missed={"periods": 4})


def test_a_target_out_of_reach_is_urgent_and_one_that_comes_nearer_is_not() -> None:
    """Steady around 30: a target of 20 lies outside the limits. One far better than usual, still missed, can wait."""
    (out_of_reach,) = alerts(*series(*STEADY, 30, target=20), rule="target-missed")
    (nearer,) = alerts(*series(*STEADY, 15, target=10), rule="target-missed")

    assert (out_of_reach.severity, out_of_reach.what.assurance) == ("high", "fail")
    assert (nearer.severity, nearer.what.variation) == ("low", "improvement")


def test_the_organisation_warns_only_where_its_teams_are_silent() -> None:
    """Pooled, two teams that miss it in turn miss it always; a team that misses it itself speaks for both."""
    share = kpi(kind_of_data="proportion", unit="%", better="higher", target=90)

    def of(team: str, *solved: int) -> dict[str, Any]:
        return observed(
            {month: {"n": n, "of": 100} for month, n in zip(MONTHS[-3:], solved, strict=True)}, "response", team
        )

    (whole,) = alerts(share, of("front-desk", 70, 95, 70), of("call-centre", 95, 70, 95), rule="target-missed")
    (team,) = alerts(share, of("front-desk", 70, 70, 70), of("call-centre", 95, 95, 95), rule="target-missed")

    assert (whole.team, whole.what.value) == (None, 82.5)
    assert team.team == "front-desk"


# --- actions


@pytest.mark.parametrize(("due", "warns"), [("2026-03-31", False), ("2026-03-30", True)])
def test_an_action_is_overdue_the_day_after(due: str, warns: bool) -> None:
    """Due today is not late. As urgent as its priority; its owner and the team's lead are told."""
    found = alerts(actions(action("A-1", due=due, priority="high", owner="li-wei")), rule="overdue")

    assert bool(found) == warns
    if warns:
        assert (found[0].severity, found[0].since, found[0].what.days) == ("high", dt.date(2026, 3, 31), 1)
        assert (found[0].who.owner, found[0].who.lead) == ("li-wei", "li-wei")
        assert (found[0].link.kind, found[0].link.id) == ("action", "A-1")


def test_overdue_by_how_much_is_the_organisations_choice() -> None:
    """Eleven days late: a week is exceeded, a fortnight is not. The alert says since when it really is."""
    late = actions(action("A-1", due="2026-03-20"))

    (alert,) = alerts(late, rule="overdue", overdue={"days": 7})
    assert (alert.since, alert.what.days, alert.severity) == (dt.date(2026, 3, 21), 11, "medium")
    assert not alerts(late, rule="overdue", overdue={"days": 14})


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_finished_warns_no_more(status: str) -> None:
    """Done late or given up: neither overdue nor put off."""
    finished = {"status": status, "due": "2026-02-01", "moved": MOVED, **({"done": "2026-03-01"} if status == "done" else {})}  # fmt: skip  # noqa: E501

    assert not alerts(actions(action("A-1", **finished)), rule="overdue")
    assert not alerts(actions(action("A-1", **finished)), rule="moved")


MOVED = [
    {"from": "2026-01-31", "to": "2026-02-28", "reason": "x"},
    {"from": "2026-02-28", "to": "2026-04-30", "reason": "x"},
]


def test_an_action_put_off_twice_warns() -> None:
    """Since the due date that was given up the second time; 89 days from the first one to the present one."""
    (alert,) = alerts(actions(action("A-1", moved=MOVED, priority="low")), rule="moved")

    assert (alert.severity, alert.since, alert.who.owner) == ("low", dt.date(2026, 2, 28), "front-desk")
    assert (alert.what.times, alert.what.days, alert.what.due) == (2, 89, dt.date(2026, 4, 30))
    assert not alerts(actions(action("A-1", moved=MOVED[:1])), rule="moved")
    assert not alerts(actions(action("A-1", moved=MOVED)), rule="moved", moved={"times": 3})


def test_a_due_date_given_up_ahead_of_time_counts_from_today() -> None:
    """On 31 March the second postponement has given up a date in April; nobody knows when it was decided."""
    ahead = [MOVED[0], {"from": "2026-04-15", "to": "2026-05-31", "reason": "x"}]

    (alert,) = alerts(actions(action("A-1", moved=ahead, due="2026-05-31")), rule="moved")

    assert alert.since == AS_OF


# --- data


@pytest.mark.parametrize(("as_of", "warns"), [(dt.date(2026, 3, 10), False), (dt.date(2026, 3, 11), True)])
def test_values_are_late_ten_days_after_their_period(as_of: dt.date, warns: bool) -> None:
    """February may come until 10 March."""
    found = alerts(kpi(), observed({"2025-12": 30, "2026-01": 31}), rule="data-late", as_of=as_of)

    assert bool(found) == warns
    if warns:
        assert (found[0].team, found[0].severity, found[0].since) == ("front-desk", "low", dt.date(2026, 3, 11))
        assert (found[0].what.kpis, found[0].what.values, found[0].what.from_) == (["response"], 1, "2026-02")


def test_the_values_of_a_team_are_one_alert() -> None:
    """Two indicators, one of them two months behind: since the earliest, and no longer low."""
    documents = (
        kpi("a"),
        kpi("b"),
        observed({"2025-12": 1}, "a"),
        observed({"2026-01": 1}, "b"),
        observed({"2026-02": 1}, "a", "call-centre"),
    )
    (alert,) = alerts(*documents, rule="data-late")

    assert (alert.severity, alert.since) == ("medium", dt.date(2026, 2, 11))
    assert (alert.what.kpis, alert.what.values, alert.what.periods) == (["a", "b"], 3, 2)


def test_late_from_when_is_the_organisations_choice() -> None:
    """31 days after the end of February is 31 March; a day more has not passed."""
    documents = kpi(), observed({"2026-01": 31})

    assert alerts(*documents, rule="data-late", data_late={"days": 30})
    assert not alerts(*documents, rule="data-late", data_late={"days": 31})


def test_a_gap_with_later_values_is_no_longer_waited_for() -> None:
    """January is missing for good; nothing is late."""
    assert not alerts(kpi(), observed({"2025-12": 30, "2026-02": 31}), rule="data-late")


# --- training coverage


def trained(attended: int, audience: int, day: str = "2026-03-02", number: int = 1) -> dict[str, Any]:
    return {
        "id": f"TR-{number}",
        "name": "Training",
        "planned": day,
        "held": day,
        "attended": attended,
        "audience": audience,
    }


def sessions(*written: dict[str, Any], team: str | None = "front-desk") -> dict[str, Any]:
    return {"kind": "training", **({"team": team} if team else {}), "sessions": list(written)}


@pytest.mark.parametrize(("attended", "severity"), [(8, None), (7, "medium"), (4, "medium"), (3, "high"), (0, "high")])
def test_training_that_reaches_too_few_warns(attended: int, severity: str | None) -> None:
    """Below 80 % of ten: eight are enough; below half of that it is urgent."""
    found = alerts(sessions(trained(attended, 10)), rule="training-coverage")

    assert [alert.severity for alert in found] == ([severity] if severity else [])


def test_training_is_told_with_its_numbers_and_its_team() -> None:
    """All sessions together: 7 of 20, since the one that took the coverage below; the team's lead is told."""
    document = sessions(trained(10, 10, "2026-01-10", 1), trained(2, 10, "2026-02-10", 2), trained(3, 10, number=3))

    (alert,) = alerts(document, rule="training-coverage")

    assert (alert.what.attended, alert.what.expected, alert.what.coverage, alert.what.least) == (15, 30, 0.5, 0.8)
    assert (alert.since, alert.team, alert.who.lead) == (dt.date(2026, 2, 10), "front-desk", "li-wei")
    assert (alert.link.kind, alert.link.id) == ("training", "front-desk")


def test_training_of_a_year_ago_is_over() -> None:
    """On its anniversary it no longer counts: the alert ends, or begins, where the others alone decide."""
    low = sessions(trained(1, 10, "2025-03-31"))
    good_and_low = sessions(trained(30, 30, "2025-03-20", 1), trained(2, 10, "2025-06-10", 2))

    assert alerts(low, rule="training-coverage", as_of=dt.date(2026, 3, 30))
    assert alerts(low, rule="training-coverage", as_of=dt.date(2026, 3, 31)) == []
    (alert,) = alerts(good_and_low, rule="training-coverage")
    assert alert.since == dt.date(2026, 3, 20)


def test_training_has_the_organisations_own_threshold() -> None:
    """50 % asked for, and half of them came."""
    document = sessions(trained(5, 10))

    assert alerts(document, rule="training-coverage", training_coverage={"percent": 50}) == []
    assert len(alerts(document, rule="training-coverage", training_coverage={"percent": 51})) == 1


def test_training_of_the_organisation_warns_for_itself() -> None:
    """It is nobody's in particular."""
    (alert,) = alerts(sessions(trained(1, 10), team=None), rule="training-coverage")

    assert (alert.team, alert.link.id, alert.who.lead) == (None, "organisation", None)


def test_training_that_tells_no_numbers_warns_of_nothing() -> None:
    """Nothing is known of whom it reached; what is planned has reached nobody yet."""
    planned = {"id": "TR-1", "name": "x", "planned": "2026-01-10", "audience": 10}
    held = {"id": "TR-2", "name": "x", "planned": "2026-01-10", "held": "2026-01-10", "attended": 3}

    assert alerts(sessions(planned, held), rule="training-coverage") == []


# --- risk without plan


def feared(likelihood: int, impact: int, assessed: str, **more: Any) -> dict[str, Any]:
    written = {
        "id": "R-1",
        "name": "Outage",
        "category": "system",
        "likelihood": likelihood,
        "impact": impact,
        "assessed": assessed,
        "owner": "li-wei",
        **more,
    }
    return {"kind": "risks", "team": "front-desk", "risks": [written]}


@pytest.mark.parametrize(("assessed", "warned"), [("2026-03-01", True), ("2026-03-02", False)])
def test_a_serious_risk_without_a_plan_warns_after_a_month(assessed: str, warned: bool) -> None:
    """Thirty days after the assessment, on 31 March; not after twenty-nine."""
    found = alerts(feared(2, 5, assessed), rule="risk-without-plan")

    assert bool(found) == warned
    if warned:
        (alert,) = found
        assert (alert.severity, alert.since, alert.what.days) == ("medium", AS_OF, 30)
        assert (alert.who.owner, alert.link.kind, alert.link.id) == ("li-wei", "risk", "R-1")


@pytest.mark.parametrize(("likelihood", "impact", "severity"), [(3, 3, None), (3, 4, "medium"), (5, 4, "high")])
def test_a_risk_warns_by_its_level(likelihood: int, impact: int, severity: str | None) -> None:
    """Medium does not, high does, extreme is urgent."""
    found = alerts(feared(likelihood, impact, "2026-01-01"), rule="risk-without-plan")

    assert [alert.severity for alert in found] == ([severity] if severity else [])


def test_a_risk_counts_from_the_assessment_that_found_it_serious() -> None:
    """High again after it was medium; that it was high long ago does not count."""
    history = [
        {"date": "2025-01-01", "likelihood": 3, "impact": 4},
        {"date": "2025-06-01", "likelihood": 2, "impact": 3},
        {"date": "2025-12-01", "likelihood": 3, "impact": 4},
    ]

    (alert,) = alerts(feared(4, 5, "2026-03-20", history=history), rule="risk-without-plan")

    assert (alert.what.serious_since, alert.since) == (dt.date(2025, 12, 1), dt.date(2025, 12, 31))
    assert (alert.severity, alert.what.level) == ("high", "extreme")


@pytest.mark.parametrize("more", [{"plan": "Call the maker"}, {"closed": {"date": "2026-02-01", "reason": "Replaced"}}])
def test_a_plan_or_the_end_of_the_risk_ends_the_alert(more: dict[str, Any]) -> None:
    """The cause is gone."""
    assert alerts(feared(2, 5, "2026-01-01", **more), rule="risk-without-plan") == []


def test_a_risk_has_the_organisations_own_patience() -> None:
    """At once, or after a hundred days."""
    document = feared(2, 5, "2026-03-31")

    assert len(alerts(document, rule="risk-without-plan", risk_without_plan={"days": 0})) == 1
    assert alerts(document, rule="risk-without-plan", risk_without_plan={"days": 100}) == []


# --- all rules


BAD = (
    STANDARD,
    tickets(
        *answered("2026-03", 3, 9),
        ticket(1, "2026-03-05T09:00"),
        ticket(2, "2026-03-15T09:00", repeat_of="T-1"),
    ),
    monthly(*[4] * 11, 15, category="heat", team="call-centre"),
    kpi(target=20),
    observed(dict(zip(MONTHS[-13:-1], [*STEADY, 60], strict=True))),
    actions(action("A-1", due="2026-03-30", moved=MOVED), action("A-2", due="2026-03-01", priority="high")),
    sessions(trained(1, 10)),
    feared(2, 5, "2026-01-01"),
)
"""Something for every rule, in April."""


def whole(*documents: dict[str, Any], **warning: Any) -> list[Alert]:
    zone = organisation(teams=[LED, {"id": "call-centre", "name": "Call centre"}], people=PEOPLE)
    return results({**zone, "early_warning": warning}, *documents, as_of=dt.date(2026, 4, 15)).alerts


def test_every_rule_can_warn() -> None:
    """Nothing in the table is dead."""
    assert {alert.rule for alert in whole(*BAD)} == {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_can_be_switched_off(rule: Any) -> None:
    """And takes no other with it."""
    key = rule.name.replace("-", "_")

    assert {a.rule for a in whole(*BAD)} - {a.rule for a in whole(*BAD, **{key: "off"})} == {rule.name}
    assert rule.setting(EarlyWarning(**{key: "off"})) == "off"


def test_the_most_severe_come_first() -> None:
    """Then by rule in the order of the table, then the longest standing."""
    found = whole(*BAD)
    rules = [rule.name for rule in RULES]

    keys = [(("high", "medium", "low").index(a.severity), rules.index(a.rule), a.since) for a in found]
    assert keys == sorted(keys)


def test_order_of_the_files_is_irrelevant() -> None:
    """The same alerts with the same names, however the documents come."""
    shuffled = list(BAD)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert whole(*shuffled) == whole(*BAD)


def test_an_alert_keeps_its_name_while_it_lasts() -> None:
    """A day later it is the same one; another spell has another name."""
    late = actions(action("A-1", due="2026-03-20"))
    (first,) = alerts(late, rule="overdue", as_of=dt.date(2026, 3, 25))
    (next_day,) = alerts(late, rule="overdue", as_of=dt.date(2026, 3, 26))
    (moved,) = alerts(actions(action("A-1", due="2026-03-24")), rule="overdue", as_of=dt.date(2026, 3, 26))

    assert first.id == next_day.id != moved.id


def test_nothing_recorded_nothing_to_warn_of() -> None:
    """An organisation that has just begun sees no alarm."""
    assert results(organisation()).alerts == []


def test_a_team_without_a_lead_names_none() -> None:
    """Nobody is guessed from a list of people."""
    documents = kpi(target=20), observed(dict(zip(MONTHS[-3:], [30, 30, 30], strict=True)), team="call-centre")

    (alert,) = alerts(*documents, rule="target-missed")

    assert (alert.team, alert.who.lead, alert.who.owner, alert.who.responsible) == ("call-centre", None, None, None)


# --- an alert never outlives its cause


@given(st.lists(st.integers(20, 60), min_size=1, max_size=20), st.integers(1, 6))
def test_a_missed_target_warns_exactly_while_it_is_missed(values: list[int], periods: int) -> None:
    """Whatever was before, the latest values decide."""
    found = alerts(*series(*values, target=40), rule="target-missed", target_missed={"periods": periods})
    missed = len(values) >= periods and all(value > 40 for value in values[-periods:])

    assert bool(found) == missed


@given(
    st.sampled_from(["planned", "in-progress", "blocked", "done", "verified", "cancelled"]),
    st.dates(dt.date(2026, 3, 1), dt.date(2026, 5, 31)),
    st.integers(0, 4),
    st.integers(1, 4),
)
def test_an_action_warns_exactly_while_it_is_open(status: str, due: dt.date, moves: int, times: int) -> None:
    """Overdue and put off both end with the action, and with a new due date the first."""
    moved = [
        {"from": f"2026-02-{day:02d}", "to": f"2026-02-{day + 1:02d}", "reason": "x"} for day in range(1, moves + 1)
    ]
    done = {"done": "2026-03-20"} if status in ("done", "verified") else {}
    verdict = (
        {"verification": {"date": "2026-03-25", "by": "li-wei", "result": "partly"}} if status == "verified" else {}
    )
    written = actions(action("A-1", status=status, due=due.isoformat(), moved=moved, **done, **verdict))
    still_open = status in ("planned", "in-progress", "blocked")

    assert bool(alerts(written, rule="overdue")) == (still_open and due < AS_OF)
    assert bool(alerts(written, rule="moved", moved={"times": times})) == (still_open and moves >= times)


@given(st.lists(st.integers(0, 9), min_size=12, max_size=24), st.integers(1, 40))
def test_a_hot_spot_is_always_about_the_latest_month(past: list[int], last: int) -> None:
    """Where it warns, the latest month that the log reaches (one without a ticket it does not) is beyond the limit that
    it names."""
    for alert in alerts(monthly(*past, last), rule="hot-spot"):
        assert alert.what.n == last > alert.what.upper
        assert alert.what.period == "2026-03"
