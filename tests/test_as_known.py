"""`--as-of` gives the picture of that day from today's files."""

import datetime as dt

from auditloop.model.as_known import as_known_on
from auditloop.model.build import build_workspace

ORGANISATION = {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "t", "name": "T"}]}
ACTION = {
    "id": "A-t-1", "title": "x", "type": "corrective", "owner": "t", "opened": "2026-01-10", "due": "2026-03-01",
    "status": "verified", "progress": 100, "done": "2026-02-20",
    "verification": {"date": "2026-05-01", "by": "p", "result": "effective"},
    "log": [{"date": "2026-02-01", "note": "half way"}, {"date": "2026-04-01", "note": "looks good"}],
}  # fmt: skip
DOCUMENTS = [
    ORGANISATION,
    {"kind": "actions", "team": "t", "actions": [ACTION]},
    {
        "kind": "audit",
        "id": "a",
        "team": "t",
        "checklist": "c",
        "date": "2026-03-15",
        "type": "self",
        "status": "draft",
    },
    {"kind": "observations", "team": "t", "kpi": "k", "values": {"2026-01": 1, "2026-02": 2, "2026-03": 3}},
]

STATES = {"2026-03-31": "in-progress", "2026-04-01": "cancelled"}

DOCUMENTS.append(
    {
        "kind": "plan", "id": "year", "name": "Year", "horizon": "short", "from": 2026, "to": 2026,
        "milestones": [
            {"id": "half-way", "name": "Half", "due": "2026-06-30", "done": "2026-06-20", "result": "good"},
        ],
    }
)  # fmt: skip

DOCUMENTS.append(
    {
        "kind": "journey", "id": "arrival", "name": "Arrival", "date": "2026-03-10",
        "touchpoints": [
            {
                "id": "door", "name": "Door",
                "steps": [
                    {
                        "id": "queue", "name": "Queue", "minutes": 9, "adds_value": False,
                        "after": {"minutes": 5, "date": "2026-06-10"},
                    }
                ],
            }
        ],
    }
)  # fmt: skip


def on(day):
    return as_known_on(build_workspace(DOCUMENTS, {}), dt.date.fromisoformat(day))


def test_an_action_goes_back_through_its_states():
    """Verified in May, done in February, open in between, unknown before it was opened."""
    assert on("2026-05-01").actions["A-t-1"].status == "verified"
    assert on("2026-04-30").actions["A-t-1"].status == "done"
    assert on("2026-04-30").actions["A-t-1"].verification is None
    assert on("2026-02-19").actions["A-t-1"].status == "in-progress"
    assert on("2026-02-19").actions["A-t-1"].done is None
    assert on("2026-01-09").actions == {}


def test_a_cancelled_action_was_open_until_the_last_entry_of_its_log():
    """Cancelled on 1 April as its log says: in March it was still being carried out."""
    cancelled = {key: ACTION[key] for key in ("id", "title", "type", "owner", "opened", "due", "log")}
    cancelled["status"] = "cancelled"
    workspace = build_workspace([ORGANISATION, {"kind": "actions", "team": "t", "actions": [cancelled]}], {})

    states = {day: as_known_on(workspace, dt.date.fromisoformat(day)).actions["A-t-1"].status for day in STATES}
    assert states == STATES


def test_the_log_ends_on_the_day():
    """A note of April is not known in March."""
    assert [entry.note for entry in on("2026-03-01").actions["A-t-1"].log] == ["half way"]


def test_later_audits_and_periods_are_left_out():
    """What had not begun is not there; a period that runs on the day is."""
    assert list(on("2026-03-14").audits) == []
    assert [str(o.period) for o in on("2026-02-10").observations] == ["2026-01", "2026-02"]


def test_a_milestone_is_open_until_the_day_it_was_done():
    """And nothing had come of it yet."""
    before, after = (on(day).plans["year"].milestones[0] for day in ("2026-06-19", "2026-06-20"))

    assert (before.done, before.result) == (None, None)
    assert (after.done, after.result) == (dt.date(2026, 6, 20), "good")


def test_a_journey_is_known_once_it_is_mapped_and_its_gain_once_it_is_measured():
    """Before, it is not there; in between, its step is as it was mapped."""
    assert list(on("2026-03-09").journeys) == []
    steps = [next(on(day).journeys["arrival"].steps()) for day in ("2026-06-09", "2026-06-10")]
    assert [step.after and step.after.minutes for step in steps] == [None, 5]


def test_on_the_last_day_nothing_is_lost():
    """Looking from after everything gives the workspace as written."""
    assert on("2026-12-31") == build_workspace(DOCUMENTS, {})
