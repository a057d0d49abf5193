"""Standards and indicators from tickets: every number here can be checked by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import kpi, observed, organisation, results
from auditloop.assess.results import Results, StandardResult
from auditloop.tickets.quantile import quantile

HOURS = {"country": "CN", "days": "mon-fri", "hours": "09:00-18:00"}


def ticket(number: int, received: str, type_: str = "complaint", **more: Any) -> dict[str, Any]:
    """A ticket of 2026; times of events stand in `more`: first_response="03-02 09:30"."""
    events = {name: _time(more.pop(name)) for name in list(more) if isinstance(more[name], str) and "-" in more[name] and ":" in more[name]}  # fmt: skip  # noqa: E501
    return {"id": f"T-{number}", "type": type_, "received": _time(received), "events": events, **more}


def _time(text: str) -> str:
    return "2026-" + text.replace(" ", "T")


def tickets(*written: dict[str, Any], team: str = "front-desk", **more: Any) -> dict[str, Any]:
    return {"kind": "tickets", "team": team, "tickets": list(written), **more}


def standard(**more: Any) -> dict[str, Any]:
    """First response within 30 minutes, unless told otherwise."""
    rest = more if "met" in more else {"to": "first_response", "within": "30min", **more}
    return {"kind": "standards", "standards": [{"id": "first", "name": "First", **rest}]}


def kept(*documents: dict[str, Any], as_of: dt.date = dt.date(2026, 3, 31)) -> list[StandardResult]:
    zone = organisation("front-desk", "call-centre", timezone="Asia/Shanghai", business_hours=HOURS)
    return results(zone, *documents, as_of=as_of).standards


def values(found: Results, team: str | None = "front-desk") -> list[tuple[str, float | None]]:
    (series,) = [s for k in found.kpis for s in k.series if s.team == team]
    return [(point.period, point.value) for point in series.points]


def test_attainment_with_its_interval_and_times() -> None:
    """Three of four answered in time: 75 %, Wilson 30.1 to 95.4 %; times 10, 20, 30 and 50 minutes."""
    whole, team = kept(
        standard(target=70),
        tickets(
            ticket(1, "03-02 09:00", first_response="03-02 09:10"),
            ticket(2, "03-02 09:00", first_response="03-02 09:20"),
            ticket(3, "03-02 23:50", first_response="03-03 00:20"),
            ticket(4, "03-02 09:00", first_response="03-02 09:50"),
        ),
    )

    assert (team.team, team.period, team.due, team.kept, team.open, team.attainment) == (
        "front-desk",
        "2026-03",
        4,
        3,
        0,
        0.75,
    )
    assert team.interval == [pytest.approx(0.3006, abs=1e-4), pytest.approx(0.9544, abs=1e-4)]
    assert (team.median, team.n) == (25, 4)
    assert team.p90 == pytest.approx(44)
    assert (team.target, team.met, team.breaches) == (0.7, True, ["T-4"])
    assert (whole.team, whole.kept, whole.breaches) == (None, 3, None)


def test_open_tickets_at_the_end_of_the_day() -> None:
    """Received 23:50, judged at midnight: ten minutes are not thirty. One from the morning has broken the limit."""
    _, team = kept(standard(), tickets(ticket(1, "03-31 23:50"), ticket(2, "03-31 08:00")))

    assert (team.due, team.kept, team.open, team.breaches) == (1, 0, 1, ["T-2"])
    assert (team.attainment, team.median, team.p90) == (0, None, None)


def test_the_picture_of_an_earlier_day() -> None:
    """What happened later has not happened yet: the ticket is open, the other is not there."""
    log = tickets(ticket(1, "03-02 23:45", first_response="03-03 08:00"), ticket(2, "03-03 09:00"))

    from assess_workspace import workspace
    from auditloop.assess import assess
    from auditloop.model.as_known import as_known_on

    zone = organisation(timezone="Asia/Shanghai")
    known = as_known_on(workspace(zone, standard(), log), dt.date(2026, 3, 2))
    found = assess(known, as_of=dt.date(2026, 3, 2), generator="g", data_hash="h").standards
    assert [(s.due, s.open) for s in found] == [(0, 1), (0, 1)]


def test_a_step_that_nobody_noted() -> None:
    """A solved ticket was answered before: its end is the latest it can have been. Its time is not told."""
    _, team = kept(
        standard(),
        tickets(ticket(1, "03-02 09:00", resolved="03-02 09:25"), ticket(2, "03-02 09:00", resolved="03-02 11:00")),
    )

    assert (team.due, team.kept, team.unrecorded, team.breaches, team.n) == (2, 1, 2, ["T-2"], 0)


def test_a_later_step_shows_an_earlier_one() -> None:
    """A plan is made after the investigation: planned at 10:30, it was investigated within the two hours; at 12:00,
    nobody knows. Nothing noted at all: broken after two hours."""
    _, team = kept(
        standard(to="investigated", within="2h"),
        tickets(
            ticket(1, "03-02 09:00", planned="03-02 10:30"),
            ticket(2, "03-02 09:00", planned="03-02 12:00", answered="03-02 13:00"),
            ticket(3, "03-02 09:00", first_response="03-02 09:10"),
            ticket(4, "03-02 09:00", answered="03-02 10:59"),
        ),
    )

    assert (team.due, team.kept, team.unrecorded, team.breaches, team.n) == (4, 2, 3, ["T-2", "T-3"], 0)


def test_limits_run_through_the_night_the_month_and_the_changed_clocks() -> None:
    """In Berlin: 23:50 on 31 March to 00:15 on 1 April is 25 minutes. On 29 March 01:50 to 03:20 is half an hour, as
    the hour from two is skipped; on 25 October 01:50 to 03:20 is two and a half hours, as it comes twice."""
    zone = organisation("front-desk", timezone="Europe/Berlin")
    found = results(
        zone,
        standard(),
        tickets(
            ticket(1, "03-31 23:50", first_response="04-01 00:15"),
            ticket(2, "03-29 01:50", first_response="03-29 03:20"),
            ticket(3, "10-25 01:50", first_response="10-25 03:20"),
        ),
        as_of=dt.date(2026, 10, 31),
    ).standards

    assert [(s.period, s.kept, s.median) for s in found if s.team] == [("2026-03", 2, 27.5), ("2026-10", 0, 150.0)]


def test_withdrawn_tickets_are_due_no_more_unless_the_limit_had_passed() -> None:
    """Withdrawn after ten minutes it is not counted, withdrawn after an hour it was late."""
    _, team = kept(
        standard(),
        tickets(ticket(1, "03-02 09:00", withdrawn="03-02 09:10"), ticket(2, "03-02 09:00", withdrawn="03-02 10:00")),
    )

    assert (team.due, team.kept, team.open, team.breaches) == (1, 0, 0, ["T-2"])


def test_a_standard_on_business_time() -> None:
    """Friday 13 February 17:00 to the worked Saturday 10:00 is two hours; Spring Festival does not count at all."""
    _, team = kept(
        standard(to="planned", within="1d", clock="business"),
        tickets(ticket(1, "02-13 17:00", planned="02-14 10:00"), ticket(2, "02-14 17:00", planned="02-24 17:30")),
    )

    assert (team.kept, team.breaches, team.median) == (1, ["T-2"], (120 + 570) / 2)


def test_a_share_as_a_standard() -> None:
    """Two of three enquiries were answered without a person."""
    _, team = kept(
        standard(where={"type": "enquiry"}, met={"solved_by": ["bot", "self-service"]}, target=70),
        tickets(
            ticket(1, "03-02 09:00", "enquiry", solved_by="bot"),
            ticket(2, "03-02 09:00", "enquiry", solved_by="self-service"),
            ticket(3, "03-02 09:00", "enquiry", solved_by="person"),
            ticket(4, "03-02 09:00"),
        ),
    )

    assert (team.due, team.kept, team.breaches, team.met, team.median) == (3, 2, ["T-3"], False, None)


LOG = tickets(
    ticket(1, "01-30 09:00", first_response="01-30 09:20", resolved="02-02 09:00", contacts=1, rating=5),
    ticket(
        2, "02-03 09:00", first_response="02-03 09:40", resolved="02-03 12:00", contacts=1, rating=2, repeat_of="T-1"
    ),
    ticket(
        3, "02-03 10:00", "enquiry", first_response="02-03 10:05", resolved="02-03 10:05", contacts=1, solved_by="bot"
    ),
    ticket(4, "02-10 10:00", "enquiry", escalated="02-10 11:00", resolved="02-11 10:00", contacts=3, rating=4),
)

SHARE = {"measure": "share", "where": {"type": "enquiry"}, "met": {"solved_by": "bot"}}
ANSWERED = {"measure": "mean", "to": "first_response"}


@pytest.mark.parametrize(
    ("measure", "more", "january", "february"),
    [
        ({"measure": "mean", "to": "first_response"}, {}, 20, 22.5),
        ({"measure": "median", "to": "resolved"}, {"unit": "h"}, None, 13.5),
        ({"measure": "p90", "to": "resolved"}, {"unit": "h"}, None, 57.6),
        ({"measure": "mean", "from": "received", "to": "escalated"}, {}, None, 60),
        ({"measure": "count"}, {"kind_of_data": "count"}, 1, 3),
        ({"measure": "count", "where": {"type": "enquiry"}}, {"kind_of_data": "count"}, 0, 2),
        ({"measure": "first-contact-resolution"}, {"kind_of_data": "proportion", "unit": "%"}, None, 50),
        ({"measure": "repeat-rate"}, {"kind_of_data": "proportion", "unit": "%"}, 0, 100 / 3),
        ({"measure": "repeat-rate", "within": "2d"}, {"kind_of_data": "proportion", "unit": "%"}, 0, 0),
        ({"measure": "escalation-rate"}, {"kind_of_data": "proportion", "unit": "%"}, 0, 100 / 3),
        (SHARE, {"kind_of_data": "proportion"}, None, 0.5),
        ({"measure": "attainment", "standards": "first"}, {"kind_of_data": "proportion", "unit": "%"}, 100, 100 / 3),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) and "measure" in value else "",
)  # fmt: skip
def test_what_an_indicator_takes_from_tickets(
    measure: dict[str, Any], more: dict[str, Any], january: float | None, february: float
) -> None:
    """Four tickets: times in the month they end in, counts in the month of receipt; nothing of the running month."""
    found = results(kpi(from_tickets=measure, **more), standard(), LOG, as_of=dt.date(2026, 3, 20))

    expected = [("2026-02", pytest.approx(february))]
    assert values(found) == ([("2026-01", pytest.approx(january)), *expected] if january is not None else expected)


def rated(team: str, *ratings: int, first: int = 1) -> dict[str, Any]:
    """One ticket of February for each rating."""
    numbered = enumerate(ratings, start=first)
    return tickets(
        *(ticket(n, "02-03 09:00", resolved="02-04 09:00", rating=rating) for n, rating in numbered), team=team
    )


def test_what_customers_say_of_their_tickets() -> None:
    """5, 4, 2, 5 and 3: 3.8 on average, three of five satisfied."""
    mean, share = {"measure": "rating"}, {"measure": "satisfied"}
    log = rated("front-desk", 5, 4, 2, 5, 3)

    assert values(results(kpi(from_tickets=mean, unit="points"), log)) == [("2026-02", pytest.approx(3.8))]
    assert values(results(kpi(from_tickets=share, kind_of_data="proportion", unit="%"), log)) == [("2026-02", 60)]


def test_ratings_of_few_customers_are_not_told() -> None:
    """Three of the front desk are hidden and not in the whole; beside two of the repair shop they are five in it."""
    mean, organised = kpi(from_tickets={"measure": "rating"}), organisation("front-desk", "call-centre", "repair")
    logs = rated("front-desk", 1, 1, 1), rated("call-centre", 5, 5, 5, 5, 5, 5, first=10)

    alone = results(organised, mean, *logs)
    beside = results(organised, mean, *logs, rated("repair", 1, 1, first=20))

    assert {s.team: [p.value for p in s.points] for k in alone.kpis for s in k.series} == {
        None: [5],
        "call-centre": [5],
    }
    assert {s.team: [p.value for p in s.points] for k in beside.kpis for s in k.series} == {
        None: [pytest.approx(35 / 11)],
        "call-centre": [5],
    }


def test_the_month_that_has_not_ended_is_not_told() -> None:
    """On 27 February there is January only."""
    found = results(kpi(kind_of_data="count", from_tickets={"measure": "count"}), LOG, as_of=dt.date(2026, 2, 27))

    assert values(found) == [("2026-01", 1)]


def test_typed_values_stand_where_there_are_no_tickets() -> None:
    """A series may begin with values reported before the log did."""
    found = results(kpi(from_tickets=ANSWERED), observed({"2025-12": 31}), LOG, as_of=dt.date(2026, 3, 20))

    assert values(found) == [("2025-12", 31), ("2026-01", 20), ("2026-02", 22.5)]


def test_the_organisations_median_is_that_of_all_tickets() -> None:
    """Medians of teams are not averaged: of 1, 2 and 9 minutes it is 2, of 100 beside them 5.5."""
    one = tickets(*(ticket(n, "02-02 09:00", first_response=f"02-02 09:0{n}") for n in (1, 2, 9)))
    other = tickets(ticket(10, "02-02 09:00", first_response="02-02 10:40"), team="call-centre")
    median = kpi(from_tickets={"measure": "median", "to": "first_response"})
    found = results(organisation("front-desk", "call-centre"), median, one, other)

    assert values(found) == [("2026-02", 2)]
    assert values(found, None) == [("2026-02", 5.5)]
    (series,) = [s for k in found.kpis for s in k.series if s.team is None]
    assert (series.pooled, series.coarse) == ("records", [])


def test_nobody_hands_in_what_tickets_give() -> None:
    """A month without tickets is no missing value of the team."""
    found = results(kpi(from_tickets={"measure": "mean", "to": "first_response"}), LOG, as_of=dt.date(2026, 6, 30))

    assert found.data_quality.missing == []


def test_quantiles_are_those_of_r() -> None:
    """quantile(c(1, 2, 4, 8, 16), c(.5, .9)) is 4 and 12.8 in R."""
    assert quantile([16, 1, 8, 2, 4], 0.5) == 4
    assert quantile([16, 1, 8, 2, 4], 0.9) == pytest.approx(12.8)
