"""Published versions on a branch of the workspace's repository, written by mike without a checkout."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from mike import git_utils

from auditloop.publish.lock import StillBusy, alone
from auditloop.publish.versions.refused import Refused
from auditloop.publish.versions.store import Change, T

_TRIES = 5
"""How often a push that another publisher was faster than is made again."""
_NO_JEKYLL = ".nojekyll"
"""GitHub Pages would otherwise leave out what begins with an underscore."""


class BranchStore:
    """One commit per change, of all languages together. With a remote the branch is fetched before and pushed after."""

    def __init__(self, root: Path, branch: str, remote: str | None = None) -> None:
        """root: any folder of the repository. Raises Refused where git has none."""
        self._root = root
        self._branch = branch
        self._remote = remote
        self._git_dir = self._root / self._git("rev-parse", "--git-common-dir", refused="no-repository").strip()
        self._git("check-ref-format", "--branch", branch, refused="branch-name")
        if self._ask("symbolic-ref", "--short", "-q", "HEAD").stdout.strip() == branch:
            raise Refused("branch-in-use", usage=True, branch=branch)
        self._catch_up()

    def read(self, path: str) -> bytes | None:
        shown = subprocess.run(
            ["git", "cat-file", "blob", f"refs/heads/{self._branch}:{path}"],
            cwd=self._root,
            capture_output=True,
            check=False,
        )
        return shown.stdout if shown.returncode == 0 else None

    def apply(self, change: Change) -> None:
        try:
            with self._in_repository(), git_utils.Commit(self._branch, change.message) as commit:
                commit.delete_files(sorted(change.folders))
                commit.delete_files(sorted(name for name, content in change.files.items() if content is None))
                for folder, files in change.folders.items():
                    for path, content in files.items():
                        data = content if isinstance(content, bytes) else content.read_bytes()
                        commit.add_file(git_utils.FileInfo(f"{folder}/{path}", data))
                for path, written in change.files.items():
                    if written is not None:
                        commit.add_file(git_utils.FileInfo(path, written))
                commit.add_file(git_utils.FileInfo(_NO_JEKYLL, b""))
        except git_utils.GitEmptyCommit:
            pass
        except git_utils.GitError as error:
            said = str(error)
            raise Refused("no-committer" if "user." in said else "git-failed", error=said) from None

    def exclusively(self, work: Callable[[], T]) -> T:
        """A second publisher in this repository waits; one that pushed from elsewhere first is built upon."""
        try:
            with alone(self._git_dir / "auditloop"):
                if self._remote is not None:
                    return self._pushed(self._remote, work)
                return work()
        except StillBusy as error:
            raise Refused("store-busy", where=self._git_dir) from error

    def _catch_up(self) -> None:
        """What others published is there before the first look. Without a remote to ask, a clone that has not published
        yet goes on from what was fetched last, as `git switch` would."""
        if self._remote is not None:
            self._fetch(self._remote)
            return
        theirs = f"refs/remotes/origin/{self._branch}"
        if self._tip() is None and self._commit(theirs):
            self._git("update-ref", f"refs/heads/{self._branch}", theirs, refused="git-failed")

    def _pushed(self, remote: str, work: Callable[[], T]) -> T:
        for last in (False,) * (_TRIES - 1) + (True,):
            self._fetch(remote)
            before = self._tip()
            result = work()
            if self._tip() is None:
                return result
            name = f"refs/heads/{self._branch}"
            pushed = self._ask("push", "--porcelain", "--", remote, f"{name}:{name}")
            if pushed.returncode == 0:
                return result
            self._back_to(before)
            if last or "[rejected]" not in pushed.stdout:
                raise Refused("push-failed", remote=remote, error=(pushed.stderr or pushed.stdout).strip())
        raise AssertionError("unreachable")

    def _fetch(self, remote: str) -> None:
        """Bring the branch to what the remote has. Raises Refused where both have what the other lacks."""
        there = self._git("ls-remote", "--heads", "--", remote, f"refs/heads/{self._branch}", refused="fetch-failed")
        if not there.strip():
            return
        theirs = f"refs/remotes/{remote}/{self._branch}"
        self._git("fetch", "--no-tags", "--", remote, f"+refs/heads/{self._branch}:{theirs}", refused="fetch-failed")
        ours = self._tip()
        if ours is None or self._is_ancestor(ours, theirs):
            self._git("update-ref", f"refs/heads/{self._branch}", theirs, refused="fetch-failed")
        elif not self._is_ancestor(theirs, ours):
            raise Refused("branch-diverged", branch=self._branch, remote=remote)

    def _tip(self) -> str | None:
        return self._commit(f"refs/heads/{self._branch}")

    def _commit(self, name: str) -> str | None:
        found = self._ask("rev-parse", "-q", "--verify", name)
        return found.stdout.strip() or None

    def _back_to(self, commit: str | None) -> None:
        name = f"refs/heads/{self._branch}"
        self._git("update-ref", *((name, commit) if commit else ("-d", name)), refused="git-failed")

    def _is_ancestor(self, one: str, other: str) -> bool:
        return self._ask("merge-base", "--is-ancestor", one, other).returncode == 0

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """What git answers, whatever that is. Raises Refused where there is no git."""
        try:
            return subprocess.run(["git", *arguments], cwd=self._root, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            raise Refused("no-git") from None

    def _git(self, *arguments: str, refused: str) -> str:
        done = self._ask(*arguments)
        if done.returncode:
            raise Refused(refused, error=done.stderr.strip(), branch=self._branch, remote=self._remote or "")
        return done.stdout

    @contextlib.contextmanager
    def _in_repository(self) -> Iterator[None]:
        """mike asks git in the current folder. With SOURCE_DATE_EPOCH the commit is of that day, too."""
        epoch = os.environ.get("SOURCE_DATE_EPOCH")
        dated = "GIT_COMMITTER_DATE"
        before = os.environ.get(dated)
        if epoch and not before:
            os.environ[dated] = dt.datetime.fromtimestamp(int(epoch), dt.UTC).isoformat()
        try:
            with contextlib.chdir(self._root):
                yield
        finally:
            if before is None:
                os.environ.pop(dated, None)
