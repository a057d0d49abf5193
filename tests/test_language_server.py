"""What an editor shows: a real YAML language server on valid and invalid files, with this repository's settings."""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditloop.model.build import KINDS
from language_server import ROOT, SERVER, LanguageServer

pytestmark = pytest.mark.slow

MODELINE = "# yaml-language-server: $schema={}/auditloop.schema.json\n"
SETTINGS = ".vscode/settings.json"
STARTER_SETTINGS = "site_templates/workspace/dot-vscode/settings.json"
AUDIT = """\
kind: audit
id: front-desk-2026-03
team: front-desk
checklist: service-self-audit
date: 2026-03-15
type: self
status: draft
answers:
  touchpoints-listed: 3
"""
ACTION = """\
kind: actions
team: front-desk
actions:
  - id: A-front-desk-2026-001
    title: Repair
    type: corrective
    owner: li-wei
    opened: 2026-03-16
    due: 2026-04-15
    status: planned
"""


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    """`make test` installs the server wherever npm is, or can be put by root; only elsewhere is it missing."""
    if SERVER.is_file():
        return
    can = shutil.which("npm") or (os.geteuid() == 0 and shutil.which("apt-get"))
    assert not can, "run: sh tools/install-language-server.sh"
    pytest.skip("no YAML language server: neither npm nor the right to install it is here")


def settings(name: str = SETTINGS, **changed: Any) -> dict[str, Any]:
    return {**json.loads((ROOT / name).read_text(encoding="utf-8")), **changed}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of which an editor needs no more than the schemas."""
    made = tmp_path_factory.mktemp("edited")
    shutil.copytree(ROOT / "schema", made / "schema")
    (made / "audits").mkdir()
    return made


@pytest.fixture(scope="module")
def server(installed: None, folder: Path) -> Iterator[LanguageServer]:
    """An editor in a workspace with the settings that `auditloop init` writes."""
    with LanguageServer(folder, settings(STARTER_SETTINGS)) as running:
        yield running


class Editor:
    """One file in the editor. `¦` in its text is where the pointer rests or the cursor stands."""

    _opened = 0

    def __init__(self, server: LanguageServer, text: str) -> None:
        Editor._opened += 1
        self.server = server
        self.file = server.folder / "audits" / f"file-{Editor._opened}.yml"
        before = text.partition("¦")[0]
        self.line, self.column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        self.diagnostics = server.open(self.file, text.replace("¦", ""))

    def hover(self) -> str:
        return self.server.hover(self.file, self.line, self.column)

    def offered(self) -> dict[str, dict[str, Any]]:
        return {item["label"]: item for item in self.server.complete(self.file, self.line, self.column)}

    def keys(self) -> set[str]:
        """Keys that may stand at the cursor: skeletons are called otherwise or hold more than one line of keys."""
        return {label for label, item in self.offered().items() if text_of(item).startswith(f"{label}:")}


def text_of(item: dict[str, Any]) -> str:
    return str(item.get("insertText") or item.get("textEdit", {}).get("newText", ""))


def schema(kind: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    return read


def both_languages(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff].*[。：？] .*[A-Za-z]{2}", text, re.S))


# --- diagnostics


def one_of_each_kind() -> list[Path]:
    """The first demonstration file of every kind that has one, and the two built-in checklists."""
    first: dict[str, Path] = {}
    for path in sorted((ROOT / "audits").rglob("*.yml")):
        kind = re.search(r"^kind: (\w+)", path.read_text(encoding="utf-8"), re.M)
        assert kind, path
        first.setdefault(kind[1], path)
    return [*first.values(), *sorted((ROOT / "generator/auditloop/checklists").glob("*.yml"))]


def test_the_demonstration_has_no_complaint() -> None:
    """A file of every kind, opened in this repository with its own settings: explained, and nothing is underlined."""
    files = one_of_each_kind()
    assert len(files) == len(KINDS) + 1  # the demonstration audits with the built-in checklists: two files of one kind

    with LanguageServer(ROOT, settings()) as server:
        for file in files:
            assert server.open(file) == [], file
            at = file.read_text(encoding="utf-8").splitlines().index(f"kind: {kind_of(file)}")
            assert both_languages(server.hover(file, at, 1)), f"{file}: no schema"


def kind_of(file: Path) -> str:
    found = re.search(r"^kind: (\w+)", file.read_text(encoding="utf-8"), re.M)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (AUDIT.replace("type: self", "type: selfie"), 5, 'Valid values: "self", "internal"'),
        (AUDIT.replace("date: 2026-03-15", "date: 15.3.2026"), 4, "写成 2026-03-15。 Write it like 2026-03-15."),
        (AUDIT.replace("team: front-desk\n", ""), 0, 'Missing property "team"'),
        (AUDIT + "auditor: li-wei\n", 9, "Property auditor is not allowed"),
        (AUDIT + "  queue-visible: {sample: {size: 3, failed: 1}, score: 2}\n", 9, "抽查与评分不能并用。 Not together"),
        (ACTION.replace("status: planned", "status: doing"), 9, 'Valid values: "planned", "in-progress"'),
        (ACTION + "    progress: 120\n", 10, "above the maximum of 100"),
        ("kind: adit\n", 0, 'Valid values: "organisation", "checklist", "audit"'),
        (AUDIT + "status: final\n", 9, "Map keys must be unique"),
    ],
)
def test_a_mistake_is_underlined_where_it_is(server: LanguageServer, text: str, line: int, message: str) -> None:
    """Every complaint stands at the line of the mistake and says what may stand there; there is no other one."""
    found = Editor(server, text).diagnostics

    assert message in " ".join(d["message"] for d in found)
    assert {d["range"]["start"]["line"] for d in found} == {line}


def test_a_file_that_is_just_begun_is_complained_of_once(server: LanguageServer) -> None:
    """Half a word is no document: that is said once, and not again for every kind that it might become."""
    assert len(Editor(server, "ki").diagnostics) == 1


@pytest.mark.parametrize("text", [AUDIT, ACTION])
def test_no_schema_is_matched_twice(server: LanguageServer, text: str) -> None:
    """A valid file has no complaint, of several matching schemas neither."""
    assert Editor(server, text).diagnostics == []


# --- completions


def test_an_empty_file_offers_a_skeleton_of_every_kind(server: LanguageServer) -> None:
    """Each begins with its kind and says in both languages what it is; apart from them there is only the key `kind`."""
    offered = Editor(server, "¦").offered()

    kinds = [re.match(r"kind: (\w+)\n", text_of(item)) for item in offered.values()]
    assert {found[1] for found in kinds if found} == set(KINDS)
    assert all(
        both_languages(item["documentation"]) for item, found in zip(offered.values(), kinds, strict=True) if found
    )
    assert {label for label, found in zip(offered, kinds, strict=True) if not found} == {"kind", "Auditloop"}


def test_the_kinds_are_offered_after_the_key(server: LanguageServer) -> None:
    """Whoever writes `kind:` chooses one."""
    assert set(Editor(server, "kind: ¦").offered()) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_only_keys_of_the_kind_are_offered(server: LanguageServer, kind: str) -> None:
    """After `kind: audit` come the keys of an audit, all of them, and nothing of any other kind; each is explained."""
    editor = Editor(server, f"kind: {kind}\n¦")

    assert editor.keys() == {*schema(kind)["properties"]} - {"kind"}
    own = {snippet["label"] for snippet in schema(kind)["defaultSnippets"]} | {schema(kind)["title"]}
    assert set(editor.offered()) - editor.keys() <= own
    for key in schema(kind)["properties"].keys() - {"kind"}:
        assert both_languages(str(editor.offered()[key]["documentation"])), key


@pytest.mark.parametrize(
    ("kind", "definition", "text"),
    [
        ("audit", "finding", AUDIT + "findings:\n  - ¦"),
        ("actions", "action", "kind: actions\nteam: front-desk\nactions:\n  - ¦"),
        ("tickets", "ticket", "kind: tickets\nteam: front-desk\ntickets:\n  - ¦"),
    ],
)
def test_the_keys_of_a_record_are_offered(server: LanguageServer, kind: str, definition: str, text: str) -> None:
    """In a list of findings, actions or tickets the keys of one are offered."""
    assert Editor(server, text).keys() == set(schema(kind)["definitions"][definition]["properties"])


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        (AUDIT.replace("type: self", "type: ¦"), "audit", "properties/type"),
        (AUDIT.replace("status: draft", "status: ¦"), "audit", "properties/status"),
        (AUDIT + "findings:\n  - id: F-a-1\n    class: ¦", "audit", "definitions/finding/properties/class"),
        (ACTION.replace("status: planned", "status: ¦"), "actions", "definitions/action/properties/status"),
        (ACTION.replace("type: corrective", "type: ¦"), "actions", "definitions/action/properties/type"),
    ],
)
def test_the_values_of_a_list_are_offered_with_their_meaning(
    server: LanguageServer, text: str, kind: str, path: str
) -> None:
    """Where one of few words may stand, exactly these are offered, each with what it means in both languages."""
    listed = functools.reduce(lambda node, key: node[key], path.split("/"), schema(kind))
    offered = Editor(server, text).offered()

    assert {label: item["documentation"] for label, item in offered.items()} == dict(
        zip(listed["enum"], listed["enumDescriptions"], strict=True)
    )


def test_a_completed_number_is_one_that_may_stand_there(server: LanguageServer) -> None:
    """A key is completed with a valid value to type over, never with a nought that is out of range."""
    offered = Editor(server, AUDIT + "findings:\n  - ¦").offered()

    assert text_of(offered["likelihood"]) == "likelihood: ${1:3}"
    assert text_of(offered["impact"]) == "impact: ${1:3}"


def test_a_completed_text_keeps_its_place_in_a_list(server: LanguageServer) -> None:
    """What is inserted for a text in two languages stands on one line, so that no indentation can go wrong."""
    offered = Editor(server, "kind: actions\nteam: front-desk\nactions:\n  - ¦").offered()

    assert text_of(offered["title"]) == 'title: {zh: "$1", en: "$2"}'


# --- hovers


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (AUDIT.replace("kind", "k¦ind"), "文档种类", "Kind of the document"),
        (AUDIT.replace("checklist", "c¦hecklist"), "检查表的标识", "built in: service-self-audit"),
        (AUDIT.replace("status", "s¦tatus"), "草稿不计分", "a final audit answers every item"),
        (AUDIT.replace("type", "t¦ype"), "神秘顾客", "By a mystery shopper"),
        (AUDIT.replace("touch", "to¦uch"), "空着表示还没有答", "Empty: not answered yet"),
        (AUDIT + "findings:\n  - {c¦lass: major}\n", "不符合的轻重", "how grave a nonconformity"),
        (AUDIT + "findings:\n  - {l¦ikelihood: 3}\n", "1（罕见）到 5（几乎必然）", "1 (rare) to 5 (almost certain)"),
        (ACTION.replace("due", "d¦ue"), "改期时同时在 moved 记一笔", "when it moves, add an entry"),
        (ACTION.replace("status: planned", "s¦tatus: planned"), "是否逾期由程序按日期算出", "whether it is overdue"),
        (ACTION.replace("type", "t¦ype"), "先止损", "stop the harm"),
    ],
)  # fmt: skip
def test_a_key_explains_itself_in_both_languages(server: LanguageServer, text: str, zh: str, en: str) -> None:
    """Whoever rests the pointer on a key reads what it means, in Chinese and English, with the words it may hold."""
    shown = Editor(server, text).hover()

    assert zh in shown
    assert en in shown


# --- how the editor finds the schema


def test_a_modeline_is_enough(folder: Path) -> None:
    """The first line of a file leads to the schema without any setting, in a folder that no setting names."""
    (folder / "elsewhere").mkdir()
    with LanguageServer(folder, {"yaml.schemaStore.enable": False}) as server:
        with_it = server.open(folder / "elsewhere" / "a.yml", MODELINE.format("../schema") + "kind: adit\n")
        without = server.open(folder / "elsewhere" / "b.yml", "kind: adit\n")

    assert [d["range"]["start"]["line"] for d in with_it] == [1]
    assert without == []


def test_the_settings_lead_to_the_schema_only_where_data_lie(server: LanguageServer, folder: Path) -> None:
    """Without a modeline, files under `audits/` are checked, and other YAML of the repository is left alone."""
    assert server.open(folder / "audits" / "deep.yml", "kind: adit\n")
    assert server.open(folder / "mkdocs.yml", "kind: adit\n") == []


@pytest.fixture
def catalog() -> Iterator[str]:
    """Where the catalog is served: language servers fetch catalogs by HTTP."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(ROOT / "schema"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{serving.server_port}/catalog.json"
        serving.shutdown()


def test_the_catalog_leads_to_the_schema(folder: Path, catalog: str) -> None:
    """An editor that is given the catalog in place of schemastore.org's needs no other setting in a workspace."""
    with LanguageServer(folder, {"yaml.schemaStore.enable": True, "yaml.schemaStore.url": catalog}) as server:
        file = folder / "audits" / "by-catalog.yml"
        wrong = server.open(file, "kind: adit\n") or server.again(file)
        other = server.open(folder / "other.yml", "kind: adit\n")

    assert [d["range"]["start"]["line"] for d in wrong] == [0]
    assert other == []
