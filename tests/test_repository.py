"""The repository keeps what it says of itself: documents, settings, sizes and import directions."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditloop.cli.main import app
from auditloop.load.settings import read_settings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "auditloop"
LONGEST = 400
"""Lines that a Python file of the package may have."""
DOCUMENTS = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md", "schema/README.md"]
TEXT = {".py", ".md", ".yml", ".yaml", ".toml", ".json", ".j2", ".js", ".css", ".txt", ".sh", ".cfg", "", ".csv"}


@cache
def tracked() -> tuple[Path, ...]:
    """Files that are committed or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_file_names_a_machine_or_a_package_index() -> None:
    """A path or an address that holds on one computer only has no place in the repository."""
    machine = re.compile(
        r"(?<![\w.])/(?:home|root|Users)/\w|file:///(?:home|root|opt|tmp|work)\b|--?(?:extra-)?index-url|trusted-host",
        re.I,
    )
    found = [
        f"{short(path)}: {hit[0]}"
        for path in tracked()
        if path.suffix in TEXT and path != Path(__file__)
        for hit in machine.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_every_module_opens_by_saying_what_it_answers() -> None:
    """A reader who opens any file learns its purpose from its first lines."""
    silent = [short(path) for path in modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]

    assert silent == []


def test_files_stay_small() -> None:
    """One idea per file."""
    lengths = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()
    }

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def rooms_in(document: str) -> set[str]:
    """First column of the rooms table: `load/`, `config.py`, …"""
    table = re.search(r"^\| room \|.*?(?=^\s*$)", (ROOT / document).read_text(encoding="utf-8"), re.M | re.S)
    assert table
    return {name for line in table[0].splitlines()[2:] for name in re.findall(r"`([^`]+)`", line.split("|")[1])}


def test_the_architecture_page_names_every_room_and_no_other() -> None:
    """Folders and modules at the top of the package are those of the table."""
    rooms = {f"{path.name}/" for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith(("_", "."))}
    files = {path.name for path in PACKAGE.glob("*.py")} - {"__init__.py", "__main__.py"}

    named = rooms_in("docs/architecture.md")
    inside = {name for name in named if "/" in name.rstrip("/")}
    assert named - inside == rooms | files
    assert all((PACKAGE / name).is_dir() for name in inside)


def test_the_architecture_page_names_every_top_folder() -> None:
    """Whoever looks at the repository finds each folder explained."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if len(path.relative_to(ROOT).parts) > 1}

    assert [name for name in sorted(folders) if not name.startswith(".") and f"| `{name}/` |" not in page] == []


def links(document: str) -> Iterator[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    yield from (link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text))


def test_documents_link_to_files_that_exist() -> None:
    """No link of a document leads nowhere."""
    lost = [
        f"{document} → {link}"
        for document in DOCUMENTS
        for link in links(document)
        if link and "://" not in link and not (ROOT / document).parent.joinpath(link).exists()
    ]

    assert lost == []


def test_every_page_in_docs_can_be_reached() -> None:
    """A page that no document links is a page that nobody reads."""
    linked = {
        (ROOT / document).parent.joinpath(link).resolve() for document in DOCUMENTS for link in links(document) if link
    }

    assert [short(page) for page in (ROOT / "docs").rglob("*.md") if page.resolve() not in linked] == []


def commands() -> dict[str, Any]:
    """Name → command, groups included."""
    return {
        **{command.name or command.callback.__name__: command for command in app.registered_commands},
        **{group.name: group for group in app.registered_groups},
    }


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "site_templates/workspace/README.md"])
def test_commands_in_documents_exist(document: str) -> None:
    """`auditloop …` and `make …` as written can be typed."""
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^|[`/\s])auditloop(?: -C \S+)? ([a-z]+)", text, re.M)) - {"is", "as", "and", "in"}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))

    assert named <= set(commands()), "a command that does not exist"
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.M)) <= targets, "a make target that does not exist"


def test_the_readme_names_every_command() -> None:
    """What can be done is said where people look first."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [name for name in commands() if f"auditloop {name}" not in readme] == []


def test_the_changelog_has_room_for_what_comes() -> None:
    """The next change has its place, and the version has its section once it is released."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert text.startswith("# Changelog\n")
    assert "\n## [Unreleased]\n" in text


def test_a_new_workspace_looks_like_the_demonstration(tmp_path: Path) -> None:
    """Theme, Markdown and addresses of `auditloop init` are those that the browser tests look at."""
    blank = (ROOT / "site_templates" / "workspace" / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(re.sub(r"@\{\w+\}", "x", blank), encoding="utf-8")
    ours, starter = (read_settings(folder / "mkdocs.yml") for folder in (ROOT, tmp_path))

    for settings in (ours, starter):
        settings["theme"].pop("language")
        settings.pop("site_name"), settings.pop("site_dir")
        settings["plugins"] = [next(iter(p)) if isinstance(p, dict) else p for p in settings["plugins"]]
    assert ours == starter


@pytest.mark.parametrize("settings", [".vscode/settings.json", "site_templates/workspace/dot-vscode/settings.json"])
def test_editors_check_audits_with_the_entry_schema(settings: str) -> None:
    """The schema that the settings name exists and is the one for every kind."""
    schemas = json.loads((ROOT / settings).read_text(encoding="utf-8"))["yaml.schemas"]

    assert schemas["./schema/auditloop.schema.json"] == ["audits/**/*.yml", "audits/**/*.yaml"]
    assert [name for name in schemas if not (ROOT / name).is_file()] == []


def test_what_ci_runs_is_what_the_readme_says() -> None:
    """The CI script ends in the README's test command, and the hooks are valid YAML."""
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("\nmake test")
    assert yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]


@pytest.mark.slow
def test_imports_run_downward_only() -> None:
    """The contracts in pyproject.toml hold."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_start_imports_nothing_heavy() -> None:
    """`auditloop --help` answers at once: what reads, draws and publishes is imported where it is used."""
    heavy = ("yaml", "jsonschema", "altair", "vl_convert", "jinja2", "mkdocs", "material", "jieba", "babel", "rich")
    asked = f"import sys; import auditloop.cli.main; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == "[]"
