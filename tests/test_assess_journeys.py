"""Customer journeys: time by channel, value-adding share, waits, proposals, promised and measured."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from assess_workspace import organisation, results
from auditloop.assess.results import JourneyResult

CHANNELS = [{"id": "app", "name": "App"}, {"id": "counter", "name": "Counter"}]


def step(id_: str, minutes: float, *, value: bool = False, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_, "minutes": minutes, "adds_value": value, **more}


def esia(kind: str, saves: float) -> dict[str, Any]:
    return {"kind": kind, "proposal": "Do it otherwise", "saves_minutes": saves}


def journey(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    head = {"kind": "journey", "id": "arrival", "name": "Arrival", "date": "2026-01-15"}
    return {**head, "touchpoints": [{"id": "door", "name": "Door", "steps": list(steps)}], **more}


def assessed(*steps: dict[str, Any], **more: Any) -> JourneyResult:
    return results(organisation("front-desk", channels=CHANNELS), journey(*steps, **more)).journeys[0]


def test_the_share_of_value_adding_time() -> None:
    """12 of 60 minutes: process cycle efficiency of 20 %, worked on paper."""
    found = assessed(step("told", 2, value=True), step("wait", 48, waiting=True), step("served", 10, value=True)).paths[
        0
    ]

    assert (found.channel, found.steps, found.minutes, found.value_minutes) == (None, 3, 60, 12)
    assert found.value_share == pytest.approx(0.2)
    assert found.waiting_minutes == 48


def test_each_channel_has_its_own_steps_and_those_that_all_take() -> None:
    """The app waits 21 minutes, the counter 8; both share the reply."""
    found = assessed(
        step("unclaimed", 21, channel="app", waiting=True),
        step("queue", 8, channel="counter", waiting=True),
        step("reply", 5, value=True),
        channels=["counter", "app"],
    )

    assert [(path.channel, path.minutes) for path in found.paths] == [("counter", 13), ("app", 26)]
    assert found.longest_waits == ["unclaimed", "queue"]


def test_channels_may_be_left_to_the_steps() -> None:
    """Those that steps name are the ways; in the order of the steps."""
    found = assessed(step("a", 1, channel="app"), step("b", 1, channel="counter"))

    assert [path.channel for path in found.paths] == ["app", "counter"]


def test_a_way_without_time_has_no_share() -> None:
    """Nothing is divided by nothing."""
    assert assessed(step("instant", 0, value=True)).paths[0].value_share is None


def test_what_was_promised_is_compared_with_what_was_measured() -> None:
    """12 and 3 minutes promised by the steps measured again, 12 and 2 gained: 14 ÷ 15. What waits does not count."""
    found = assessed(
        step("a", 21, esia=esia("automate", 12), after={"minutes": 9, "date": "2026-03-01"}),
        step("b", 8, esia=esia("simplify", 3), after={"minutes": 6, "date": "2026-03-01"}),
        step("c", 4, esia=esia("eliminate", 4)),
    )

    assert (found.saves_minutes, found.promised, found.gained) == (19, 15, 14)
    assert found.kept == pytest.approx(14 / 15)
    assert [(s.kind, s.proposals, s.minutes) for s in found.savings] == [
        ("eliminate", 1, 4),
        ("simplify", 1, 3),
        ("integrate", 0, 0),
        ("automate", 1, 12),
    ]
    assert found.steps[0].kept == 1
    assert (found.paths[0].minutes, found.paths[0].minutes_after) == (33, 19)


def test_a_gain_can_be_a_loss() -> None:
    """A step that takes longer afterwards gains less than nothing."""
    found = assessed(step("a", 10, esia=esia("automate", 5), after={"minutes": 12, "date": "2026-03-01"}))

    assert (found.gained, found.kept) == (-2, pytest.approx(-0.4))


def test_nothing_measured_is_no_verdict() -> None:
    """Neither kept nor broken."""
    assert assessed(step("a", 10, esia=esia("automate", 5))).kept is None


def test_the_worst_step_is_the_worst_felt_and_the_longest_of_equals() -> None:
    """Two steps are felt as 1; the one of 9 minutes is worse."""
    found = assessed(
        step("short", 2, experience=1),
        step("long", 9, experience=1, pain="Why?"),
        step("good", 30, experience=5),
        step("?", 60),
    )

    assert (found.worst, found.pains) == ("long", 1)


def test_time_beyond_the_standard() -> None:
    """None without a standard, nought within it."""
    found = assessed(step("a", 8, standard_minutes=5), step("b", 5, standard_minutes=5), step("c", 5))

    assert [each.over for each in found.steps] == [3, 0, None]


def test_journeys_across_teams_come_first() -> None:
    """Then by team in organisation order, then by id."""
    documents = [
        journey(step("a", 1), id="b-desk", team="front-desk"),
        journey(step("a", 1), id="a-desk", team="front-desk"),
        journey(step("a", 1), id="hall", team="hall"),
        journey(step("a", 1), id="z-all"),
    ]

    found = results(organisation("hall", "front-desk"), *documents, as_of=dt.date(2026, 3, 31)).journeys

    assert [each.id for each in found] == ["z-all", "hall", "a-desk", "b-desk"]
