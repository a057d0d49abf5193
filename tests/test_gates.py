"""Quality gates: what must hold, by how much it does not, what would pass, and what a waiver lets through."""

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
    index,
    item,
    kpi,
    observed,
    organisation,
    workspace,
)
from assess_workspace import results as assessed
from auditloop import resources
from auditloop.assess.changes import Noticed
from auditloop.assess.gates import GateOutcome, GateReport, encode_gates, judge
from auditloop.model.names import names_of
from auditloop.render.i18n import read_words
from auditloop.reporters.gates import GATES_REPORTERS
from git_workspace import replace, repository
from test_cli import auditloop

SCHEMA = json.loads((resources.schema_dir() / "gates.schema.json").read_text(encoding="utf-8"))
TEMPLATES = Path(__file__).parents[1] / "site_templates"
ON = ("--as-of", "2026-06-30")
TWO = organisation("front-desk", "kitchen")
BASICS = checklist(domain("welcome", item("greeting")), domain("rooms", item("clean")))
DATA = [
    TWO,
    BASICS,
    audit("a", "2026-01-10", {"greeting": 4, "clean": 4}),
    audit("b", "2026-03-10", {"greeting": 4, "clean": 2}, findings=[finding("F-1", "clean", "minor")]),
    kpi(score={"zero": 60, "full": 15}),
    observed({"2026-02": 30}),
    index({"response": 1}),
    actions(action("A-1", due="2026-03-20"), action("A-2", due="2026-03-25")),
]
"""Front desk: 75 points (welcome 100, rooms 50), 66.7 in the index, two overdue actions; the kitchen has nothing."""


def policy(*gates: dict[str, Any], waivers: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    return {
        "kind": "policy",
        "gates": [{"id": f"g{n}", **gate} for n, gate in enumerate(gates)],
        "waivers": waivers or [],
    }


def report(data: list[dict[str, Any]], rules: dict[str, Any], base: list[dict[str, Any]] | None = None) -> GateReport:
    """Judged on 31 March 2026; whatever comes of it satisfies the schema."""
    written = workspace(TWO, rules).policy
    assert written
    before = Noticed(assessed(*base), "base") if base else None
    found = judge(written, Noticed(assessed(*data), ""), before, "auditloop test")
    jsonschema_rs.Draft7Validator(SCHEMA, validate_formats=True).validate(json.loads(encode_gates(found)))
    return found


def told(outcome: GateOutcome) -> tuple[Any, ...]:
    return outcome.team, outcome.value, outcome.passes_at, outcome.missing, outcome.state


@pytest.mark.parametrize(
    ("gate", "expected"),
    [
        ({"measure": "audit-score", "at_least": 75}, [("front-desk", 75, 75, None, "passed")]),
        ({"measure": "audit-score", "at_least": 80}, [("front-desk", 75, 80, 5, "failed")]),
        ({"measure": "audit-score", "at_least": 80, "severity": "warn"}, [("front-desk", 75, 80, 5, "warned")]),
        ({"measure": "audit-score", "at_least": 80, "severity": "off"}, []),
        ({"measure": "audit-score", "at_least": 80, "team": "kitchen"}, []),
        (
            {"measure": "domain-score", "at_least": 60},
            [("front-desk", 50, 60, 10, "failed"), ("front-desk", 100, 60, None, "passed")],
        ),
        ({"measure": "domain-score", "domain": "rooms", "at_least": 50}, [("front-desk", 50, 50, None, "passed")]),
        ({"measure": "index", "at_least": 66}, [("front-desk", pytest.approx(200 / 3), 66, None, "passed")]),
        ({"measure": "index", "index": "sqs", "scope": "organisation", "at_least": 66}, []),
        (
            {"measure": "overdue", "at_most": 1},
            [("front-desk", 2, 1, 1, "failed"), ("kitchen", 0, 1, None, "passed")],
        ),
        ({"measure": "overdue", "scope": "organisation", "at_most": 2}, [(None, 2, 2, None, "passed")]),
        ({"measure": "open-findings", "team": "front-desk", "at_most": 0}, [("front-desk", 1, 0, 1, "failed")]),
        (
            {"measure": "open-findings", "team": "front-desk", "class": "major", "at_most": 0},
            [("front-desk", 0, 0, None, "passed")],
        ),
        (
            {"measure": "alerts", "rule": "overdue", "scope": "organisation", "at_most": 1},
            [(None, 2, 1, 1, "failed")],
        ),
    ],
)
def test_a_floor_or_a_ceiling_says_by_how_much_and_what_would_pass(
    gate: dict[str, Any], expected: list[tuple[Any, ...]]
) -> None:
    """Every subject of the gate has an outcome of its own; failed ones first."""
    assert [told(outcome) for outcome in report(DATA, policy(gate)).outcomes] == expected


def test_a_drop_is_measured_from_the_base() -> None:
    """From 100 in January to 75 in March; without a base nothing is said of it."""
    before = [each for each in DATA if each.get("id") != "b"]
    may_fall = policy({"measure": "audit-score", "may_fall": 20})
    may_rise = policy({"measure": "overdue", "scope": "organisation", "may_rise": 1})

    (fell,) = report(DATA, may_fall, before).outcomes
    (rose,) = report(DATA, may_rise, DATA[:-1]).outcomes
    (allowed,) = report(DATA, policy({"measure": "audit-score", "may_fall": 25}), before).outcomes
    (new,) = report(DATA, may_fall, [TWO, BASICS]).outcomes

    assert (fell.base, *told(fell)) == (100, "front-desk", 75, 80, 5, "failed")
    assert (rose.base, *told(rose)) == (0, None, 2, 1, 1, "failed")
    assert rose.records == ["A-1", "A-2"]
    assert allowed.state == "passed"
    assert (new.state, new.passes_at) == ("unknown", None)
    assert report(DATA, may_fall).outcomes == []


@pytest.mark.parametrize(
    ("until", "team", "state"),
    [
        ("2026-03-31", None, "waived"),
        ("2026-03-30", None, "failed"),
        ("2026-12-31", "front-desk", "waived"),
        ("2026-12-31", "kitchen", "failed"),
    ],
)
def test_a_waiver_runs_out(until: str, team: str | None, state: str) -> None:
    """It holds to the end of its last day, for its team only; what ran out is told with the failure."""
    of_team = {"team": team} if team else {}
    waiver = {"gate": "g0", "reason": "r", "owner": "li-wei", "until": until, **of_team}

    found = report(DATA, policy({"measure": "audit-score", "at_least": 80}, waivers=[waiver]))

    assert found.outcomes[0].state == state
    assert found.passed == (state == "waived")
    assert bool(found.outcomes[0].waiver) == (team != "kitchen")
    if found.outcomes[0].waiver:
        assert found.outcomes[0].waiver.over == (state == "failed")
        assert found.outcomes[0].waiver.until == dt.date.fromisoformat(until)


def test_a_warning_or_a_missing_value_does_not_fail() -> None:
    """Only an error does."""
    empty = [BASICS, audit("c", "2026-03-10", {}), TWO]

    assert report(DATA, policy({"measure": "audit-score", "at_least": 80, "severity": "warn"})).passed
    found = report(empty, policy({"measure": "audit-score", "at_least": 80}))
    assert (found.passed, [outcome.state for outcome in found.outcomes]) == (True, ["unknown"])


EN = """\
Quality gates: Harbour
the workspace as it is, as of 31 March 2026
2 gates failed.

Failed (2)
  x g0, front-desk, Basics: 75.0, at least 80, 5.0 short, 80.0 or more would pass
  x g1, Harbour, overdue actions: 2, at most 1, 1 too many, 1 or fewer would pass
      measure (A-1)
      measure (A-2)

Waived for now (1)
  · g2, front-desk, Basics, d: 50.0, at least 60, 10.0 short, 60.0 or more would pass
      Waived until 30 June 2026, seen to by li-wei: Renovation
"""


def test_the_outcome_in_words() -> None:
    """What failed, by how much, and what would pass; what is counted is named."""
    rules = policy(
        {"measure": "audit-score", "at_least": 80},
        {"measure": "overdue", "scope": "organisation", "at_most": 1},
        {"measure": "domain-score", "domain": "rooms", "at_least": 60},
        waivers=[
            {"gate": "g2", "reason": {"zh": "装修", "en": "Renovation"}, "owner": "li-wei", "until": "2026-06-30"}
        ],
    )
    found, names = report(DATA, rules), names_of(workspace(*DATA))
    text, comment = (
        GATES_REPORTERS[form](found, names, read_words("en", (TEMPLATES,))) for form in ("text", "markdown")
    )

    assert text == EN
    assert comment.startswith("<!-- auditloop-gate:harbour -->\n### Quality gates: Harbour\n")


def test_what_is_said_to_pass_does_pass() -> None:
    """One third of a point is missing: the floor shown is not rounded down below itself."""
    third = checklist(domain("d", item("a"), item("b"), item("c")))
    data = [third, audit("x", "2026-03-10", {"a": 4, "b": 4, "c": 0})]
    rules = policy({"measure": "audit-score", "at_least": 66.68})

    text = GATES_REPORTERS["text"](report(data, rules), {}, read_words("en", (TEMPLATES,)))

    assert "66.6667, at least 66.68, 0.0134 short, 66.6800 or more would pass" in text


POLICY = """\
kind: policy
gates:
  - {id: floor, measure: audit-score, at_least: 55, may_fall: 5}
"""


def test_gate_ends_with_1_when_something_failed(tmp_path: Path) -> None:
    """Compared with a revision where one is named; without gates it says so."""
    repository(tmp_path)
    none = auditloop("-C", tmp_path, *ON, "gate")
    (tmp_path / "audits" / "policy.yml").write_text(POLICY, encoding="utf-8")

    alone = auditloop("-C", tmp_path, *ON, "gate")
    replace(tmp_path / "audits" / "front-desk" / "audit.yml", "failed: 2", "failed: 8")
    fallen = auditloop("-C", tmp_path, *ON, "gate", "--against", "HEAD")
    floor_only = auditloop("-C", tmp_path, *ON, "gate")
    unknown = auditloop("-C", tmp_path, *ON, "gate", "--against", "nowhere")

    assert (none.returncode, none.stdout) == (0, "")
    assert "There are no gates" in none.stderr
    assert (alone.returncode, alone.stdout.splitlines()[2]) == (0, "No gate failed.")
    assert fallen.returncode == 1
    assert "58.9 → 52.2, may fall by 5, 1.7 short, 53.9 or more would pass" in fallen.stdout
    assert (floor_only.returncode, unknown.returncode) == (1, 2)
    assert "may fall" not in floor_only.stdout


def test_of_several_waivers_the_longest_counts() -> None:
    """One that ran out does not hide one that was granted anew."""
    waivers = [
        {"gate": "g0", "reason": "r", "owner": "li-wei", "until": until} for until in ("2026-12-31", "2026-01-31")
    ]

    found = report(DATA, policy({"measure": "audit-score", "at_least": 80}, waivers=waivers))

    assert [outcome.state for outcome in found.outcomes] == ["waived"]
