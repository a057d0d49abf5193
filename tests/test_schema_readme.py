"""The examples of schema/README.md are a whole workspace: valid, buildable, and without a problem between them."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest

from auditloop import resources
from auditloop.load.document import Document
from auditloop.load.read import read_document
from auditloop.model.build import KINDS, build_workspace
from auditloop.validate import Schemas, validate

README = resources.schema_dir() / "README.md"
EXAMPLES = [
    example
    for example in re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    if example.startswith("kind:")
]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    """Every example as a file of its own."""
    found = []
    for number, example in enumerate(EXAMPLES):
        document, problems = read_document(example.encode(), f"audits/{number}.yml")
        assert document is not None
        assert not problems
        found.append(document)
    return found


def test_there_is_an_example_of_every_kind(documents: list[Document]) -> None:
    """Nobody has to guess what a kind looks like."""
    assert {document.data["kind"] for document in documents} == set(KINDS)


def test_the_table_lists_every_kind() -> None:
    """The overview at the top leads to each example."""
    listed = re.findall(r"^\| \[`(\w+)`\]\(#(\w+)\)", README.read_text(encoding="utf-8"), re.MULTILINE)

    assert listed == [(kind, kind) for kind, _ in listed]
    assert sorted(kind for kind, _ in listed) == sorted(KINDS)


def test_the_examples_are_a_workspace_without_problems(documents: list[Document]) -> None:
    """Copied as they stand they pass `auditloop validate`."""
    validated = validate(documents, Schemas(resources.schema_dir()), as_of=dt.date(2026, 3, 31))

    assert [problem.message.en for problem in validated.problems] == []
    build_workspace([document.data for document in validated.documents], {})


def test_the_editor_settings_are_those_of_the_readme() -> None:
    """The setting that the README tells people to write works in this repository, too."""
    root = README.parents[1]
    settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))

    (shown,) = re.findall(r"```json\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert json.loads(shown)["yaml.schemas"].items() <= settings["yaml.schemas"].items()
