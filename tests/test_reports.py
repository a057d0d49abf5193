"""Reports: which there are, that they are frozen to their period, and that every sentence says what the data say."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from assess_workspace import organisation
from auditloop.assess import assess
from auditloop.assess.reports import Report, facts, planned
from auditloop.model.as_known import as_known_on
from auditloop.model.build import build_workspace
from auditloop.model.workspace import Workspace
from auditloop.pipeline.assessing import workspace_of as workspace_of_files
from auditloop.pipeline.checking import check, read_config
from auditloop.pipeline.reporting import make_reports
from auditloop.render.prose import prose
from auditloop.render.site import render_site
from rendered import ROOT, demo, no_drawing, render_documents, settings

TODAY = dt.date(2026, 11, 20)
END = dt.date(2026, 10, 31)


def commentary(period: str, **more: Any) -> dict[str, Any]:
    return {"kind": "commentary", "period": period, "headline": "Said", "by": "li-wei", **more}


def values(**by_period: float) -> list[dict[str, Any]]:
    kpi = {
        "kind": "kpi",
        "id": "waiting",
        "name": "Waiting",
        "dimension": "efficiency",
        "definition": "Minutes",
        "unit": "min",
        "better": "lower",
        "frequency": "monthly",
    }
    read = {period.replace("_", "-")[1:]: value for period, value in by_period.items()}
    return [kpi, {"kind": "observations", "team": "front-desk", "kpi": "waiting", "values": read}]


def workspace_of(*documents: dict[str, Any]) -> Workspace:
    return build_workspace([organisation(), *documents], {})


def asked(workspace: Workspace, as_of: dt.date = TODAY) -> list[str]:
    return [f"{each.kind} {each.id}" for each in planned(workspace, as_of)]


# --- which reports there are


def test_a_workspace_without_data_has_no_report() -> None:
    """Nothing is assessed again where nothing can be told."""
    assert asked(workspace_of()) == []


def test_the_last_whole_month_with_data_has_a_report() -> None:
    """On the last day of a month it is whole; the day before the month before is."""
    workspace = workspace_of(*values(_2026_09=5, _2026_10=6))

    assert asked(workspace) == ["monthly 2026-10"]
    assert asked(workspace, END) == ["monthly 2026-10"]
    assert asked(workspace, dt.date(2026, 10, 30)) == ["monthly 2026-09"]


def test_a_survey_makes_reports_of_its_quarter_and_half_year() -> None:
    """Only of periods that are over, and that the survey lies in."""
    survey = {"kind": "survey", "team": "front-desk", "period": "2026-Q2", "overall": {"4": 9, "5": 9}}

    assert asked(workspace_of(survey), dt.date(2026, 7, 1)) == ["satisfaction 2026-Q2", "satisfaction 2026-H1"]
    assert asked(workspace_of(survey)) == ["satisfaction 2026-H1"]


def test_every_commented_period_that_is_over_has_a_report() -> None:
    """Commentary on a period that goes on waits; topics stand last and are as of today at the latest."""
    topic = {
        "kind": "topic",
        "id": "t",
        "title": "T",
        "from": "2026-01",
        "to": "2026-12",
        "question": "?",
        "by": "li-wei",
    }
    workspace = workspace_of(*map(commentary, ("2026-03", "2026-Q1", "2026-11", "2025-H2")), topic)

    assert asked(workspace) == ["monthly 2026-03", "satisfaction 2026-Q1", "satisfaction 2025-H2", "topic t"]
    assert planned(workspace, TODAY)[-1].end == TODAY


# --- frozen


@cache
def demo_workspace() -> Workspace:
    """The demonstration with its tables, of whatever day."""
    return workspace_of_files(check(read_config(ROOT)))


@cache
def demo_reports(as_of: dt.date) -> dict[str, Report]:
    known = as_known_on(demo_workspace(), as_of)
    results = assess(known, as_of=as_of, generator="test", data_hash="0" * 12)
    return {f"{report.asked.kind} {report.asked.id}": report for report in make_reports(known, results)}


@pytest.mark.parametrize("name", ["monthly 2026-10", "satisfaction 2026-Q3", "satisfaction 2026-H1"])
def test_later_data_do_not_change_a_report(name: str) -> None:
    """The report made on the last day of October and the one made three weeks later tell the same facts."""
    then, later = demo_reports(END)[name], demo_reports(TODAY)[name]

    assert (then.changed, then.why, then.decide, then.dates) == (later.changed, later.why, later.decide, later.dates)
    assert then.state.results == later.state.results


@pytest.mark.slow
def test_the_page_of_a_report_does_not_change_either() -> None:
    """Byte for byte but for the fingerprint of the data: the page as published in November is that of 31 October."""

    def page(as_of: dt.date) -> str:
        known = as_known_on(demo_workspace(), as_of)
        results = assess(known, as_of=as_of, generator="test", data_hash="0" * 12)
        site = render_site(known, results, settings("en"), no_drawing, reports=make_reports(known, results))
        return next(page.text for page in site.pages if page.path == "reports/monthly-2026-10.md")

    assert page(END) == page(TODAY)


# --- what is told


def test_the_month_tells_what_the_stories_say() -> None:
    """October 2026: one team carries what gets worse, its old problem is back, and two actions are late."""
    report = demo_reports(TODAY)["monthly 2026-10"]

    assert facts.Turned(kpi="handled-in-time", team=None, judgement="concern") in report.changed.facts
    carried = next(fact for fact in report.why.facts if isinstance(fact, facts.Carried))
    assert carried.teams == ["call-centre"]
    assert {"handled-in-time", "complaint-rate", "complaint-commitments"} <= set(carried.kpis)
    back = [fact for fact in report.why.facts if isinstance(fact, facts.NotSustained)]
    assert back == [facts.NotSustained(finding="F-call-centre-2026-002", actions=["A-call-centre-2025-002"])]
    decide = report.decide.facts
    assert facts.Overdue(action="A-call-centre-2026-005") in decide
    assert facts.NoMeasure(finding="F-branch-counter-2026-003") in decide
    assert facts.Contradicted(action="A-branch-counter-2025-004") in decide
    assert facts.Failed(action="A-call-centre-2026-006") in decide


def test_every_day_ahead_is_after_the_period() -> None:
    """Nothing that is due within it, nothing later than six weeks, in order."""
    for report in demo_reports(TODAY).values():
        days = [each.date for each in report.dates.ahead]
        assert days == sorted(days)
        assert all(day > report.asked.end for day in days)


def test_surveys_of_a_half_year_are_added_not_averaged() -> None:
    """Two quarters of 10 in 20 and 90 in 100 satisfied: 100 of 120, not the mean of 50 % and 90 %."""
    surveys = [
        {"kind": "survey", "team": "front-desk", "period": period, "overall": {"2": unhappy, "5": happy}}
        for period, unhappy, happy in (("2026-Q1", 10, 10), ("2026-Q2", 10, 90))
    ]
    workspace = workspace_of(*surveys)
    results = assess(workspace, as_of=dt.date(2026, 8, 1), generator="test", data_hash="0" * 12)

    half = next(report for report in make_reports(workspace, results) if report.asked.id == "2026-H1")

    whole = next(survey for survey in half.state.results.surveys if survey.team is None)
    assert (whole.period, whole.csat and (whole.csat.n, whole.csat.of)) == ("2026-H1", (100, 120))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sentence_leads_to_what_it_rests_on(lang: str) -> None:
    """Each entry of a list of facts holds a link."""
    pages = [page for page in demo(lang).pages if page.path.startswith("reports/")]
    told = [line for page in pages for line in page.text.split("\n") if line.startswith('<li class="al-told--')]

    assert len(told) > 50
    assert [line for line in told if "<a href=" not in line] == []


def test_the_paths_are_those_that_printing_asks_for() -> None:
    """One page per report, a brief beside each month, and a list of them all."""
    paths = {page.path for page in demo("en").pages if page.path.startswith("reports/")}

    assert paths >= {
        "reports/index.md",
        "reports/monthly-2026-10.md",
        "reports/brief-2026-10.md",
        "reports/satisfaction-2026-Q3.md",
        "reports/satisfaction-2026-H1.md",
        "reports/topic-first-contact-not-sustained.md",
    }


# --- decisions


def decided(**more: Any) -> list[tuple[str, int]]:
    """Status and days overdue of a decision, on 20 November 2026."""
    action = {
        "id": "A-front-desk-2026-001",
        "title": "Do it",
        "for": ["waiting"],
        "type": "corrective",
        "owner": "li-wei",
        "opened": "2026-09-01",
        "due": "2026-11-30",
        "status": "in-progress",
    }
    documents = [
        *values(_2026_10=5),
        {"kind": "actions", "team": "front-desk", "actions": [action]},
        commentary("2026-10", decisions=[{"text": "Do it", **more}]),
    ]
    results = assess(workspace_of(*documents), as_of=TODAY, generator="test", data_hash="0" * 12)
    return [(decision.status, decision.days_overdue) for decision in results.decisions]


def test_a_decision_is_overdue_the_day_after_its_due_date() -> None:
    """On the day itself there is still time."""
    assert decided(due="2026-11-20") == [("open", 0)]
    assert decided(due="2026-11-19") == [("overdue", 1)]
    assert decided(due="2026-11-01", done="2026-11-05") == [("done", 0)]
    assert decided() == [("open", 0)]


def test_a_decision_is_as_far_as_its_action() -> None:
    """Without a day of its own it is due when the action is, which is not yet."""
    assert decided(action="A-front-desk-2026-001") == [("open", 0)]


# --- words of people


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("- a\n- **b**", "<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n"),
        ("[there](https://example.org/a)", '<p><a href="https://example.org/a">there</a></p>\n'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>\n"),
        ("<b onclick=x>bold</b>", "<p>&lt;b onclick=x&gt;bold&lt;/b&gt;</p>\n"),
        ("<div>\n<script>x</script>", "<p>&lt;div&gt;\n&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("# head", "<p># head</p>\n"),
        ("[page](../kpis/csat.html#x)", '<p><a href="../kpis/csat.html#x">page</a></p>\n'),
        ("`code` ![i](a.png)", "<p>`code` ![i](a.png)</p>\n"),
        ("![i](https://example.org/i.png)", "<p>![i](https://example.org/i.png)</p>\n"),
        ("&lt;b&gt;", "<p>&amp;lt;b&amp;gt;</p>\n"),
        ("中文\n换行", "<p>中文换行</p>\n"),
        ("a line\ngoes on", "<p>a line\ngoes on</p>\n"),
    ],
)
def test_longer_texts_are_a_small_part_of_markdown(written: str, shown: str) -> None:
    """Paragraphs, lists, stress and safe links; HTML and everything else is shown as it was typed."""
    assert prose(written) == shown


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_people_say_is_marked_as_theirs(lang: str) -> None:
    """Their words stand in a frame that says so, and in no other place of the monthly report."""
    page = next(page.text for page in demo(lang).pages if page.path == "reports/monthly-2026-10.md")
    headline = {"zh": "其余团队守住了成绩", "en": "The other teams hold what they have gained"}[lang]
    frame = page.index('<div class="al-people')

    assert page.count(headline) == 1
    assert frame < page.index(headline) < page.index("{: #changed")


def test_a_commentary_on_a_period_that_goes_on_is_announced() -> None:
    """The list says that it waits for the period's end; no page is made before."""
    site = render_documents([organisation(), commentary("2026-12")], "en")
    listing = next(page.text for page in site.pages if page.path == "reports/index.md")

    assert "December 2026" in listing
    assert [page.path for page in site.pages if page.path.startswith("reports/")] == ["reports/index.md"]
