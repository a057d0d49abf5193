"""`auditloop init`: a folder that validates, holds everything a team needs, and can be read like a manual."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditloop import resources
from auditloop.load.settings import read_settings
from auditloop.scaffold import init_workspace
from auditloop.scaffold.errors import BadChoice, BadId, FileExists
from auditloop.scaffold.workspace import fill
from scaffolding import problems, read, starter


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"languages": ["en", "zh"]},
        {"languages": ["zh"], "name_en": None},
        {"name_zh": None, "name_en": None},
        {"languages": ["en"], "name_zh": None},
        {"name_zh": "“甲”: #1 @{today}", "name_en": "No\n<b>*A*</b> {{ x }}"},
    ],
)
def test_a_new_workspace_has_no_problems(tmp_path: Path, given: dict[str, Any]) -> None:
    """Neither errors nor warnings, in one language or two, whatever the organisation is called."""
    init_workspace(tmp_path, **starter(**given))

    assert problems(tmp_path) == []
    name = {"zh": starter(**given)["name_zh"], "en": starter(**given)["name_en"]}
    workspace = read(tmp_path)
    example = {"zh": "示例组织", "en": "Example organisation"}
    assert workspace.organisation.name == ({language: words for language, words in name.items() if words} or example)
    assert isinstance(read_settings(tmp_path / "mkdocs.yml")["site_name"], str)


def test_it_holds_what_a_site_needs(tmp_path: Path) -> None:
    """Indicators with values, an index of them, an audit begun, an action: no section of the site is empty."""
    init_workspace(tmp_path, **starter())

    workspace = read(tmp_path)
    assert len(workspace.kpis) == 3
    assert all(kpi.target is not None and kpi.score for kpi in workspace.kpis.values())
    assert len(workspace.observations) == 18
    assert max(o.period for o in workspace.observations).text == "2026-02"
    assert set(workspace.indices) == {"sqs"}
    audit = workspace.audits["front-desk-2026-03-15"]
    assert audit.status == "draft"
    assert audit.answers["touchpoints-listed"].score == 3
    assert set(workspace.actions) == {"A-front-desk-2026-001"}


def test_it_holds_what_an_editor_and_git_need(tmp_path: Path) -> None:
    """Schemas for work without a network, editor settings, ignored output, a folder for hand-written pages."""
    written = init_workspace(tmp_path, **starter())

    for path in (
        ".vscode/settings.json",
        ".vscode/extensions.json",
        ".gitignore",
        "docs/.gitkeep",
        "README.md",
        "mkdocs.yml",
    ):
        assert tmp_path / path in written
    for schema in resources.schema_dir().glob("*.json"):
        assert (tmp_path / "schema" / schema.name).read_bytes() == schema.read_bytes()
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    (mapped,) = settings["yaml.schemas"]
    assert (tmp_path / mapped).is_file()
    assert {"/site/", "/build/", "/.cache/"} <= set((tmp_path / ".gitignore").read_text(encoding="utf-8").split())
    assert not list((tmp_path / "docs").glob("*.md"))


def test_every_yaml_file_explains_itself(tmp_path: Path) -> None:
    """Each begins with a modeline that leads to the schema, and has comments in both languages."""
    init_workspace(tmp_path, **starter())

    for path in (tmp_path / "audits").rglob("*.yml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        target = lines[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / target).resolve() == (tmp_path / "schema/auditloop.schema.json").resolve()
        comments = "".join(line.partition("#")[2] for line in lines[1:])
        assert any("\u4e00" <= c <= "\u9fff" for c in comments), path
        assert any(c.isascii() and c.isalpha() for c in comments), path
        assert yaml.safe_load(path.read_text(encoding="utf-8")), path  # PyYAML, as other tools read it


def test_examples_say_that_they_are_examples(tmp_path: Path) -> None:
    """Nobody can mistake the made-up numbers for their own."""
    init_workspace(tmp_path, **starter())

    for path in (tmp_path / "audits/teams").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert "示例" in text and "xample" in text, path


def test_an_existing_file_stops_it_before_anything_is_written(tmp_path: Path) -> None:
    """A folder that holds one of the files is left exactly as it was."""
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExists) as caught:
        init_workspace(tmp_path, **starter())

    assert [path.as_posix() for path in caught.value.paths] == ["README.md"]
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_a_folder_with_other_things_in_it_is_fine(tmp_path: Path) -> None:
    """An empty repository with its .git and licence can become a workspace; the folder may also not exist yet."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").touch()

    init_workspace(tmp_path, **starter())
    init_workspace(tmp_path / "new" / "er", **starter())

    assert problems(tmp_path) == problems(tmp_path / "new" / "er") == []


def test_impossible_requests_are_refused(tmp_path: Path) -> None:
    """An id that cannot be one, and a language the site does not speak."""
    with pytest.raises(BadId):
        init_workspace(tmp_path, **starter(organisation_id="Acme Inc."))
    with pytest.raises(BadChoice):
        init_workspace(tmp_path, **starter(languages=["fr"]))
    assert list(tmp_path.iterdir()) == []


def test_same_day_same_files(tmp_path: Path) -> None:
    """Two workspaces made on the same day are the same byte for byte."""
    first = init_workspace(tmp_path / "a", **starter())
    second = init_workspace(tmp_path / "b", **starter())

    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_placeholder_nobody_knows_is_a_bug() -> None:
    """A template with a slip in it fails loudly instead of leaving the placeholder in people's files."""
    with pytest.raises(KeyError):
        fill("@{tody}", {"today": "2026-03-15"})
