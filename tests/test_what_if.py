"""What would be if: what people may type, what it does to a copy of the workspace, and how it is told."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from assess_workspace import (
    action,
    actions,
    audit,
    checklist,
    domain,
    finding,
    item,
    kpi,
    observed,
    organisation,
    verified,
    workspace,
)
from auditloop import resources
from auditloop.assess import assess
from auditloop.assess.results import Point, Results
from auditloop.assess.what_if import WHYS, Answered, Closed, Valued, WhatIfError, applied, read
from auditloop.cli.words import WORDS
from auditloop.model import Workspace
from test_cli import auditloop

BASE = Path(__file__).parent / "cases" / "base"
AS_OF = dt.date(2026, 3, 31)
CAUSE = {"cause": {"category": "process"}}
TWO = checklist(domain("process", item("greeting"), item("queue", na_allowed=False)), domain("people", item("skills")))
"""The process counts as much as the people: its two items are worth 25 points each, the skills 50."""
AUDIT = audit(
    "a",
    "2026-03-01",
    {"greeting": 2, "queue": 4, "skills": 2},
    findings=[finding("F-1", "greeting", **CAUSE), finding("F-2", "skills")],
)


def known(*documents: dict[str, Any]) -> Workspace:
    shares = kpi("solved", kind_of_data="proportion", unit="%", better="higher")
    twice = kpi("twice", formula={"of": "a * 2", "a": "response"})
    return workspace(
        organisation("front-desk", "hotline"),
        TWO,
        AUDIT,
        kpi(),
        shares,
        twice,
        observed({"2026-01": 30, "2026-02": {"value": 31, "n": 200}}),
        observed({"2026-02": {"n": 80, "of": 100}}, "solved"),
        *documents,
    )


def after(*texts: str, documents: tuple[dict[str, Any], ...] = ()) -> Results:
    """The workspace assessed under these suppositions."""
    before = known(*documents)
    supposed = applied(before, [read(text, before, AS_OF) for text in texts], AS_OF)
    return assess(supposed.workspace, as_of=AS_OF, generator="t", data_hash="0" * 12)


def finding_of(results: Results, id_: str) -> str:
    return next(f.status for f in results.findings if f.id == id_)


# --- what it does


def test_nothing_supposed_is_the_workspace_as_it_is() -> None:
    """62.5: half of the greeting (12.5), the queue (25), half of the skills (25)."""
    assert after().audits[0].score == 62.5


def test_another_answer_is_another_score() -> None:
    """A level more of two items: 6.25 and 12.5."""
    assert after("a/greeting=3").audits[0].score == 68.75
    assert after("a/greeting=3", "a/skills=3").audits[0].score == 81.25
    assert after("a/greeting = 3", " a/greeting=4 ").audits[0].score == 75, "the last word counts"


def test_a_sample_and_not_applicable_are_answers() -> None:
    """Five of twenty failed are 0.75 of 25 points; without the greeting the queue is all of the process: 50 and 25."""
    assert after("a/greeting=5/20").audits[0].score == 68.75
    assert after("a/greeting=na").audits[0].score == 75


def test_an_action_that_works_closes_its_finding_and_repairs_its_item() -> None:
    """The greeting at its full score: 12.5 points more. The other finding stays what it is."""
    found = after("A-1", documents=(actions(action("A-1", "F-1")),))

    assert (finding_of(found, "F-1"), finding_of(found, "F-2"), found.audits[0].score) == ("closed", "open", 75)
    assert (found.actions[0].status, found.actions[0].verdict) == ("verified", "effective")


def test_what_waits_for_two_actions_is_closed_by_both_only() -> None:
    """One alone changes nothing of the score."""
    both = (actions(action("A-1", "F-1"), action("A-2", "F-1")),)
    one = after("A-1", documents=both)

    assert (finding_of(one, "F-1"), one.audits[0].score) == ("in-action", 62.5)
    assert (finding_of(two := after("A-1", "A-2", documents=both), "F-1"), two.audits[0].score) == ("closed", 75)


@pytest.mark.parametrize("verdict", ["partly", "ineffective"])
def test_an_action_that_does_not_work_opens_the_finding_again(verdict: str) -> None:
    """The loop starts anew, and nothing is repaired."""
    found = after(f"A-1={verdict}", documents=(actions(action("A-1", "F-1", status="in-progress")),))

    assert (finding_of(found, "F-1"), found.audits[0].score) == ("open", 62.5)


@pytest.mark.parametrize(
    "taken",
    [
        (),
        (action("A-1", "F-2", status="blocked"),),
        (action("A-1", "F-2", **verified("ineffective")),),
        (action("A-1", "F-2", type="containment", status="done", done="2026-03-20"),),
        (action("A-1", "F-2", status="cancelled"),),
    ],
)
def test_a_finding_is_closed_whatever_was_done_so_far(taken: tuple[dict[str, Any], ...]) -> None:
    """Major, without a cause, with whatever actions: 25 points more for the skills."""
    found = after("F-2", documents=(actions(*taken),) if taken else ())

    assert (finding_of(found, "F-2"), found.audits[0].score) == ("closed", 87.5)


def test_the_latest_audit_is_repaired_not_the_old_one() -> None:
    """What was found a year ago is repaired where it stands today."""
    new = audit("b", "2026-03-20", {"greeting": 0, "queue": 4, "skills": 4})
    found = {each.id: each.score for each in after("F-1", documents=(new,)).audits}

    assert found == {"a": 62.5, "b": 100}


def test_the_step_gives_what_was_said_of_it() -> None:
    """What to do next and what-if are one computation."""
    documents = (actions(action("A-1", "F-1")),)
    step = next(each for each in after(documents=documents).next_steps.steps if each.id == "A-1")

    assert after("A-1", documents=documents).audits[0].score == step.audits[0].score
    assert "A-1" not in {each.id for each in after("A-1", documents=documents).next_steps.steps}


def response(*texts: str) -> dict[str, Point]:
    (found,) = [k for k in after(*texts).kpis if k.id == "response"]
    return {point.period: point for point in found.series[-1].points}


def test_the_next_value_and_a_value_of_a_period() -> None:
    """March follows February; January is another value than it was."""
    points = response("response/front-desk=28")
    changed = {period: point.value for period, point in response("response/front-desk/2026-01=25").items()}

    assert (points["2026-03"].value, points["2026-03"].n) == (28, 200)
    assert changed == {"2026-01": 25, "2026-02": 31}


def test_what_is_computed_from_a_value_follows() -> None:
    """Twice the response."""
    (twice,) = [k for k in after("response/front-desk=28").kpis if k.id == "twice"]

    assert next(s for s in twice.series if s.team == "front-desk").latest.value == 56  # type: ignore[union-attr]


def test_a_share_keeps_the_whole_that_is_known() -> None:
    """90 % of 100 are 90; counts may be written themselves."""
    before = known()

    assert read("solved/front-desk=90", before, AS_OF).measured.n == 90  # type: ignore[union-attr]
    counted = read("solved/front-desk/2026-03=45/60", before, AS_OF)
    assert (counted.measured.n, counted.measured.of) == (45, 60)  # type: ignore[union-attr]


def test_the_workspace_itself_stays_what_it_is() -> None:
    """Suppositions are made of a copy."""
    before = known(actions(action("A-1", "F-1")))
    as_it_was = assess(before, as_of=AS_OF, generator="t", data_hash="0" * 12)
    applied(before, [read(text, before, AS_OF) for text in ("A-1", "F-2", "a/queue=0", "response/front-desk=1")], AS_OF)

    assert assess(before, as_of=AS_OF, generator="t", data_hash="0" * 12) == as_it_was


# --- what people may type


def test_what_is_typed_is_read() -> None:
    """Ids as they are, places with slashes."""
    before = known(actions(action("A-1", "F-1")))

    assert read("A-1", before, AS_OF) == Closed("action", "A-1", "effective")
    assert read("F-1", before, AS_OF) == Closed("finding", "F-1")
    assert isinstance(read("a/queue=1", before, AS_OF), Answered)
    valued = read("response/front-desk=28", before, AS_OF)
    assert isinstance(valued, Valued)
    assert valued.period.text == "2026-03"


@pytest.mark.parametrize(
    ("text", "why", "near"),
    [
        ("", "form", None),
        ("a/queue", "form", None),
        ("a/queue=", "form", None),
        ("=3", "form", None),
        ("a", "form", None),
        ("response", "form", None),
        ("F-1=3", "form", None),
        ("response/front-desk/2026-03/x=3", "form", None),
        ("A-9", "unknown-near", "A-1"),
        ("f-1", "unknown-near", "F-1"),
        ("X-front-desk-2026-001", "unknown", None),
        ("respose/front-desk=28", "unknown-near", "response"),
        ("b/queue=3", "unknown", None),
        ("A-1=maybe", "verdict", None),
        ("a/queu=3", "item-near", "queue"),
        ("a/zzzzzz=3", "item", None),
        ("a/queue=5", "answer", None),
        ("a/queue=nan", "answer", None),
        ("a/queue=yes", "answer", None),
        ("a/greeting=3/2", "answer", None),
        ("a/greeting=0/0", "answer", None),
        ("a/queue=na", "na", None),
        ("response/frontdesk=28", "team-near", "front-desk"),
        ("response/zzzzzz=28", "team", None),
        ("response/front-desk=fast", "number", None),
        ("response/front-desk=inf", "number", None),
        ("response/front-desk=1/2", "share", None),
        ("solved/front-desk=7/6", "share", None),
        ("solved/front-desk=101", "share", None),
        ("solved/front-desk=1/0", "share", None),
        ("response/front-desk/2026-Q1=28", "period", None),
        ("response/front-desk/march=28", "period", None),
        ("response/front-desk/2026-04=28", "later", None),
        ("response/hotline=28", "no-values", None),
        ("twice/front-desk=28", "computed", None),
    ],
)
def test_what_cannot_be_supposed_says_why(text: str, why: str, near: str | None) -> None:
    """With the id that was probably meant."""
    before = known(actions(action("A-1", "F-1")))

    with pytest.raises(WhatIfError) as error:
        read(text, before, AS_OF)

    assert (error.value.why, error.value.facts.get("near")) == (why, near)


def test_an_audit_of_a_lost_edition_has_no_score() -> None:
    """Nobody knows its questions any more."""
    old = audit("old", "2025-03-01", {"greeting": 2}, edition="2024")

    with pytest.raises(WhatIfError) as error:
        read("old/greeting=3", known(old), AS_OF)

    assert error.value.why == "no-edition"


@pytest.mark.parametrize("why", WHYS)
def test_every_reason_has_a_sentence(why: str) -> None:
    """In both languages."""
    assert {"zh", "en"} == set(WORDS[f"what-if-{why}"])


# --- how it is told


def told(*arguments: str, lang: str = "en") -> str:
    run = auditloop(
        "-C", BASE, "--as-of", "2026-05-31", "-q", "assess", "--lang", lang, *arguments, COLUMNS="200", TERM="dumb"
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def lines(text: str) -> list[list[str]]:
    """Cells of a table, however wide."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines() if line.strip()]


def test_before_and_after_stand_side_by_side() -> None:
    """The welcome counts double: (2 × 50 + 76.7) ÷ 3 = 58.9, and (2 × 100 + 76.7) ÷ 3 = 92.2."""
    found = lines(told("--what-if", "A-front-desk-2026-001"))

    assert ["front-desk-2026-03", "Front desk", "58.9 C", "92.2 A", "+33.3 points"] in found
    assert ["Welcome", "50.0 C", "100.0 A", "+50.0 points"] in found
    assert any(row[0] == "F-front-desk-2026-001" and row[-2:] == ["Awaiting verification", "Closed"] for row in found)
    assert ["Open steps", "2", "1"] in found


def test_the_same_in_chinese() -> None:
    """With the words of the pages."""
    found = told("--what-if", "waiting-time/front-desk/2026-05=9.6", lang="zh")

    assert "假设2026年5月前台的平均等候时间是9.6分钟。" in found
    assert ["waiting-time", "前台", "4.80分钟 (2026年5月)", "9.60分钟 (2026年5月)", "未达标"] in lines(found)
    assert "措施" not in found, "what stays as it is has no table"


def test_nothing_otherwise_is_said() -> None:
    """The value that is there already."""
    assert "Nothing would be otherwise." in told("--what-if", "front-desk-2026-03/greeting-given=4")


def test_for_programs_it_is_a_comparison() -> None:
    """As `auditloop diff` gives it, with what to do next; invented actions are nobody's business."""
    found = json.loads(told("--what-if", "F-front-desk-2026-001", "--format", "json"))
    schema = json.loads((resources.schema_dir() / "changes.schema.json").read_text(encoding="utf-8"))

    jsonschema_rs.validator_for(schema).validate(found)
    assert (found["base"]["name"], found["head"]["name"]) == ("", "F-front-desk-2026-001")
    assert [shift["id"] for shift in found["actions"]] == ["A-front-desk-2026-001"]
    assert [(s["id"], s["what"]) for s in found["next_steps"]] == [("A-front-desk-2026-001", "gone")]


@pytest.mark.parametrize(("lang", "asked"), [("en", "Did you mean {id}?"), ("zh", "是不是想写 {id}？")])
def test_a_slip_is_wrong_usage(lang: str, asked: str) -> None:
    """Exit code 2, and nothing on stdout."""
    run = auditloop("-C", BASE, "--as-of", "2026-05-31", "assess", "--lang", lang, "--what-if", "A-front-desk-2026-01")

    assert (run.returncode, run.stdout) == (2, "")
    assert asked.format(id="A-front-desk-2026-001") in run.stderr
