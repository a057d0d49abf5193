"""Pages of standards and tickets: the first sentence answers, numbers are those of the tickets, texts stay texts."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from assess_workspace import organisation
from auditloop.render.values import Site
from rendered import Dom, front_matter, html_of, nasty, render_documents
from test_assess_tickets import HOURS, standard, ticket, tickets


def late(number: int, day: str, **more: Any) -> dict[str, Any]:
    return ticket(number, f"{day} 09:00", first_response=f"{day} 10:00", **more)


def quick(number: int, day: str, **more: Any) -> dict[str, Any]:
    return ticket(number, f"{day} 09:00", first_response=f"{day} 09:10", **more)


STANDARDS = {
    "kind": "standards",
    "standards": [
        {"id": "first", "name": {"zh": "首次响应", "en": "First answer"}, "where": {"type": "complaint"},
         "to": "first_response", "within": "30min", "target": 70, "responsible": {"zh": "客服", "en": "Service"}},
        {"id": "plan", "name": {"zh": "方案", "en": "Plan"}, "where": {"type": "complaint"}, "to": "planned",
         "within": "4h", "clock": "business"},
    ],
}  # fmt: skip
LOG = tickets(
    quick(1, "10-02", category="wait", channel="phone"),
    quick(2, "10-05", category="wait", channel="phone", resolved="10-05 11:00"),
    late(3, "11-06", category="bill", channel="app", resolved="11-06 12:00", planned="11-06 11:00"),
    late(4, "11-09", category="wait", channel="app", repeat_of="T-2", resolved="11-09 19:00"),
    ticket(5, "11-13 17:00", planned="11-16 10:00", first_response="11-13 17:05", category="wait"),
    ticket(6, "11-20 23:50", "enquiry"),
)


def site(*documents: dict[str, Any], lang: str = "en", channels: bool = True) -> Site:
    named = {"channels": [{"id": "phone", "name": "Telephone"}, {"id": "app", "name": "App"}]} if channels else {}
    zone = organisation("front-desk", "call-centre", timezone="Asia/Shanghai", business_hours=HOURS, **named)
    return render_documents([zone, *documents], lang)


@pytest.fixture(scope="module")
def both() -> dict[str, Site]:
    return {lang: site(STANDARDS, LOG, lang=lang) for lang in ("en", "zh")}


def page(of: Site, path: str) -> str:
    return next(each.text for each in of.pages if each.path == path)


def words(of: Site, path: str) -> str:
    """Everything the page says, as a reader sees it."""
    return re.sub(r"\s+", " ", Dom(html_of(front_matter(page(of, path))[1])).words)


def lead(of: Site, path: str) -> str:
    return str(json.loads(re.findall(r"^description: (.*)$", page(of, path), re.MULTILINE)[0]))


def chart(of: Site, id: str) -> dict[str, Any]:
    return dict(json.loads(next(str(a.content) for a in of.assets if a.path == f"assets/charts/{id}.json")))


def rows(of: Site, table: str) -> list[dict[str, str]]:
    text = next(str(each.content) for each in of.assets if each.path == f"downloads/{table}.csv")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_first_sentence_names_the_promise_broken_most(both: dict[str, Site]) -> None:
    """Both are kept for three of five, and the first by id is named; one has a target, which is missed; T-1 waits."""
    assert lead(both["en"], "standards.md").replace("\u2009", " ") == (
        "Broken most often: First answer, kept for 60.0% of 5 tickets (Oct 2026 – Nov 2026). "
        "Targets missed: 1 of 1. Past a limit and still waiting: 1 ticket."
    )
    assert "达标率最低的是“首次响应”" in lead(both["zh"], "standards.md")


def test_a_standard_is_told_with_interval_target_and_times(both: dict[str, Site]) -> None:
    """3 of 5 is 60 %, Wilson 23.1 to 88.2 %; times 5, 10, 10, 60, 60: median 10, 90th percentile 60."""
    said = words(both["en"], "standards.md")

    assert "60.0%" in said
    assert "23.1–88.2%" in said
    assert "3 of 5" in said
    assert "70%" in said
    assert "10 min" in said
    assert "90%: 60 min" in said
    assert "First response within 30 min" in said
    assert "Service" in said


def test_the_page_of_a_standard_lists_what_broke_it(both: dict[str, Site]) -> None:
    """Newest first, with the time it took and how far over the limit that is."""
    said = words(both["en"], "standards/first.md")

    assert lead(both["en"], "standards/first.md").startswith("Kept for 60.0% of 5 tickets due")
    assert said.index("T-4") < said.index("T-3")
    assert re.search(r"T-4\s*front-desk\s*2026-11-09 09:00\s*60 min\s*\+30 min", said)


def test_what_waits_beyond_its_limit_is_told(both: dict[str, Site]) -> None:
    """T-1, received on 2 October, has no plan and is not solved; the ticket in the standard's own page says so."""
    said = words(both["en"], "standards/plan.md")

    assert "1 ticket has passed the limit and still waits." in lead(both["en"], "standards/plan.md")
    assert re.search(r"T-1\s*front-desk\s*2026-10-02 09:00\s*[\d.,]+ h\s*past the limit", said)


def test_the_clock_is_shown_on_a_ticket_that_can_be_added_up(both: dict[str, Site]) -> None:
    """Friday 17:00 to Monday 10:00: an hour each side of the weekend, 120 of 240 minutes."""
    said = words(both["en"], "standards/plan.md")

    assert "Mon–Fri, 09:00–18:00 (Asia/Shanghai)" in said
    assert "ticket T-5 (front-desk)" in said
    assert "60 + 60 = 120 min; the limit is 240 min: kept." in said
    assert "Stood still: weekend" in said
    assert "暂停：周末" in words(both["zh"], "standards/plan.md")


def test_the_chart_has_the_months_with_interval_and_target(both: dict[str, Site]) -> None:
    """October 2 of 2, November 1 of 3; neither is beyond chance below 70 %."""
    drawn = chart(both["en"], "standard-first")

    assert [(p["period"], p["kept"], p["due"], round(p["value"], 1), p["signal"]) for p in drawn["data"]["points"]] == [
        ("2026-10", 2, 2, 100.0, "common"),
        ("2026-11", 1, 3, 33.3, "common"),
    ]
    assert [round(p["low"], 1) for p in drawn["data"]["points"]] == [34.2, 6.1]
    assert {t["value"] for t in drawn["data"]["target"]} == {70}


def test_a_month_below_the_target_beyond_chance_is_marked() -> None:
    """None of ten kept: the interval ends at 27.8 %, below 70 %."""
    found = site(STANDARDS, tickets(*(late(n, "11-06") for n in range(1, 11))))

    assert [p["signal"] for p in chart(found, "standard-first")["data"]["points"]] == ["bad"]
    assert "In 1 of 1 months attainment was below the target by more than chance." in words(found, "standards/first.md")


def test_the_complaint_process_step_by_step(both: dict[str, Site]) -> None:
    """Five complaints: all answered, two with a plan on record and two more solved without; three are solved."""
    drawn = chart(both["en"], "process")["data"]["bars"]

    assert [(bar["name"], bar["value"], bar["median"]) for bar in drawn] == [
        ("Received", 5, ""),
        ("First response", 5, "10 min"),
        ("Plan made", 4, "2 h"),
        ("Resolved", 3, "3 h"),
    ]
    assert "5 complaints were received" in words(both["en"], "standards.md")


def test_tickets_first_say_what_they_are_about_and_what_to_do(both: dict[str, Site]) -> None:
    """Six tickets, five of them complaints, four about waiting; one repeats; T-2, T-3 and T-4 ask for a call, and
    T-2 was solved more than 30 days ago."""
    said = lead(both["en"], "tickets.md")

    assert "6 tickets were received" in said
    assert "complaints among them: 5" in said
    assert "Most complaints are about wait (80%)." in said
    assert "1 repeats an earlier one (16.7%)." in said
    assert "2 customers should be called back now." in said
    assert "made 0, due 2, more than 30 days old without a call 1" in words(both["en"], "tickets.md")


def test_hours_of_the_week_stand_in_every_cell(both: dict[str, Site]) -> None:
    """Friday 17:00 has one ticket, and every hour of every day has its cell."""
    cells = chart(both["en"], "tickets-hours")["data"]["cells"]

    assert len(cells) == 7 * 24
    assert [(c["day"], c["hour"], c["value"]) for c in cells if c["hour"] == "17:00" and c["value"]] == [
        ("Fri", "17:00", 1)
    ]
    assert sum(c["value"] for c in cells) == 6


def test_channels_and_categories_have_their_names(both: dict[str, Site]) -> None:
    """Two by telephone about waiting; the empty combination is a cell too."""
    cells = {(c["channel"], c["category"]): c["value"] for c in chart(both["en"], "tickets-cross")["data"]["cells"]}

    assert cells == {("Telephone", "wait"): 2, ("Telephone", "bill"): 0, ("App", "wait"): 1, ("App", "bill"): 1}


def test_open_tickets_by_age(both: dict[str, Site]) -> None:
    """Three are open at the end of 20 November: ten minutes, a week and a bit, and seven weeks old."""
    bars = chart(both["en"], "tickets-ageing")["data"]["bars"]

    assert [(bar["name"], bar["value"]) for bar in bars] == [
        ("Up to 1 day", 1),
        ("1–3 days", 0),
        ("3–7 days", 0),
        ("7–30 days", 1),
        ("Over 30 days", 1),
    ]


def test_a_team_has_its_share(both: dict[str, Site]) -> None:
    """The team's page sums up and leads on; a team without tickets has neither section nor page."""
    team = page(both["en"], "teams/front-desk.md")

    assert "../tickets/front-desk.html" in team
    assert "../standards/first.html" in team
    assert "Promises and tickets" not in words(both["en"], "teams/call-centre.md")
    assert "tickets/call-centre.md" not in {each.path for each in both["en"].pages}


def test_downloads_hold_the_numbers_unrounded(both: dict[str, Site]) -> None:
    """Per month, team and type; breaches by id with the team that has them."""
    kept = [row for row in rows(both["en"], "standards-by-month") if row["standard"] == "first" and row["team"]]

    assert [(r["period"], r["kept"], r["due"], r["breaches"]) for r in kept] == [
        ("2026-10", "2", "2", ""),
        ("2026-11", "1", "3", "T-3 T-4"),
    ]
    assert float(kept[1]["attainment"]) == 1 / 3
    volumes = [(r["period"], r["type"], r["tickets"]) for r in rows(both["en"], "tickets-by-month") if not r["team"]]
    assert volumes == [
        ("2026-10", "complaint", "2"),
        ("2026-10", "enquiry", "0"),
        ("2026-11", "complaint", "3"),
        ("2026-11", "enquiry", "1"),
    ]
    assert sum(int(r["tickets"]) for r in rows(both["en"], "tickets-by-hour") if not r["team"]) == 6
    assert {r["channel_name"] for r in rows(both["en"], "tickets-by-sort")} == {"Telephone", "App"}


def test_the_method_page_works_the_examples(both: dict[str, Site]) -> None:
    """Attainment with every number of its interval, the places of median and percentile, and the clock."""
    said = words(both["en"], "method.md")

    assert "3 ÷ 5 = 60.0%" in said
    assert "= 23.1–88.2%" in said
    assert "1 + 0.5 × (5 − 1) = 3" in said.replace("\u2009", " ")
    assert "60 + 60 = 120 min" in said


@pytest.mark.parametrize(
    ("documents", "standards", "tickets_say"),
    [
        ([], "No service standards have been written yet.", "No tickets have been supplied yet."),
        ([STANDARDS], "The standards have no tickets yet", "No tickets have been supplied yet."),
        ([LOG], "No service standards have been written yet.", "6 tickets were received"),
    ],
    ids=["nothing", "standards", "tickets"],
)
def test_what_is_missing_is_said(documents: list[dict[str, Any]], standards: str, tickets_say: str) -> None:
    """Neither a crash nor an empty page."""
    found = site(*documents)

    assert standards in lead(found, "standards.md")
    assert tickets_say in lead(found, "tickets.md")


def test_the_navigation_has_both_pages_under_customers(both: dict[str, Site]) -> None:
    section = next(item for item in both["en"].nav if item.title == "Customers")

    assert [child.path for child in section.children][:2] == ["standards.md", "tickets.md"]


def test_warnings_lead_to_the_standard_that_is_broken() -> None:
    """Twenty late answers in October are a breach of the standard; the warning leads to what broke it."""
    log = tickets(*(late(n, f"10-{n:02}", resolved=f"10-{n:02} 12:00") for n in range(1, 21)))
    found = site(STANDARDS, log)

    assert 'href="standards/first.html#breaches"' in page(found, "early-warning.md")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_texts_of_tickets_stay_texts(lang: str) -> None:
    """Categories and channels that nobody lists are written freely: no element, attribute or template of theirs."""
    for path in ("tickets.md", "tickets/front-desk.md", "standards.md", "standards/answered.md"):
        tree = Dom(html_of(front_matter(page(nasty(lang), path))[1]))

        assert tree.errors == [], path
        assert not {"script", "img", "b"} & {tag for tag, _ in tree.elements}, path
        assert tree.all("onclick") == [], path
    assert "<script>alert(0)</script>" in words(nasty(lang), "tickets.md")


def test_a_page_is_the_same_each_time() -> None:
    """Same input, same bytes: pages, charts, downloads."""
    one, other = (site(STANDARDS, LOG) for _ in range(2))

    assert one.pages == other.pages
    assert one.assets == other.assets


def test_a_standard_named_like_the_list_has_a_page_of_its_own() -> None:
    found = site({"kind": "standards", "standards": [{**standard()["standards"][0], "id": "index"}]}, LOG)

    assert {"standards.md", "standards/index_.md"} <= {each.path for each in found.pages}
