"""The calendars, read back by a reader of iCalendar that is not the library that wrote them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from urllib.parse import urldefrag

import pytest
import vobject

from rendered import MARK, demo, dom, empty, nasty, render_documents

SITES = {"demo": demo, "nasty": nasty, "empty": empty}
SITE_URL = "https://quality.example/en/"


def files(site: Any) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in site.assets if asset.path.endswith(".ics")}


def events(raw: bytes) -> list[Any]:
    return list(getattr(vobject.readOne(raw.decode("utf-8")), "vevent_list", []))


def action(**more: Any) -> dict[str, Any]:
    return {
        "id": "A-1",
        "title": "Mend the lift; and the stairs, too",
        "type": "corrective",
        "owner": "zoe",
        "opened": "2026-09-01",
        "due": "2026-12-31",
        "status": "planned",
    } | more


def small(**more: Any) -> Any:
    """Two teams; an action each that differs by what a test says, and one that a team owns in another's register."""
    actions = [
        action(**more),
        action(id="A-2", title="Paint", owner="b", status="done", done="2026-10-01"),
        action(id="A-3", title="Sweep", owner="b", due="2026-11-01"),
        action(id="A-4", title="Wait", owner="Miss O'Hara", due="2026-11-01", status="cancelled"),
    ]
    return render_documents(
        [
            {
                "kind": "organisation",
                "id": "o",
                "name": "O",
                "teams": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
                "people": [{"id": "zoe", "name": "Zoe", "team": "a"}],
            },
            {"kind": "actions", "team": "a", "actions": actions},
        ],
        "en",
        site_url=SITE_URL,
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", SITES)
def test_every_calendar_is_as_the_standard_asks(name: str, lang: str) -> None:
    """RFC 5545: CRLF, lines of at most 75 octets that end between characters, at least one component, what it must
    have exactly once."""
    found = files(SITES[name](lang))

    assert "feeds/calendar.ics" in found
    for raw in found.values():
        lines = raw.split(b"\r\n")
        assert lines[-1] == b"" and b"\n" not in raw.replace(b"\r\n", b"")
        assert max(map(len, lines)) <= 75
        assert all(line.decode("utf-8") for line in lines[:-1])
        assert raw.count(b"BEGIN:VCALENDAR") == raw.count(b"PRODID:") == raw.count(b"\r\nVERSION:2.0\r\n") == 1
        assert raw.count(b"BEGIN:") > 1
        for event in events(raw):
            for once in ("uid", "dtstamp", "dtstart", "dtend", "summary", "transp", "sequence"):
                assert len(event.contents[once]) == 1
            assert "valarm" not in event.contents
        uids = [event.uid.value for event in events(raw)]
        assert len(uids) == len(set(uids))
        assert all(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", uid) for uid in uids)


def test_a_due_date_is_one_whole_day() -> None:
    """From its day to the day after, which is outside; stamped by the day of the results, not by a clock."""
    (event,) = [e for e in events(files(small())["feeds/calendar.ics"]) if "A-1" in e.summary.value]

    assert (event.dtstart.value, event.dtend.value) == (dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    assert event.dtstamp.value == dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    assert event.summary.value == "Due: Mend the lift; and the stairs, too (A-1)"
    assert event.transp.value == "TRANSPARENT"
    assert event.url.value == f"{SITE_URL}actions/2026.html#A-1"
    assert "Zoe" in event.description.value and event.description.value.endswith(event.url.value)


def test_who_finds_what_in_which_calendar() -> None:
    """What is done or cancelled is nobody's any more; a team finds what it owns in another's register; somebody without
    dates keeps an address."""
    found = {
        path.removeprefix("feeds/calendar").removesuffix(".ics"): [
            e.summary.value.rsplit("(")[1].rstrip(")") for e in events(raw)
        ]
        for path, raw in files(small()).items()
    }

    named = [name for name in found if re.fullmatch(r"_owner_[0-9a-f-]{36}", name)]
    assert [found.pop(name) for name in named] == [[]]
    assert found == {"": ["A-3", "A-1"], "_team_a": ["A-3", "A-1"], "_team_b": ["A-3"], "_owner_zoe": ["A-1"]}


def test_a_date_that_moves_stays_the_same_event() -> None:
    """The UID stays, SEQUENCE grows; late or not, in whatever calendar."""
    later = small(due="2027-01-31", moved=[{"from": "2026-12-31", "to": "2027-01-31", "reason": "Parts"}])
    late = small(due="2026-11-01")
    one, two, three = (
        next(e for e in events(files(site)[path]) if "(A-1)" in e.summary.value)
        for site, path in (
            (small(), "feeds/calendar.ics"),
            (later, "feeds/calendar_owner_zoe.ics"),
            (late, "feeds/calendar_team_a.ics"),
        )
    )

    assert one.uid.value == two.uid.value == three.uid.value
    assert (one.sequence.value, two.sequence.value) == ("0", "1")
    assert three.summary.value.startswith("Overdue: ") and "19 days" in three.description.value


def test_both_languages_know_the_same_events() -> None:
    """Whoever follows both sees each date once, with one of the names."""
    zh, en = ({e.uid.value for e in events(files(demo(lang))["feeds/calendar.ics"])} for lang in ("zh", "en"))

    assert zh == en and len(zh) > 20


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_effects_and_acceptances_have_dates(lang: str) -> None:
    """The day after the later window; the last day of the acceptance."""
    found = {e.categories.value[0]: e for e in events(files(demo(lang))["feeds/calendar.ics"])}
    words = {"zh": ("措施到期", "效果复评", "接受期满"), "en": ("Action due", "Effect to be judged", "Acceptance ends")}

    assert set(words[lang]) <= set(found)
    assert all(e.dtstart.value.day == 1 for e in [found[words[lang][1]]])
    assert found[words[lang][2]].dtstart.value == dt.date(2027, 6, 30)


def test_text_of_the_data_stays_text() -> None:
    """Hostile text neither ends a line nor begins a component."""
    found = [event for raw in files(nasty("en")).values() for event in events(raw)]

    assert found
    assert all(MARK in event.summary.value and "<script>" in event.summary.value for event in found)
    assert all(set(event.contents) <= KNOWN for event in found)


KNOWN = {"uid", "dtstamp", "dtstart", "dtend", "summary", "description", "categories", "transp", "sequence", "url"}


@pytest.mark.parametrize("page", ["actions/index.md", "teams/front-desk.md", "downloads.md"])
def test_pages_offer_calendars_that_are_there(page: str) -> None:
    """Each link to a calendar leads to a file of the site."""
    links = {link for link in dom("demo", "en", page).all("href") if link.endswith(".ics")}
    paths = {urldefrag(link.removeprefix("../"))[0] for link in links}

    assert links
    assert paths <= set(files(demo("en")))
    assert "feeds/calendar_team_front-desk.ics" in paths or page == "actions/index.md"
    assert "feeds/calendar_owner_li-wei.ics" in paths or page != "actions/index.md"


def test_every_kind_of_the_improving_side_has_dates() -> None:
    """Milestones that are not done, goals that may still be reached, proposals that wait for a promised answer, reviews
    and drills of risks, training to come."""
    sorts = {event.categories.value[0] for event in events(files(demo("en"))["feeds/calendar.ics"])}

    assert {"Milestone", "Goal", "Proposal to be answered", "Risk to be reviewed", "Drill", "Training"} <= sorts
    assert {"Decision", "Announced"} <= sorts
