"""Which form is printed where, what goes into files, and which files problems are told of."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from auditloop.load.checkout import path_in_repository
from case_workspaces import CASES, make_workspace
from test_cli import auditloop as run

HOSTS = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "GITEA_ACTIONS", "FORGEJO_ACTIONS")
WRONG = "audits/wrong.yml"


def auditloop(*arguments: object, cwd: Path | None = None, **environ: str | None) -> SimpleNamespace:
    """As anywhere else, unless the environment says which host runs it."""
    return run(*arguments, cwd=cwd, **{**dict.fromkeys(HOSTS), **environ})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with one error, in the folder `quality` of a git repository."""
    root = tmp_path / "quality"
    make_workspace(CASES / "none", root)
    (root / WRONG).write_text("kind: kpy\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    return root


@pytest.mark.parametrize(
    ("environ", "beginning"),
    [
        ({}, f"{WRONG}:1:7: error"),
        ({"GITHUB_ACTIONS": "true"}, f"::error file=quality/{WRONG},line=1,col=7,"),
        ({"GITHUB_ACTIONS": "false"}, f"{WRONG}:1:7: error"),
        ({"GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true"}, f"{WRONG}:1:7: error"),
        ({"GITLAB_CI": "true"}, f"{WRONG}:1:7: error"),
    ],
)
def test_the_form_suits_the_host(workspace: Path, environ: dict[str, str], beginning: str) -> None:
    """GitHub's commands where GitHub runs us, text for people anywhere else; exit code 1 all the same."""
    done = auditloop("-C", workspace, "validate", **environ)

    assert done.stdout.startswith(beginning)
    assert done.returncode == 1


def test_the_form_asked_for_wins_over_the_host(workspace: Path) -> None:
    """Whoever pipes the output knows better."""
    done = auditloop("-C", workspace, "validate", "--format", "text", GITHUB_ACTIONS="true")

    assert done.stdout.startswith(f"{WRONG}:1:7: error")


def test_gitlab_gets_its_report_as_a_file_and_people_the_log(workspace: Path) -> None:
    """In GitLab CI a file without a form is the report that merge requests show, from the root of the repository."""
    done = auditloop("validate", "--output", "gl-code-quality-report.json", cwd=workspace, GITLAB_CI="true")

    (issue,) = json.loads((workspace / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert issue["location"] == {"path": f"quality/{WRONG}", "lines": {"begin": 1}}
    assert done.stdout.startswith(f"{WRONG}:1:7: error")


def test_several_reports_at_once(workspace: Path) -> None:
    """Each file in its form, in folders that are made; text is printed, and the exit code is that of the data."""
    outputs = ("--output", "sarif=reports/problems.sarif", "--output", "junit=reports/problems.xml")
    done = auditloop("validate", *outputs, cwd=workspace)

    log = json.loads((workspace / "reports" / "problems.sarif").read_text(encoding="utf-8"))
    cases = ET.parse(workspace / "reports" / "problems.xml").getroot().iter("testcase")
    failed = {case.get("name") for case in cases if case.find("failure") is not None}
    where = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == f"quality/{WRONG}"
    assert failed == {f"quality/{WRONG}"}
    assert done.stdout.startswith(f"{WRONG}:1:7: error")
    assert done.returncode == 1


def test_a_file_without_a_form_has_that_of_the_option(workspace: Path) -> None:
    """`--format sarif --output FILE` as with other tools; text is printed in its place."""
    done = auditloop("validate", "--format", "rdjson", "--output", "found.json", cwd=workspace)

    assert len(json.loads((workspace / "found.json").read_text(encoding="utf-8"))["diagnostics"]) == 1
    assert done.stdout.startswith(f"{WRONG}:1:7: error")


def test_where_nothing_is_wrong_files_are_written_all_the_same(workspace: Path) -> None:
    """A host that waits for its report finds one; every file is a test that passed."""
    (workspace / WRONG).unlink()
    done = auditloop("validate", "--output", "junit=a.xml", "--output", "gitlab=a.json", cwd=workspace)

    cases = [case.get("name") for case in ET.parse(workspace / "a.xml").getroot().iter("testcase")]
    assert "quality/audits/kpi.yml" in cases
    assert json.loads((workspace / "a.json").read_text(encoding="utf-8")) == []
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "xml"), "sarif"),
        (("--output", "found"), "--output sarif=found"),
        (("--output", "pdf=found"), "no form “pdf”"),
        (("--output", "sarif=found", "--output", "junit=./found"), "another report"),
        (("audits/not-there.yml",), "no such file"),
        (("mkdocs.yml",), "not in the audits/"),
    ],
)
def test_what_cannot_be_asked_for_is_said_before_anything_is_read(
    workspace: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit code 2 and a sentence; nothing is written."""
    (workspace / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    done = auditloop("validate", *arguments, cwd=workspace)

    assert done.returncode == 2
    assert said in done.stderr
    assert not (workspace / "found").exists()


def test_the_page_of_a_github_step_gets_what_is_not_shown_and_keeps_what_is_there(workspace: Path) -> None:
    """Problems beyond the host's limit are appended to the file that it names."""
    shutil.copytree(CASES / "reports" / "audits", workspace / "audits", dirs_exist_ok=True)
    page = workspace / "summary.md"
    page.write_text("before\n", encoding="utf-8")

    auditloop("validate", cwd=workspace, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(page))

    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n### Auditloop · 4 errors, 12 warnings in 4 files\n")
    assert text.count("<code>quality/audits/front-desk/odd, 100%.yml:") == 2


def test_a_page_that_cannot_be_written_changes_no_exit_code(workspace: Path) -> None:
    """The log says everything; the host's trouble is told on stderr."""
    shutil.copytree(CASES / "reports" / "audits", workspace / "audits", dirs_exist_ok=True)

    done = auditloop("validate", cwd=workspace, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(workspace))

    assert done.returncode == 1
    assert "::endgroup::" in done.stdout
    assert str(workspace) in done.stderr


def test_a_file_that_cannot_be_written_hides_no_problem(workspace: Path) -> None:
    """Exit code 3 says that a report is missing; what is wrong with the data is told all the same."""
    done = auditloop("validate", "--output", "sarif=audits", cwd=workspace)

    assert done.returncode == 3
    assert done.stdout.startswith(f"{WRONG}:1:7: error")
    assert "audits" in done.stderr


def test_only_what_concerns_the_files_named_is_told(workspace: Path) -> None:
    """Others may be broken; what a file named here has in common with another one is told, too."""
    (workspace / "audits" / "kpi-again.yml").write_bytes((workspace / "audits" / "kpi.yml").read_bytes())

    fine = auditloop("validate", "audits/checklist.yml", cwd=workspace)
    twin = auditloop("validate", "quality/audits/kpi-again.yml", "-C", "quality", cwd=workspace.parent)

    assert (fine.returncode, fine.stdout) == (0, "")
    assert "Files checked: 1" in fine.stderr
    assert twin.returncode == 1
    assert "[duplicate-id]" in twin.stdout
    assert WRONG not in twin.stdout


def test_a_folder_stands_for_all_that_is_in_it(workspace: Path) -> None:
    """`auditloop validate audits/front-desk` is what the front desk wants to know."""
    (workspace / "audits" / "front-desk" / "mine.yml").write_text("kind: kpo\n", encoding="utf-8")

    done = auditloop("validate", "audits/front-desk/", cwd=workspace)
    whole = auditloop("validate", ".", cwd=workspace)

    assert done.stdout.startswith("audits/front-desk/mine.yml:1:7: error")
    assert done.stdout.endswith("\n1 error in 1 file\n")
    assert whole.stdout == auditloop("validate", cwd=workspace).stdout


def test_a_table_and_its_document_are_checked_together(workspace: Path) -> None:
    """A column that was lost is told in the document that names it, also to whoever changed the table only."""
    shutil.copytree(
        CASES / "invalid" / "csv-columns-that-are-not-there" / "audits", workspace / "audits", dirs_exist_ok=True
    )

    done = auditloop("validate", "audits/front-desk/tickets.csv", cwd=workspace)

    assert done.returncode == 1
    assert "audits/front-desk/tickets.yml:" in done.stdout
    assert WRONG not in done.stdout


@pytest.mark.parametrize("variable", ["GITHUB_ACTIONS", "GITEA_ACTIONS"])
@pytest.mark.parametrize("command", [("validate", "--format", "text"), ("assess",)])
def test_text_in_a_log_that_is_searched_for_commands_holds_none(
    workspace: Path, command: tuple[str, ...], variable: str
) -> None:
    """What somebody wrote in a file cannot hide words of the log or make notes of its own."""
    shutil.copytree(CASES / "reports" / "audits", workspace / "audits", dirs_exist_ok=True)

    anywhere = auditloop(*command, cwd=workspace)
    done = auditloop(*command, cwd=workspace, **{variable: "true"})

    assert "##[" in anywhere.stdout + anywhere.stderr
    said = (done.stdout + done.stderr).splitlines()
    assert "hostile.yml" in "".join(said)
    assert not [line for line in said if "##[" in line or line.lstrip().startswith("::")]


def test_where_a_folder_stands_in_its_repository(tmp_path: Path) -> None:
    """From the nearest root: a folder `.git`, or the file that a work tree or submodule has; nothing outside of one."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert path_in_repository(tmp_path / "a" / "b") == ""
    (tmp_path / ".git").mkdir()
    assert path_in_repository(tmp_path / "a" / "b") == "a/b/"
    (tmp_path / "a" / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert path_in_repository(tmp_path / "a" / "b") == "b/"
    assert path_in_repository(tmp_path / "a") == ""
