"""The demonstration organisation: made by its script to the last byte, and rich enough to show everything."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
AUDITS = ROOT / "audits"
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar as text; the fast one where PyYAML was built with it."""


def _text(folder: Path, pattern: str = "*.yml") -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob(pattern)}


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.fixture(scope="module")
def documents() -> dict[str, list[dict[str, Any]]]:
    """All committed documents by kind; dates and versions stay text."""
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for text in _text(AUDITS).values():
        data = yaml.load(text, Loader)
        by_kind.setdefault(data["kind"], []).append(data)
    return by_kind


@pytest.fixture(scope="module")
def actions(documents: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [action for filed in documents["actions"] for action in filed["actions"]]


@pytest.fixture(scope="module")
def findings(documents: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return [finding for audit in documents["audit"] for finding in audit.get("findings", ())]


def test_script_writes_what_is_committed(tmp_path: Path) -> None:
    """Running the script gives the committed files byte for byte, no more and no fewer."""
    subprocess.run(
        [sys.executable, "-m", "tools.demo", "--to", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )

    assert _bytes(tmp_path) == _bytes(AUDITS), "run `python -m tools.demo` and commit audits/"


def test_yaml_means_the_same_in_both_versions() -> None:
    """No plain scalar is read as a boolean, a number in base 60 or an octal by a YAML 1.1 reader."""
    for name, text in _text(AUDITS).items():
        for token in yaml.scan(text, Loader):
            if isinstance(token, yaml.ScalarToken) and token.plain:
                assert token.value.lower() not in {"yes", "no", "on", "off"}, f"{name}: {token.value}"
                assert not token.value.replace(":", "").isdigit() or ":" not in token.value, f"{name}: {token.value}"


def test_every_kind_of_audit_is_there(documents: dict[str, list[dict[str, Any]]]) -> None:
    """Twelve audits or more, of every type and both checklists; one is a draft, re-audits name their previous one."""
    audits = documents["audit"]

    assert len(audits) >= 12
    assert {audit["type"] for audit in audits} == {"self", "internal", "third-party", "mystery-shopper", "re-audit"}
    assert {audit["checklist"] for audit in audits} == {"service-self-audit", "on-site-service"}
    assert Counter(audit["status"] for audit in audits)["draft"] == 1
    assert all("previous" in audit for audit in audits if audit["type"] == "re-audit")


def test_findings_show_every_class_and_cause(findings: list[dict[str, Any]]) -> None:
    """Twenty-five findings or more, of every class; what is wrong has a risk, and what is major a chain of causes."""
    assert len(findings) >= 25
    assert {f["class"] for f in findings} == {"major", "minor", "observation", "opportunity", "good-practice"}
    assert {f["cause"]["category"] for f in findings if "cause" in f} >= {
        "people",
        "process",
        "system",
        "policy",
        "facility",
        "supplier",
    }
    assert all("likelihood" in f for f in findings if f["class"] != "good-practice")
    assert all(len(f["cause"]["whys"]) >= 2 for f in findings if f["class"] == "major")
    assert any("repeats" in f for f in findings)
    assert sum("accepted" in f for f in findings) == 1


def test_actions_show_every_state(actions: list[dict[str, Any]]) -> None:
    """Forty actions or more, in every state, moved once and twice, with every result of a verification."""
    assert len(actions) >= 40
    assert {a["status"] for a in actions} == {"planned", "in-progress", "blocked", "done", "verified", "cancelled"}
    assert {a["type"] for a in actions} == {"containment", "corrective", "preventive", "improvement", "training"}
    assert {a["verification"]["result"] for a in actions if "verification" in a} == {
        "effective",
        "partly",
        "ineffective",
    }
    assert {len(a.get("moved", ())) for a in actions} == {0, 1, 2}
    assert {a["esia"] for a in actions if "esia" in a} == {"eliminate", "simplify", "integrate", "automate"}
    assert any(a.get("innovation") and a.get("verification", {}).get("result") == "ineffective" for a in actions)


def test_indicators_reach_over_two_years(documents: dict[str, list[dict[str, Any]]]) -> None:
    """The ten key indicators are measured over 24 months by at least four teams; two indices and one of its own."""
    kpis = {kpi["id"]: kpi for kpi in documents["kpi"]}
    key = set(next(index for index in documents["index"] if index["id"] == "sqs")["weights"])
    months = Counter(
        (o["kpi"], o["team"])
        for o in documents["observations"]
        if "kpi" in o
        for period in o["values"]
        if "Q" not in period
    )

    assert len(key) == 10 and key <= set(kpis)
    assert all(max(n for (kpi, _), n in months.items() if kpi == id) == 24 for id in key)
    assert all(sum(1 for kpi, _ in months if kpi == id) >= 4 for id in key - {"self-service-success"})
    assert {index["id"] for index in documents["index"]} >= {"sqs", "csi"}
    assert any("segments" in kpi for kpi in kpis.values()) and any("exclude" in kpi for kpi in kpis.values())


def test_every_text_stands_in_both_languages(documents: dict[str, list[dict[str, Any]]]) -> None:
    """Whatever people read of the demonstration can be read in Chinese and in English."""

    def texts(node: Any) -> list[dict[str, str]]:
        if isinstance(node, dict):
            own = [node] if set(node) & {"zh", "en"} else []
            return own + [text for value in node.values() for text in texts(value)]
        return [text for item in node for text in texts(item)] if isinstance(node, list) else []

    found = [text for kind in documents.values() for data in kind for text in texts(data)]

    assert len(found) > 500
    assert all(set(text) == {"zh", "en"} and all(text.values()) for text in found)


def test_every_team_asks_its_customers_each_quarter(documents: dict[str, list[dict[str, Any]]]) -> None:
    """Eight quarters of surveys, with every dimension, comments of both halves of the scale, some single answers."""
    surveys, organisation = documents["survey"], documents["organisation"][0]
    dimensions = {dimension["id"] for dimension in organisation["survey_dimensions"]}
    quarters = Counter(survey["team"] for survey in surveys)

    assert set(quarters) == {team["id"] for team in organisation["teams"]}
    assert sum(count == 8 for count in quarters.values()) >= 5
    assert all(set(survey["dimensions"]) == dimensions for survey in surveys)
    assert all({int(c["rating"]) > 3 for c in survey["comments"]} == {True, False} for survey in surveys)
    assert all(("respondents_csv" in survey) != ("overall" in survey) for survey in surveys)
    assert sum("respondents_csv" in survey for survey in surveys) >= 2
    assert {kpi["id"] for kpi in documents["kpi"] if "from_survey" in kpi} >= {"nps", "survey-satisfaction"}
