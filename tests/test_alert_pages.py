"""Early warnings and recognition on the pages: every rule in words, the organisation's own limits, empty states."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from assess_workspace import organisation
from auditloop.assess import assess
from auditloop.assess.alerts import RULES
from auditloop.model.build import build_workspace
from auditloop.render.site import Site, render_site
from rendered import Dom, empty, front_matter, html_of, no_drawing, settings
from test_assess_alerts import BAD, LED, PEOPLE


@cache
def bad(lang: str) -> Site:
    """An organisation in which every rule warns of something."""
    return made(lang, {})


def made(lang: str, warning: dict[str, Any], recognition: dict[str, Any] | None = None) -> Site:
    zone = organisation(
        teams=[LED, {"id": "call-centre", "name": "Call centre"}],
        people=PEOPLE,
        early_warning=warning,
        recognition=recognition or {},
    )
    workspace = build_workspace([zone, *BAD], {})
    results = assess(workspace, as_of=dt.date(2026, 4, 15), generator="auditloop test", data_hash="0" * 12)
    return render_site(workspace, results, settings(lang), no_drawing)


def page(site: Site, path: str) -> Dom:
    return Dom(html_of(front_matter(next(page.text for page in site.pages if page.path == path))[1]))


WHY = {
    "en": (
        "5 of 11 tickets did not keep it in March 2026: 55% attained, target 90%.",
        "Complaint number 2 about the same matter, 10 days after the one before; still not solved. First ticket: T-1.",
        "15 complaints in March 2026; 4.9 a month is usual, the upper limit is 11.6.",
        "above the upper limit in February 2026; now 60",
        "Missed 12 times running since March 2025; now 60",
        "As the process runs now, it cannot meet it.",
        "Due 2026-03-01, 45 days late; status: Planned.",
        "Put off 2 times, by 89 days in all; now due 2026-03-30.",
        "1 indicator, missing since March 2026: Indicator.",
    ),
    "zh": (
        "2026年3月11张工单中有5张没有做到：达标率55%，目标90%。",
        "同一问题第2次投诉，距上一次10天；仍未解决。首次工单：T-1。",
        "2026年3月有15件投诉；平时每月4.9件，控制上限11.6件。",
        "自2025年3月起连续12期未达标；目前60分钟，目标20分钟。",
        "照目前的做法达不到目标。",
        "应于2026-03-01完成，逾期45天；状态：未开始。",
        "已延期2次，共推迟89天；现定于2026-03-30完成。",
        "1个指标自2026年3月起缺数：指标。",
    ),
}


@pytest.mark.parametrize("lang", WHY)
def test_every_rule_says_why(lang: str) -> None:
    """With the numbers that raised it."""
    words = page(bad(lang), "early-warning.md").words.replace("\u00a0", " ")

    assert [sentence for sentence in WHY[lang] if sentence not in words] == []


def test_the_page_names_the_organisations_limits() -> None:
    """Who reads it sees the threshold that holds, and which rules are switched off."""
    site = made("en", {"target_missed": {"periods": 5}, "overdue": {"days": 3}, "hot_spot": "off"})
    words = page(site, "early-warning.md").words

    assert "An indicator missed its target in the latest 5 periods." in words
    assert "An action is at least 3 days past its due date." in words
    assert words.count("Switched off in the organisation file.") == 1


@pytest.mark.parametrize("lang", WHY)
def test_every_rule_has_a_row_that_links_find(lang: str) -> None:
    """An alert's rule leads to what it means, also from other pages."""
    anchors = page(bad(lang), "early-warning.md").all("id")

    assert {f"rule-{rule.name}" for rule in RULES} <= set(anchors)


def test_a_warning_leads_to_the_page_that_tells_the_rest() -> None:
    """A standard to what broke it, a complaint to what waits, a surge to its category, late values to the gaps."""
    links = set(page(bad("en"), "early-warning.md").all("href"))

    assert {
        "standards/first.html#breaches",
        "tickets/front-desk.html#open",
        "tickets/call-centre.html#categories",
        "kpis/response.html",
        "actions/2026.html#A-1",
        "data-quality.html#missing",
    } <= links


def test_a_team_reads_its_own_only() -> None:
    """The hot spot is the call centre's; the front desk's page says nothing of it."""
    desk, centre = (page(bad("en"), f"teams/{team}.md").words for team in ("front-desk", "call-centre"))

    assert "15 complaints in March 2026" in centre
    assert "15 complaints in March 2026" not in desk
    assert "Put off 2 times" in desk


def test_the_overview_has_one_warning_of_each_rule() -> None:
    """So many that the urgent ones fit; how many there are of a rule stands beside it."""
    ids = [anchor for anchor in page(bad("en"), "index.md").all("href") if "#rule-" in anchor]

    assert len(ids) == len(set(ids)) == 5
    assert "2 in all" in page(bad("en"), "index.md").words
    assert "early warnings call for action now." in page(bad("en"), "index.md").words


def test_who_is_told_is_named() -> None:
    """The department that answers for a standard, the person who leads the team, the owner."""
    words = page(bad("en"), "early-warning.md").words

    assert "Service centre" in words
    assert "Li Wei" in words


def test_a_team_stands_for_who_leads_it_where_nobody_is_named() -> None:
    """The call centre names no lead: the hot spot is told to the team."""
    cells = page(bad("en"), "teams/call-centre.md").words

    assert "Above its limit" not in cells
    assert "the upper limit is 11.6.Call centre" in cells


@pytest.mark.parametrize(("lang", "sentence"), [("en", "No early warning is active"), ("zh", "目前没有预警")])
def test_nothing_to_warn_of_is_said(lang: str, sentence: str) -> None:
    """On the page of all and on the overview; nobody takes an empty table for a broken one."""
    for path in ("early-warning.md", "index.md"):
        assert sentence in page(empty(lang), path).words


def test_recognition_without_data_says_so() -> None:
    """No surveys, no tickets, no findings: each has its own word."""
    words = page(empty("en"), "recognition.md").words

    assert "There are no surveys yet." in words
    assert "No month with enough tickets" in words
    assert "No problem was found again in 2026." in words


def test_rules_of_recognition_that_are_off_are_not_told() -> None:
    """Nor do they judge anybody."""
    off = {"service_star": "off", "zero_complaint_month": "off", "repeated_problem": "off"}
    words = page(made("en", {}, off), "recognition.md").words

    assert "Switched off." in words
    assert "at least 30 answers" not in words
    assert "Honest attempts" in words
