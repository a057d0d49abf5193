"""What an editor is handed: snippets that are valid as they come, and a catalog that leads to the schemas."""

from __future__ import annotations

import json
import re
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest

from auditloop import resources
from auditloop.load.read import read_document
from auditloop.publish.static import static_files
from auditloop.scaffold import init_workspace
from building import DRAWINGS, change
from case_workspaces import CASES, make_workspace, problems_of
from language_server import ROOT
from scaffolding import starter

PLACES = [".vscode/auditloop.code-snippets", "site_templates/workspace/dot-vscode/auditloop.code-snippets"]
SNIPPETS: dict[str, dict[str, Any]] = json.loads((ROOT / PLACES[0]).read_text(encoding="utf-8"))
BOTH_LANGUAGES = re.compile(r".*[\u4e00-\u9fff].*。 [A-Z].*[a-z].*\.")
CLOCK = {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "05", "CURRENT_DATE": "20"}
"""The day on which the snippets are used; before the day on which the case workspaces are judged."""

WHERE = {
    "audit": ("audits/front-desk/audit.yml", ""),
    "finding": ("audits/front-desk/audit.yml", "@audit\nfindings:\n"),
    "action": ("audits/front-desk/actions.yml", "kind: actions\nteam: front-desk\nactions:\n"),
    "observations": ("audits/front-desk/observations.yml", ""),
    "ticket": ("audits/front-desk/tickets.yml", "kind: tickets\nteam: front-desk\nperiod: 2026-05\ntickets:\n"),
    "kpi": ("audits/kpi-new.yml", ""),
    "survey": ("audits/front-desk/survey.yml", ""),
    "proposal": ("audits/front-desk/proposals.yml", "kind: proposals\nteam: front-desk\nproposals:\n"),
    "case": ("audits/case-new.yml", ""),
    "training": ("audits/front-desk/training.yml", "kind: training\nteam: front-desk\nsessions:\n"),
    "risk": ("audits/front-desk/risks.yml", "kind: risks\nteam: front-desk\nrisks:\n"),
    "commentary": ("audits/front-desk/commentary.yml", ""),
}
"""Snippet → the file of the small workspace that it is typed into, and what stands there before."""


def expanded(name: str) -> str:
    """The snippet as VS Code leaves it when every stop is passed with Tab: defaults and first choices."""
    text = "\n".join(SNIPPETS[name]["body"])
    text = re.sub(r"\$(?:\{(CURRENT_\w+)\}|(CURRENT_\w+))", lambda found: CLOCK[found[1] or found[2]], text)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}$]*)\}", r"\1", text)
    text = text.removesuffix("$0")
    assert "$" not in text, f"{name} has something that this test does not understand: {text}"
    return text + "\n"


def typed_into(workspace: Path, name: str) -> Path:
    path, before = WHERE[name]
    entry = indent(expanded(name), "  ") if before else expanded(name)
    before = before.replace("@audit\n", expanded("audit"))
    file = workspace / path
    file.write_text(before + entry, encoding="utf-8")
    return file


def test_there_is_a_snippet_for_everything_people_write_often() -> None:
    """Each is found by a Latin and a Chinese prefix of its own and says in both languages what it writes."""
    assert set(SNIPPETS) == set(WHERE)
    prefixes = [prefix for snippet in SNIPPETS.values() for prefix in snippet["prefix"]]
    assert len(prefixes) == len(set(prefixes)) == 2 * len(SNIPPETS)
    for name, snippet in SNIPPETS.items():
        assert snippet["scope"] == "yaml"
        assert snippet["prefix"][0] == f"al-{name}"
        assert re.fullmatch(r"[\u4e00-\u9fff]+", snippet["prefix"][1])
        assert BOTH_LANGUAGES.fullmatch(snippet["description"]), snippet["description"]


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_with_its_defaults_is_valid(name: str, tmp_path: Path) -> None:
    """Whoever types a prefix and changes nothing has a file without errors, in a workspace that knows the ids."""
    workspace = make_workspace(CASES / "none", tmp_path)
    where = typed_into(workspace, name).relative_to(workspace).as_posix()

    problems = [problem for problem in problems_of(workspace) if problem.place.file == where]
    assert [(problem.code, problem.place.line) for problem in problems if problem.severity == "error"] == []


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_choice_offers_every_word_of_the_schema(name: str) -> None:
    """The list that drops down in a snippet is the list that the schema allows, in the order that suits."""
    text = "\n".join(SNIPPETS[name]["body"])
    kind = {"finding": "audit", "action": "actions", "ticket": "tickets", "risk": "risks"}.get(name, name)
    for key, choices in re.findall(r"(\w+): \$\{\d+\|([^|]+)\|\}", text):
        allowed = {
            "checklist": [[path.stem for path in resources.built_in_checklists()]],
            "likelihood": [list("12345")],
            "impact": [list("12345")],
        }.get(key) or enums(kind, key)
        assert sorted(choices.split(",")) in [sorted(words) for words in allowed], key


@pytest.mark.parametrize("wrong", ["class: minor", "item: touchpoints-listed"])
def test_a_snippet_that_is_wrong_would_be_noticed(wrong: str, tmp_path: Path) -> None:
    """The check above reads the file that it means."""
    workspace = make_workspace(CASES / "none", tmp_path)
    file = typed_into(workspace, "finding")
    change(file, wrong, wrong + "x")

    assert "error" in {problem.severity for problem in problems_of(workspace)}


def enums(kind: str, key: str) -> list[list[str]]:
    schema = json.loads((resources.schema_dir() / f"{kind}.schema.json").read_text(encoding="utf-8"))
    found: list[list[str]] = []

    def look(node: Any) -> None:
        if isinstance(node, dict):
            properties = node.get("properties")
            if isinstance(properties, dict) and "enum" in properties.get(key, {}):
                found.append(properties[key]["enum"])
            for inner in node.values():
                look(inner)
        elif isinstance(node, list):
            for inner in node:
                look(inner)

    look(schema)
    return found


def test_a_new_workspace_has_the_snippets_of_this_repository(tmp_path: Path) -> None:
    """What is tested here is what `auditloop init` hands out."""
    init_workspace(tmp_path, **starter())

    ours, template = ((ROOT / place).read_bytes() for place in PLACES)
    assert ours == template == (tmp_path / ".vscode" / "auditloop.code-snippets").read_bytes()


def test_two_texts_are_offered_on_one_line() -> None:
    """A text in two languages is completed in braces: on lines of its own it would lose its place in a list."""
    offered: list[str] = []

    def look(node: Any) -> None:
        if isinstance(node, dict):
            offered.extend(s["body"] for s in node.get("defaultSnippets", ()) if s["label"] == "{zh, en}")
            for inner in node.values():
                look(inner)
        elif isinstance(node, list):
            for inner in node:
                look(inner)

    for path in resources.schema_dir().glob("*.schema.json"):
        look(json.loads(path.read_text(encoding="utf-8")))
    assert offered
    for body in offered:
        document, problems = read_document(f"text: {body}\n".encode(), "x.yml")
        assert document
        assert not problems
        assert document.data == {"text": {"zh": "$1", "en": "$2"}}


def test_the_catalog_has_the_form_of_schemastore() -> None:
    """Every entry has what schemastore.org asks for, and leads to a schema from the root of a workspace."""
    listed = json.loads((ROOT / "schema" / "catalog.json").read_text(encoding="utf-8"))

    assert listed["$schema"] == "https://json.schemastore.org/schema-catalog.json"
    assert listed["version"] == 1
    (entry,) = listed["schemas"]
    assert set(entry) == {"name", "description", "fileMatch", "url"}
    assert BOTH_LANGUAGES.fullmatch(entry["description"])
    assert (ROOT / entry["url"]).read_bytes() == (ROOT / "schema" / "auditloop.schema.json").read_bytes()


def test_the_catalog_stays_with_the_workspace(tmp_path: Path) -> None:
    """A site publishes the schemas; the catalog, whose paths hold in a checkout only, goes with a new workspace."""
    published = static_files(resources.templates_dir(), tmp_path, resources.schema_dir(), DRAWINGS)
    init_workspace(tmp_path, **starter())

    assert "downloads/schema/auditloop.schema.json" in published
    assert "downloads/schema/catalog.json" not in published
    assert (tmp_path / "schema" / "catalog.json").is_file()
