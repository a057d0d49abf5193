"""Workspaces in real git repositories, made in a temporary folder and touched by nobody's settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

BASE = Path(__file__).parent / "cases" / "base"
_ALONE = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "Li Wei",
    "GIT_AUTHOR_EMAIL": "li-wei@example.org",
    "GIT_COMMITTER_NAME": "Li Wei",
    "GIT_COMMITTER_EMAIL": "li-wei@example.org",
    "GIT_AUTHOR_DATE": "2026-06-01T09:00:00Z",
    "GIT_COMMITTER_DATE": "2026-06-01T09:00:00Z",
}


def git(folder: Path, *arguments: str, stdin: bytes | None = None) -> str:
    """Run git there; its output without the last line break. Fails the test where git fails."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **_ALONE}, input=stdin, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().removesuffix("\n")


def repository(folder: Path, below: str = "") -> Path:
    """A repository with one commit on `main` that holds the small valid workspace, in the folder `below` of it."""
    workspace = folder / below
    shutil.copytree(BASE / "audits", workspace / "audits")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "begin")
    return workspace


def commit(folder: Path, message: str) -> str:
    """Commit everything; the hash."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def replace(file: Path, old: str, new: str) -> None:
    """Change a text that is there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
