"""A build that cannot succeed says why, with the exit code for it, and leaves the previous site whole."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from auditloop import pipeline
from auditloop.pipeline.building import STAGING
from building import (
    AUDITLOOP,
    auditloop,
    build_here,
    built_workspace,
    change,
    differing,
    environment,
    files_of,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One language is enough to lose."""
    return built_workspace(tmp_path_factory.mktemp("built"), "zh")


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "w", symlinks=True)
    return tmp_path / "w"


def test_errors_in_the_data_stop_the_build_before_anything_is_made(workspace: Path) -> None:
    """Exit code 1, the problem with its place, and not a file touched."""
    before = files_of(workspace / "site") | files_of(workspace / "build")
    change(workspace / "audits" / "actions.yml", "owner: repair", "owner: nobody-here")

    done = auditloop("-C", workspace, "build")

    assert done.returncode == 1
    assert "audits/actions.yml:30:12: error" in done.stderr
    assert differing(files_of(workspace / "site") | files_of(workspace / "build"), before) == []


def broken_theme(workspace: Path) -> str:
    change(workspace / "mkdocs.yml", "name: material", "name: materiel")
    return "mkdocs.yml: Config value 'theme': Unrecognised theme name: 'materiel'"


def broken_settings(workspace: Path) -> str:
    change(workspace / "mkdocs.yml", "  - attr_list", "  - attr_lisst")
    return "mkdocs.yml: Config value 'markdown_extensions': Failed to load extension 'attr_lisst'"


def broken_theme_template(workspace: Path) -> str:
    (workspace / "overrides").mkdir()
    (workspace / "overrides" / "main.html").write_text('{% extends "base.html" %}\n{% if %}\n', encoding="utf-8")
    change(workspace / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    return "main.html:2: TemplateSyntaxError"


def broken_page_template(workspace: Path) -> str:
    (workspace / "site_templates" / "pages").mkdir(parents=True)
    (workspace / "site_templates" / "pages" / "teams.md.j2").write_text("# Teams\n\n{{ bodi.x }}\n", encoding="utf-8")
    return "site_templates/pages/teams.md.j2:3: 'bodi' is undefined"


def unclosed_page_template(workspace: Path) -> str:
    (workspace / "site_templates" / "pages").mkdir(parents=True)
    (workspace / "site_templates" / "pages" / "teams.md.j2").write_text("# Teams\n{% for x in y %}\n", encoding="utf-8")
    return "site_templates/pages/teams.md.j2:2: "


def broken_words(workspace: Path) -> str:
    (workspace / "site_templates" / "words").mkdir(parents=True)
    (workspace / "site_templates" / "words" / "zh.toml").write_text("nav = {", encoding="utf-8")
    return "site_templates/words/zh.toml"


def page_in_the_way(workspace: Path) -> str:
    (workspace / "docs").mkdir()
    (workspace / "docs" / "method.md").write_text("# Ours\n", encoding="utf-8")
    return "docs/method.md: the site has a page method.md of its own; choose another name"


def no_plugin(workspace: Path) -> str:
    change(workspace / "mkdocs.yml", "  - auditloop:\n      as_of: 2026-09-15\n", "")
    return "mkdocs.yml: add `- auditloop` under `plugins:`"


@pytest.mark.parametrize(
    "break_it",
    [
        broken_theme,
        broken_settings,
        broken_theme_template,
        broken_page_template,
        unclosed_page_template,
        broken_words,
        page_in_the_way,
        no_plugin,
    ],
)
def test_what_stands_in_the_way_is_named_and_the_site_stays(workspace: Path, break_it: Callable[[Path], str]) -> None:
    """Settings, themes, templates, words and pages of an organisation: named by file, and nothing is lost."""
    before = files_of(workspace / "site")
    expected = break_it(workspace)

    with pytest.raises(pipeline.CannotBuild) as stop:
        build_here(workspace)

    assert expected in str(stop.value)
    assert differing(files_of(workspace / "site"), before) == []
    assert not list((workspace / "build").glob(f"{STAGING}*"))


def test_a_build_that_failed_exits_with_3_and_no_traceback(workspace: Path) -> None:
    """Whoever reads the log of a pipeline sees one message."""
    expected = broken_page_template(workspace)

    done = auditloop("-C", workspace, "build")

    assert done.returncode == 3
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_a_full_disk_is_told_and_the_site_stays(workspace: Path) -> None:
    """The chart runtime does not fit any more: a message with the file, exit code 3, the previous site whole."""
    before = files_of(workspace / "site")
    change(workspace / "audits" / "audit-2026-08.yml", 'greeting: "yes"', "greeting: partial")

    done = subprocess.run(
        [str(AUDITLOOP), "-C", str(workspace), "build"],
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 3
    assert "auditloop: File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert differing(files_of(workspace / "site"), before) == []


def test_a_site_folder_that_cannot_be_written_is_named(workspace: Path) -> None:
    """A file lies where the site should be: exit code 3 with its name."""
    shutil.rmtree(workspace / "site")
    (workspace / "site").write_text("not a folder", encoding="utf-8")

    done = auditloop("-C", workspace, "build")

    assert done.returncode == 3
    assert str(workspace / "site") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_swap_that_fails_halfway_puts_the_old_site_back(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk refuses the new folder after the old one was set aside: the old one returns."""
    before = files_of(workspace / "site")
    change(workspace / "audits" / "audit-2026-08.yml", 'greeting: "yes"', "greeting: partial")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if STAGING in str(self):
            raise PermissionError(13, "Permission denied", str(target))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(PermissionError):
        build_here(workspace)

    assert differing(files_of(workspace / "site"), before) == []


def test_a_build_leaves_the_environment_as_it_was(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview builds many times in one process: the day of one build must not become the day of the next."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    build_here(workspace)

    assert "SOURCE_DATE_EPOCH" not in os.environ
