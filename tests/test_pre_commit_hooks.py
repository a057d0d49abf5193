"""The hooks for pre-commit, run by pre-commit itself in a scratch repository with a workspace in a folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from case_workspaces import CASES, make_workspace

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")


def hooks() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return found


def run(*command: object, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Without the variables that git sets for its own hooks, should the tests run in one."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**inherited, "LANG": "C.UTF-8", **environ},
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose folder `quality` is a valid workspace, with both hooks, taken from this environment."""
    make_workspace(CASES / "none", tmp_path / "quality")
    installed = Path(sys.executable).with_name("auditloop")
    local = [
        {
            **hook,
            "language": "system",
            "entry": hook["entry"].replace("auditloop", str(installed), 1),
            "args": ["-C", "quality"],
        }
        for hook in hooks()
    ]
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    run("git", "init", "-q", cwd=tmp_path)
    run("git", "add", "-A", cwd=tmp_path)
    return tmp_path


def hook(repository: Path, name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    home = str(repository / ".git" / "pre-commit-home")
    return run(PRE_COMMIT, "run", name, *arguments, cwd=repository, PRE_COMMIT_HOME=home)


def test_pre_commit_accepts_the_manifest() -> None:
    """Its own check finds nothing to say."""
    done = run(PRE_COMMIT, "validate-manifest", MANIFEST, cwd=ROOT)

    assert (done.returncode, done.stdout) == (0, "")
    assert [hook["id"] for hook in hooks()] == ["auditloop-files", "auditloop-workspace"]


@pytest.mark.parametrize("name", ["auditloop-files", "auditloop-workspace"])
def test_a_valid_workspace_may_be_committed(repository: Path, name: str) -> None:
    """Both hooks look, and let it pass."""
    done = hook(repository, name, "--all-files")

    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout


def test_the_files_of_a_commit_are_checked_and_no_others(repository: Path) -> None:
    """Somebody else's mistake does not stop my commit; my own does. The whole workspace tells both."""
    wrong, fine = (repository / "quality" / "audits" / name for name in ("wrong.yml", "kpi.yml"))
    wrong.write_text("kind: kpy\n", encoding="utf-8")
    run("git", "add", "-A", cwd=repository)

    others = hook(repository, "auditloop-files", "--files", fine)
    mine = hook(repository, "auditloop-files", "--files", wrong)
    whole = hook(repository, "auditloop-workspace", "--files", fine)

    assert others.returncode == 0, others.stdout
    assert mine.returncode == whole.returncode == 1
    for told in (mine.stdout, whole.stdout):
        assert "audits/wrong.yml:1:7: error [unknown-kind]" in told


def test_what_is_no_data_starts_no_hook(repository: Path) -> None:
    """A change of a README costs nobody a second."""
    (repository / "README.md").write_text("# Us\n", encoding="utf-8")
    run("git", "add", "-A", cwd=repository)

    done = hook(repository, "auditloop-files", "--files", "README.md")

    assert "Skipped" in done.stdout
