"""What tickets tell beside indicators: volumes, crowds, repeats, what waits, calls due, the complaint process. Every
number here can be checked by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import organisation, results
from auditloop.assess.pareto import pareto
from auditloop.assess.results import ProcessStep, Results, StandardSummary, TicketResult
from auditloop.assess.voice.crossed import adjusted_residual, cross
from test_assess_tickets import HOURS, standard, ticket, tickets


def told(*documents: dict[str, Any], as_of: dt.date = dt.date(2026, 3, 31)) -> Results:
    zone = organisation("front-desk", "call-centre", timezone="Asia/Shanghai", business_hours=HOURS)
    return results(zone, *documents, as_of=as_of)


def scope(*documents: dict[str, Any], team: str | None = None, **more: Any) -> TicketResult:
    (found,) = [each for each in told(*documents, **more).tickets if each.team == team]
    return found


def summary(*documents: dict[str, Any], team: str | None = None, **more: Any) -> StandardSummary:
    (found,) = [each for each in told(*documents, **more).standard_summaries if each.team == team]
    return found


def at_step(found: TicketResult, name: str) -> ProcessStep:
    (step,) = [each for each in found.process if each.step == name]
    return step


def test_volumes_by_month_and_type() -> None:
    """February is inside the logs and has no ticket; March is not over on its 15th day."""
    found = scope(
        tickets(ticket(1, "01-05 09:00"), ticket(2, "01-06 09:00", "enquiry")),
        tickets(ticket(3, "03-02 09:00", escalated="03-02 10:00"), team="call-centre"),
        as_of=dt.date(2026, 3, 15),
    )

    assert [(m.period, m.n, m.by_type, m.escalated, m.complete) for m in found.months] == [
        ("2026-01", 2, {"complaint": 1, "enquiry": 1}, 0, True),
        ("2026-02", 0, {"complaint": 0, "enquiry": 0}, 0, True),
        ("2026-03", 1, {"complaint": 1, "enquiry": 0}, 1, False),
    ]
    assert (found.total, found.n, found.complaints) == (3, 3, 2)
    assert (found.escalated, found.escalation_rate, found.escalation_median) == (1, 1 / 3, 60)


def test_the_window_is_the_year_up_to_the_latest_ticket() -> None:
    """From April 2025 to March 2026: the ticket of March 2025 counts in its month only."""
    old = {"id": "T-0", "type": "complaint", "category": "old", "received": "2025-03-31T23:59"}
    new = {"id": "T-9", "type": "complaint", "category": "new", "received": "2025-04-01T00:00"}
    found = scope(tickets(old, new, ticket(1, "03-02 09:00", category="new")), as_of=dt.date(2026, 8, 1))

    assert (found.window, found.total, found.n) == ("2025-04..2026-03", 3, 2)
    assert [(c.key, c.n) for c in found.categories] == [("new", 2)]
    assert (found.months[0].period, len(found.months)) == ("2025-03", 13)


def test_categories_of_all_tickets_and_of_complaints() -> None:
    """Three of four with a category wait; of the complaints one of two."""
    found = scope(
        tickets(
            ticket(1, "03-02 09:00", category="wait"),
            ticket(2, "03-02 09:00", category="bill"),
            ticket(3, "03-02 09:00", "enquiry", category="wait"),
            ticket(4, "03-02 09:00", "enquiry", category="wait"),
            ticket(5, "03-02 09:00", "enquiry"),
        )
    )

    assert [(c.key, c.n, c.share, c.cumulative) for c in found.categories] == [
        ("wait", 3, 0.75, 0.75),
        ("bill", 1, 0.25, 1),
    ]
    assert [(c.key, c.n) for c in found.complaint_categories] == [("bill", 1), ("wait", 1)]
    assert found.uncategorised == 1


def test_counts_that_are_known_give_the_same_shares_as_keys() -> None:
    """A hundred thousand tickets need not be named one by one."""
    assert pareto({"a": 1, "b": 3}) == pareto(["a", "b", "b", "b"])


def test_a_hot_spot_is_more_than_channel_and_category_alone_would_give() -> None:
    """30, 10, 10, 50: of 100, 40 came by phone and 40 about waiting, so 16 are expected where 30 are. The residual is
    14 ÷ √(16·0.6·0.6) = 5.83; the other three lie as far off, downwards by phone and app."""
    written = {("phone", "wait"): 30, ("phone", "bill"): 10, ("app", "wait"): 10, ("app", "bill"): 50}
    found = cross({("complaint" if n == 30 else None, *key): n for key, n in written.items()})

    assert [(c.channel, c.category, c.n, c.complaints) for c in found] == [
        ("app", "bill", 50, 0),
        ("phone", "wait", 30, 30),
        ("app", "wait", 10, 0),
        ("phone", "bill", 10, 0),
    ]
    assert found[1].expected == pytest.approx(16)
    assert [c.residual for c in found] == [pytest.approx(sign * 5.8333, abs=1e-4) for sign in (1, 1, -1, -1)]
    assert [c.hot for c in found] == [True, True, False, False]


def test_few_tickets_are_no_hot_spot() -> None:
    """Five of a sort say nothing yet, however far from the one expected: (5 − 1) ÷ √(0.8·0.8) = 5."""
    found = cross({(None, f"channel-{i}", f"category-{i}"): 5 for i in range(5)})

    assert [c.hot for c in found] == [False] * 5
    assert [c.residual for c in found] == [pytest.approx(5.0)] * 5


def test_one_channel_alone_has_no_residual() -> None:
    """Nothing to compare with: not a number, and not a hot spot."""
    assert adjusted_residual(20, 1.0, 0.5, 40) is None
    assert [c.hot for c in cross({(None, "phone", "wait"): 20, (None, "phone", "bill"): 20})] == [False, False]


def test_hours_are_those_of_the_organisation() -> None:
    """Sunday 23:30 in UTC is Monday 07:30 in Shanghai."""
    late = {"id": "T-1", "type": "enquiry", "received": "2026-03-01T23:30Z"}
    found = scope(tickets(late, ticket(2, "03-03 18:59"), ticket(3, "03-03 18:00")))

    assert found.hours[0][7] == 1
    assert found.hours[1][18] == 2
    assert sum(map(sum, found.hours)) == 3


def test_chains_of_the_same_problem() -> None:
    """T-3 repeats T-2, which repeats T-1; T-5 repeats one that is in no log."""
    found = scope(
        tickets(
            ticket(1, "03-02 09:00", category="wait"),
            ticket(2, "03-03 09:00", category="wait", repeat_of="T-1"),
            ticket(3, "03-04 09:30", category="bill", repeat_of="T-2"),
        ),
        tickets(ticket(4, "03-05 09:00"), ticket(5, "03-06 09:00", repeat_of="T-99"), team="call-centre"),
    )

    assert [(c.ids, c.team, c.category, c.first, c.last) for c in found.chains] == [
        (["T-1", "T-2", "T-3"], "front-desk", "bill", "2026-03-02T09:00", "2026-03-04T09:30"),
        (["T-99", "T-5"], "call-centre", None, None, "2026-03-06T09:00"),
    ]
    assert (found.repeated, found.repeat_rate, found.chain_count) == (3, 0.6, 2)
    assert found.months[-1].repeated == 3


def test_open_tickets_by_age() -> None:
    """At the end of 31 March: three hours, two days and 60 days old; solved and withdrawn ones are not there."""
    found = scope(
        standard(),
        tickets(
            ticket(1, "03-31 21:00"),
            ticket(2, "03-30 00:00"),
            ticket(3, "01-31 00:00"),
            ticket(4, "03-02 09:00", resolved="03-02 10:00"),
            ticket(5, "03-02 09:00", withdrawn="03-02 09:05"),
        ),
    )

    assert found.open is not None
    assert [(t.id, t.hours, t.broken) for t in found.open] == [
        ("T-3", 60 * 24, ["first"]),
        ("T-2", 48, ["first"]),
        ("T-1", 3, ["first"]),
    ]
    assert found.open_by_age == {"day": 1, "three-days": 1, "week": 0, "month": 0, "longer": 1}


def test_a_log_that_never_says_when_tickets_were_solved() -> None:
    """They are not all open: nobody knows."""
    found = scope(tickets(ticket(1, "03-02 09:00", first_response="03-02 09:10")))

    assert (found.open, sum(found.open_by_age.values())) == (None, 0)


CALLS = tickets(
    ticket(1, "03-20 09:00", first_response="03-20 12:00", resolved="03-21 00:00"),
    ticket(2, "03-20 09:00", first_response="03-20 09:10", resolved="03-20 12:00"),
    ticket(3, "03-22 09:00", first_response="03-22 09:10", resolved="03-23 00:00", repeat_of="T-2"),
    ticket(4, "03-22 09:00", first_response="03-22 09:10", resolved="03-23 00:00"),
    ticket(5, "02-02 09:00", first_response="02-02 12:00", resolved="02-03 09:00"),
    ticket(6, "03-02 09:00", first_response="03-02 12:00", resolved="03-03 09:00", followed_up="03-04 09:00"),
    ticket(7, "03-22 09:00", "enquiry", first_response="03-22 12:00", resolved="03-23 00:00"),
)
"""T-1, T-5 and T-6 were answered late, T-2 came again as T-3, T-4 went well, T-7 is no complaint."""


def test_calls_that_breaches_and_repeats_ask_for() -> None:
    """Five ask for a call; T-6 has had it, T-5 waited for more than 30 days, three are due."""
    found = scope(standard(where={"type": "complaint"}), CALLS).follow_ups

    assert (found.asked, found.made, found.missed) == (5, 1, 1)
    assert [(call.id, call.days, call.broken, call.repeated) for call in found.due] == [
        ("T-2", 11.5, [], True),
        ("T-1", 11, ["first"], False),
        ("T-3", 9, [], True),
    ]


def test_a_standard_that_asks_for_calls() -> None:
    """Within ten days of the solution: T-1 has waited eleven days, T-2 eleven and a half; T-3 and T-4 nine, so that
    T-4 is in time, and T-3 is due because it is a repetition."""
    calls = {
        "kind": "standards",
        "standards": [
            {
                "id": "call",
                "name": "Call",
                "where": {"type": "complaint"},
                "from": "resolved",
                "to": "followed_up",
                "within": "10d",
            }
        ],
    }
    found = scope(calls, CALLS).follow_ups

    assert [(call.id, call.broken) for call in found.due] == [("T-2", ["call"]), ("T-1", ["call"]), ("T-3", [])]
    assert (found.asked, found.made, found.missed) == (6, 1, 1)


def test_the_complaint_process() -> None:
    """Of three complaints two were planned, one of them without a record of it, by the time it was answered; one is
    solved and called back."""
    steps = {
        "kind": "standards",
        "standards": [
            {"id": "plan", "name": "Plan", "where": {"type": "complaint"}, "to": "planned", "within": "4h",
             "clock": "business", "target": 90},
            {"id": "vip", "name": "VIP", "where": {"type": "complaint", "tier": "vip"}, "to": "answered",
             "within": "1h"},
        ],
    }  # fmt: skip
    found = scope(
        steps,
        tickets(
            ticket(1, "03-06 17:00", planned="03-09 10:00", answered="03-09 11:00"),
            ticket(2, "03-09 09:00", answered="03-09 11:00", resolved="03-09 15:00", followed_up="03-10 09:00"),
            ticket(3, "03-31 17:30"),
            ticket(4, "03-09 09:00", "enquiry", answered="03-09 09:05"),
        ),
    )

    assert [(s.step, s.reached, s.recorded) for s in found.process] == [
        ("received", 3, 3),
        ("planned", 2, 1),
        ("answered", 2, 2),
        ("resolved", 1, 1),
        ("followed_up", 1, 1),
    ]
    planned, answered = at_step(found, "planned"), at_step(found, "answered")
    assert (planned.standard, planned.limit, planned.median) == ("plan", 240, 120)
    assert (planned.due, planned.kept, planned.attainment) == (2, 2, 1)
    assert (answered.standard, answered.limit, answered.due) == (None, None, 0)
    assert answered.median == (66 * 60 + 120) / 2


def test_without_complaints_there_is_no_process() -> None:
    assert scope(tickets(ticket(1, "03-02 09:00", "enquiry"))).process == []


def test_a_standard_over_the_window() -> None:
    """January and March together: 2 of 4 in time; 10, 20, 50 and 90 minutes, median 35."""
    found = summary(
        standard(target=70),
        tickets(
            ticket(1, "01-02 09:00", first_response="01-02 09:10"),
            ticket(2, "01-02 09:00", first_response="01-02 09:50"),
            ticket(3, "03-02 09:00", first_response="03-02 09:20"),
            ticket(4, "03-03 09:00", first_response="03-03 10:30"),
        ),
        tickets(ticket(5, "03-31 23:50"), ticket(6, "03-31 23:00"), team="call-centre"),
    )

    assert (found.due, found.kept, found.open, found.attainment, found.met) == (5, 2, 1, 0.4, False)
    assert (found.limit, found.median, found.n) == (30, 35, 4)
    assert found.breaches is not None
    assert [(b.id, b.team, b.taken, b.over) for b in found.breaches] == [
        ("T-6", "call-centre", None, None),
        ("T-4", "front-desk", 90, 60),
        ("T-2", "front-desk", 50, 20),
    ]
    assert found.waiting is not None
    assert [(w.id, w.passed, w.late) for w in found.waiting] == [("T-6", 60, True), ("T-5", 10, False)]
    assert (found.breach_count, found.waiting_count, found.late_count) == (3, 2, 1)


def test_the_example_shows_the_clock_stand_still() -> None:
    """Friday 13 February 17:00 to the worked Saturday 10:00: one hour each side of a night. T-2 waits over Spring
    Festival: one hour before, one after, and it is the more telling one."""
    found = summary(
        standard(to="planned", within="4h", clock="business"),
        tickets(
            ticket(1, "02-13 17:00", planned="02-14 10:00"),
            ticket(2, "02-14 17:00", planned="02-24 10:00"),
            ticket(3, "03-02 10:00", planned="03-02 11:00"),
        ),
    ).example

    assert found is not None
    assert [(s.start, s.end, s.minutes, s.pause) for s in found.spans] == [
        ("2026-02-14T17:00", "2026-02-14T18:00", 60, None),
        ("2026-02-14T18:00", "2026-02-24T09:00", 13_860, "holiday"),
        ("2026-02-24T09:00", "2026-02-24T10:00", 60, None),
    ]
    assert (found.id, found.taken, found.kept) == ("T-2", 120, True)


def test_pauses_say_why() -> None:
    """A weekend is a weekend, also where the pause begins on Friday evening; within a week it is out of hours."""
    zone = standard(to="planned", within="4h", clock="business")
    weekend = summary(zone, tickets(ticket(1, "03-06 17:00", planned="03-09 10:00"))).example
    night = summary(zone, tickets(ticket(1, "03-04 17:00", planned="03-05 10:00"))).example

    assert weekend is not None
    assert night is not None
    assert [s.pause for s in weekend.spans] == [None, "weekend", None]
    assert [s.pause for s in night.spans] == [None, "night", None]


def test_teams_have_their_own_numbers() -> None:
    """The organisation's are all of them; a team's breaches stand with the organisation, which lists all."""
    documents = (
        standard(),
        tickets(ticket(1, "03-02 09:00", first_response="03-02 10:00")),
        tickets(ticket(2, "03-02 09:00", first_response="03-02 09:10"), team="call-centre"),
    )
    found = told(*documents)

    assert [(t.team, t.n) for t in found.tickets] == [(None, 2), ("front-desk", 1), ("call-centre", 1)]
    assert [(s.team, s.due, s.kept) for s in found.standard_summaries] == [
        (None, 2, 1),
        ("front-desk", 1, 0),
        ("call-centre", 1, 1),
    ]
    assert found.standard_summaries[1].breaches is None


def test_a_workspace_without_tickets() -> None:
    assert (told(standard()).tickets, told(standard()).standard_summaries) == ([], [])
