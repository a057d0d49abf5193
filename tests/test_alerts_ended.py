"""Early warnings that are over: told by every rule whose data say when, and by no other; as earlier days saw them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

import pytest

from assess_workspace import action, actions, kpi, observed, organisation, workspace
from auditloop.assess import assess
from auditloop.assess.alerts import RULES, ended_since
from auditloop.assess.results import EndedAlert, Results
from auditloop.model.as_known import as_known_on
from rendered import demo, dom
from test_assess_alerts import (
    LED,
    MONTHS,
    PEOPLE,
    STANDARD,
    STEADY,
    again,
    answered,
    monthly,
    series,
    sessions,
    ticket,
    tickets,
    trained,
)

AS_OF = dt.date(2026, 3, 31)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(as_of: dt.date, *documents: dict[str, Any], **warning: Any) -> Results:
    """The workspace as it was known on a day."""
    zone = organisation(teams=[LED, {"id": "call-centre", "name": "Call centre"}], people=PEOPLE, timezone="UTC")
    known = as_known_on(workspace({**zone, "early_warning": warning} if warning else zone, *documents), as_of)
    return assess(known, as_of=as_of, generator="t", data_hash="0" * 12)


def ended(*documents: dict[str, Any], rule: str, as_of: dt.date = AS_OF, **warning: Any) -> list[EndedAlert]:
    return [each for each in at(as_of, *documents, **warning).alerts_ended if each.alert.rule == rule]


@pytest.mark.parametrize(
    ("as_of", "since"),
    [("2026-03-31", "2026-02-01"), ("2026-03-01", "2026-02-01"), ("2026-01-15", "2025-12-01")],
)
def test_since_the_month_before(as_of: str, since: str) -> None:
    """So that a whole month, which ends what is told by months, has ended since."""
    assert ended_since(day(as_of)) == day(since)


def test_a_standard_that_is_kept_again() -> None:
    """January and February missed, March kept by all nine: from 1 January to 31 March."""
    log = tickets(*answered("2026-01", 2, 9), *answered("2026-02", 3, 9), *answered("2026-03", 0, 9))
    (found,) = ended(STANDARD, log, rule="breach")

    assert (found.alert.since, found.until, found.by) == (day("2026-01-01"), day("2026-03-31"), "kept")
    assert (found.period, found.value, found.alert.what.months) == ("2026-03", 1.0, 2)


def test_a_standard_that_hardly_anybody_saw_broken() -> None:
    """One of nine in March misses the target of 90 %, and is too few to warn of."""
    log = tickets(*answered("2026-02", 3, 9), *answered("2026-03", 1, 9))
    (found,) = ended(STANDARD, log, rule="breach")

    assert (found.by, found.value) == ("few", pytest.approx(8 / 9))


def test_a_standard_broken_again_was_kept_in_between() -> None:
    """January missed, February kept, March missed: one alert is over, another one holds."""
    log = tickets(*answered("2026-01", 2, 9), *answered("2026-02", 0, 9), *answered("2026-03", 2, 9))
    results = at(AS_OF, STANDARD, log)
    over = [each.alert for each in results.alerts_ended if each.alert.rule == "breach"]
    now = [each for each in results.alerts if each.rule == "breach"]

    assert [each.since for each in over] == [day("2026-01-01")]
    assert [each.since for each in now] == [day("2026-03-01")]
    assert over[0].id != now[0].id


def test_what_ended_longer_ago_is_history() -> None:
    """On 30 April a standard kept since February is no news."""
    log = tickets(*answered("2026-01", 2, 9), *answered("2026-02", 0, 9))

    assert ended(STANDARD, log, rule="breach", as_of=day("2026-03-31"))
    assert not ended(STANDARD, log, rule="breach", as_of=day("2026-04-30"))


def test_a_surge_that_is_over() -> None:
    """Fifteen complaints in February, four in March."""
    (found,) = ended(monthly(*[4] * 11, 15, 4), rule="hot-spot")

    assert (found.alert.since, found.until, found.by) == (day("2026-02-01"), day("2026-03-31"), "within-limits")
    assert (found.period, found.value, found.alert.what.n) == ("2026-03", 4, 15)


def test_a_surge_that_goes_on_in_all_teams_together_is_not_over() -> None:
    """The front desk alone in February, both together in March: its cause is still there."""
    log = monthly(*[3] * 11, 15, 9), monthly(*[3] * 12, 9, team="call-centre")

    assert any(alert.rule == "hot-spot" for alert in at(AS_OF, *log).alerts)
    assert not ended(*log, rule="hot-spot")


def test_an_indicator_that_varies_as_usual_again() -> None:
    """60 in February is far beyond the limits, 30 in March is not."""
    (found,) = ended(*series(*STEADY, 60, 30), rule="concern")

    assert (found.alert.since, found.until, found.by) == (day("2026-02-01"), day("2026-03-31"), "usual")
    assert (found.alert.what.value, found.period, found.value) == (60, "2026-03", 30)


def test_an_indicator_needs_as_many_values_as_before() -> None:
    """With thirteen values asked for, the twelve up to February had warned of nothing."""
    assert not ended(*series(*STEADY, 60, 30), rule="concern", concern={"points": 13})


@pytest.mark.parametrize(("last", "by"), [(39, "met"), (45, None)])
def test_a_target_that_is_met_again(last: float, by: str | None) -> None:
    """Missed in December, January and February; met in March, or missed a fourth time."""
    found = ended(*series(41, 42, 43, last, target=40), rule="target-missed")

    assert [each.by for each in found] == ([by] if by else [])
    if found:
        assert (found[0].alert.since, found[0].alert.what.periods) == (day("2025-12-01"), 3)
        assert (found[0].until, found[0].value) == (day("2026-03-31"), 39)


def test_the_organisation_speaks_only_where_its_teams_never_did() -> None:
    """Both teams' targets are met again: two ended, and none of all together."""
    share = kpi(kind_of_data="proportion", unit="%", better="higher", target=90)
    values = {month: {"n": n, "of": 100} for month, n in zip(MONTHS[-4:], (70, 70, 70, 95), strict=True)}

    found = ended(share, observed(values), observed(values, "response", "call-centre"), rule="target-missed")

    assert [each.alert.team for each in found] == ["front-desk", "call-centre"]


def test_an_action_done_late_was_overdue_until_then() -> None:
    """Due on 10 March, done on the 20th: late on nine days' ends, of which the last is the 19th."""
    (found,) = ended(actions(action("A-1", due="2026-03-10", status="done", done="2026-03-20")), rule="overdue")

    assert (found.alert.since, found.until, found.by) == (day("2026-03-11"), day("2026-03-20"), "done")
    assert found.alert.what.days == 9


@pytest.mark.parametrize(("done", "told"), [("2026-03-11", False), ("2026-03-12", True)])
def test_an_action_done_the_day_after_never_was_overdue(done: str, told: bool) -> None:
    """At the end of the 11th it was done; one done on the 12th was late at the end of the 11th."""
    finished = actions(action("A-1", due="2026-03-10", status="done", done=done))

    assert bool(ended(finished, rule="overdue")) == told


def test_an_action_that_was_cancelled() -> None:
    """The last entry of its log says when; without one nobody knows."""
    late = {"due": "2026-03-10", "status": "cancelled"}
    (found,) = ended(actions(action("A-1", log=[{"date": "2026-03-20", "note": "no use"}], **late)), rule="overdue")

    assert (found.until, found.by) == (day("2026-03-20"), "cancelled")
    assert not ended(actions(action("A-1", **late)), rule="overdue")


def test_an_action_put_off_twice_is_done_at_last() -> None:
    """Since the due date that it gave up the second time."""
    moved = [{"from": "2026-02-10", "to": "2026-02-20", "reason": "x"}, {"from": "2026-02-20", "to": "2026-03-25", "reason": "x"}]  # fmt: skip  # noqa: E501
    (found,) = ended(actions(action("A-1", moved=moved, due="2026-03-25", status="done", done="2026-03-24")), rule="moved")  # fmt: skip  # noqa: E501

    assert (found.alert.since, found.until, found.by) == (day("2026-02-20"), day("2026-03-24"), "done")


@pytest.mark.parametrize(
    ("events", "until", "by"),
    [
        ({"resolved": "2026-03-16T09:00", "followed_up": "2026-03-18T09:00"}, "2026-03-18", "called"),
        ({"withdrawn": "2026-03-17T09:00"}, "2026-03-17", "withdrawn"),
        ({"resolved": "2026-03-16T09:00"}, "2026-04-15", "solved"),
    ],
)
def test_a_complaint_that_waits_no_more(events: dict[str, str], until: str, by: str) -> None:
    """By the call, by the customer, or a month after it was solved."""
    (found,) = ended(again(**events), rule="repeated-complaint", as_of=day("2026-04-30"))

    assert (found.alert.since, found.until, found.by) == (day("2026-03-15"), day(until), by)


def test_a_complaint_followed_up_on_the_same_day_was_no_alert() -> None:
    """At the end of the day nobody was waiting."""
    assert not ended(again(followed_up="2026-03-15T18:00"), rule="repeated-complaint")


def test_values_that_came_late_are_not_told() -> None:
    """The files do not say when somebody wrote them."""
    late = kpi(), observed({"2025-12": 30, "2026-02": 31})

    assert not ended(*late, rule="data-late")
    assert [rule.name for rule in RULES if rule.ended is None and rule.name == "data-late"]


def test_a_rule_that_is_off_tells_nothing() -> None:
    """Neither now nor of what was."""
    assert not ended(*series(41, 42, 43, 39, target=40), rule="target-missed", target_missed="off")


MIXED: tuple[dict[str, Any], ...] = (
    STANDARD,
    tickets(
        *answered("2026-01", 3, 9),
        *answered("2026-02", 3, 9),
        *answered("2026-03", 0, 9),
        ticket("a", "2026-02-05T09:00", "bill"),
        ticket(
            "b",
            "2026-02-15T09:00",
            "bill",
            repeat_of="T-a",
            resolved="2026-02-16T09:00",
            followed_up="2026-03-02T09:00",
        ),
        ticket("c", "2026-03-05T09:00", "door"),
        ticket("d", "2026-03-15T09:00", "door", repeat_of="T-c"),
    ),
    monthly(*[4] * 11, 15, 4, category="noise", team="call-centre"),
    *series(*STEADY, 60, 30, target=40),
    kpi("second", target=40),
    observed({"2025-12": 41, "2026-01": 42, "2026-02": 43, "2026-03": 38}, "second"),
    actions(
        action("A-1", due="2026-03-10", status="done", done="2026-03-20"),
        action("A-2", due="2026-03-15"),
        action("A-3", due="2026-01-10", status="done", done="2026-01-20"),
        action("A-4", due="2026-02-20", status="verified", done="2026-03-05"),
    ),
    sessions(trained(3, 10, "2026-01-10", 1), trained(30, 30, "2026-03-10", 2)),
)


def test_training_that_reached_enough_again() -> None:
    """3 of 10 in January, all of 30 on 10 March: 33 of 40 are enough from that day on."""
    document = sessions(trained(3, 10, "2026-01-10", 1), trained(30, 30, "2026-03-10", 2))

    (found,) = ended(document, rule="training-coverage")

    assert (found.alert.since, found.until, found.by) == (day("2026-01-10"), day("2026-03-10"), "trained")
    assert (found.alert.what.attended, found.alert.what.expected) == (3, 10)
    assert (found.period, found.value) == (None, None)


def test_training_that_is_a_year_ago() -> None:
    """1 of 10 on 20 March 2025 counts until 19 March 2026; what goes on is not over, nor what ended long ago."""
    low = trained(1, 10, "2025-03-20")

    (found,) = ended(sessions(low), rule="training-coverage")

    assert (found.until, found.by) == (day("2026-03-20"), "a-year-ago")
    assert ended(sessions(low, trained(2, 10, "2026-02-01", 2)), rule="training-coverage") == []
    assert ended(sessions(trained(1, 10, "2025-01-20")), rule="training-coverage") == []


def test_what_ended_is_what_earlier_days_saw_and_this_one_does_not() -> None:
    """Against the assessment of every fifth day since: what held then and holds no more is told, by the same name."""
    now = at(AS_OF, *MIXED)
    active, over = {alert.id for alert in now.alerts}, {each.alert.id for each in now.alerts_ended}
    first = ended_since(AS_OF)
    held = {
        alert.id
        for days in range(0, (AS_OF - first).days, 5)
        for alert in at(first + dt.timedelta(days=days), *MIXED).alerts
        if alert.rule != "data-late"
    }

    assert len(over) >= 6
    assert not active & over
    assert held - active == over


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_tells_what_ended(lang: str) -> None:
    """What, from when to when, and by what; that values which came late are not told."""
    words = dom("demo", lang, "early-warning.md").words
    said: Mapping[str, tuple[str, ...]] = {
        "en": (
            "What ended",
            "2026-07-01 to 2026-10-31",
            "which meets the target",
            "the cause ended: Data late",
        ),
        "zh": ("已解除的预警", "2026-07-01至2026-10-31", "已达标", "数据没有说明原因何时消除的"),
    }

    assert [text for text in said[lang] if text not in words] == []


def test_nothing_ended_is_said() -> None:
    """An organisation that has recorded nothing."""
    assert "No early warning ended since" in dom("empty", "en", "early-warning.md").words


def test_readers_of_the_feed_are_told_by_the_same_entry() -> None:
    """An entry that is over has a later day, and no other entry has its name."""
    feed = next(asset for asset in demo("en").assets if asset.path == "feeds/early-warning.xml")
    atom = {"a": "http://www.w3.org/2005/Atom"}
    entries = ElementTree.fromstring(feed.content).findall("a:entry", atom)
    ids = [entry.findtext("a:id", namespaces=atom) for entry in entries]
    over = [entry for entry in entries if (entry.findtext("a:title", namespaces=atom) or "").startswith("Over: ")]

    assert len(ids) == len(set(ids))
    assert over
    assert {c.get("term") for entry in over for c in entry.findall("a:category", atom)} >= {"over", "target-missed"}
