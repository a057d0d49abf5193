"""A workspace as it stood in a git revision, laid out in a folder of its own. Nothing of the repository is run.

Objects are read as they are (`ls-tree`, `cat-file`): no checkout, so neither filters, hooks, text conversion nor line
ends have a say, and no index is refreshed, so no file monitor starts. Nothing is fetched either.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from auditloop.load.limits import Limits
from auditloop.load.pictures import SUFFIXES

_REFERRED = (".yml", ".yaml", ".csv", ".tsv", ".txt", *SUFFIXES)
"""What of the workspace's other folders is laid out, too: documents may be linked, tables and pictures lie there."""
_LINK, _FOLDERS, _REPOSITORY = "120000", "040000", "160000"
_OWN_VARIABLES = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_NAMESPACE",
    "GIT_CEILING_DIRECTORIES",
)
"""Set where a hook calls us; the folder decides which repository is meant."""
_QUIET = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never"),
    *("-c", "gc.auto=0", "-c", "maintenance.auto=false", "--no-pager", "--no-replace-objects", "--literal-pathspecs"),
)
_CHUNK = 1 << 16


class RevisionError(Exception):
    """A revision that cannot be read: `why` is one of WHYS, `facts` say which and where."""

    def __init__(self, why: str, **facts: object) -> None:
        self.why, self.facts = why, facts
        super().__init__(f"{why}: {facts}")


WHYS = (
    *("no-git", "no-repository", "git-refuses", "no-revision", "shallow"),
    *("no-workspace-then", "incomplete-clone", "unsafe-path", "too-much"),
)


@dataclass(frozen=True, slots=True)
class Revision:
    """`commit` is the full hash, `name` what somebody typed, `committed` the day as the committer's clock had it."""

    name: str
    commit: str
    committed: dt.date


class _Blob(NamedTuple):
    """An entry of a tree: its path below the workspace, what it is, and the name and size of its content."""

    path: PurePosixPath
    mode: str
    object: str
    size: int


def resolve(folder: Path, name: str) -> Revision:
    """The commit that `name` means in the repository that `folder` lies in. Raises RevisionError.

    `A...B` (or `A...`, against HEAD) is where the two histories part: what a pull request is compared with.
    """
    _need_repository(folder)
    if "..." in name:
        ours, _, theirs = name.partition("...")
        pair = [_commit(folder, each or "HEAD") for each in (ours, theirs)]
        found = _git(folder, "merge-base", *pair)
        if found.returncode != 0:
            raise _missing(folder, name)
        return _revision(folder, name, found.stdout.decode().split()[0])
    return _revision(folder, name, _commit(folder, name))


def _revision(folder: Path, name: str, commit: str) -> Revision:
    found = _git(folder, "cat-file", "commit", commit)
    written = _COMMITTED.search(found.stdout)
    if found.returncode != 0 or not written:
        raise RevisionError("incomplete-clone", name=name)
    offset = int(written[2] + b"1") * (60 * int(written[3]) + int(written[4]))
    zone = dt.timezone(dt.timedelta(minutes=max(-1439, min(1439, offset))))
    return Revision(name, commit, dt.datetime.fromtimestamp(min(int(written[1]), _LATEST), zone).date())


_COMMITTED = re.compile(rb"^committer [^\n]*> (\d{1,18}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_LATEST = 253_370_764_800
"""The last second of 9998: a commit may claim any."""


def lay_out(folder: Path, revision: Revision, into: Path, limits: Limits | None = None) -> None:
    """Write what `folder` held in that revision into the empty folder `into`. Raises RevisionError, OSError.

    Files larger than reading allows are written as holes of their size, so that reading says so.
    """
    limits = limits or Limits()
    prefix = _git(folder, "rev-parse", "--show-prefix").stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
    wanted = [blob for blob in _tree(folder, revision, prefix, limits.revision_files) if _is_ours(blob)]
    if not any(blob.path.parts[0] == "audits" for blob in wanted):
        raise RevisionError("no-workspace-then", name=revision.name, folder=f"{prefix}audits")
    files = [blob for blob in wanted if blob.mode != _LINK]
    links = [blob for blob in wanted if blob.mode == _LINK]
    written = [blob for blob in files if not _is_too_large(blob, limits)]
    if sum(blob.size for blob in written) > limits.revision_bytes:
        raise RevisionError("too-much", name=revision.name)
    _make_folders(wanted, into)
    for blob in files:
        if _is_too_large(blob, limits):
            with _new(into, blob, revision) as hole:
                hole.truncate(blob.size)
    _write_files(folder, revision, written, into)
    _write_links(folder, revision, links, into)


def _is_too_large(blob: _Blob, limits: Limits) -> bool:
    is_document = blob.path.name.lower().endswith((".yml", ".yaml"))
    return blob.size > (limits.file_bytes if is_document else limits.table_bytes)


def _is_ours(blob: _Blob) -> bool:
    if blob.mode in (_REPOSITORY, _FOLDERS):
        return False
    return blob.path.parts[0] == "audits" or blob.path.name.lower().endswith(_REFERRED)


def _need_repository(folder: Path) -> None:
    found = _git(folder, "rev-parse", "--git-dir")
    if found.returncode == 0:
        return
    said = found.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in said:
        raise RevisionError("no-repository", folder=folder)
    raise RevisionError("git-refuses", folder=folder, said=said)


def _commit(folder: Path, name: str) -> str:
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode != 0 or not name.strip():
        raise _missing(folder, name)
    return found.stdout.decode().strip()


def _missing(folder: Path, name: str) -> RevisionError:
    if _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return RevisionError("shallow", name=name)
    return RevisionError("no-revision", name=name)


def _tree(folder: Path, revision: Revision, prefix: str, most: int) -> Iterator[_Blob]:
    """Read as it comes: a few small trees that name each other many times can list more files than any memory holds."""
    path = ["--", prefix] if prefix else []
    command = _command(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", revision.commit, *path)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()) as process:
        assert process.stdout is not None
        try:
            for count, entry in enumerate(_entries(process.stdout), 1):
                if count > most:
                    raise RevisionError("too-much", name=revision.name)
                about, _, name = entry.partition(b"\t")
                mode, _, object_, size = about.decode("ascii").split()
                below = name.decode("utf-8", "surrogateescape").removeprefix(prefix)
                yield _Blob(_safe(below, revision), mode, object_, int(size) if size != "-" else 0)
            if process.wait() != 0:
                raise _incomplete(revision)
        finally:
            process.kill()


def _entries(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands before each zero byte."""
    begun = b""
    while piece := stream.read(_CHUNK):
        *whole, begun = (begun + piece).split(b"\0")
        yield from whole


def _safe(path: str, revision: Revision) -> PurePosixPath:
    """A tree made by hand may hold any name; none may lead out of the folder."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or part.lower() == ".git" or "\\" in part for part in parts) or ":" in parts[0]:
        raise RevisionError("unsafe-path", name=revision.name, path=path)
    return PurePosixPath(path)


def _make_folders(blobs: Sequence[_Blob], into: Path) -> None:
    """All of them before anything is in them: where a tree names something twice, once as a link and once as a folder,
    the link then finds its place taken, and nothing is ever made behind a link."""
    for folder in sorted({blob.path.parent for blob in blobs}):
        (into / folder).mkdir(parents=True, exist_ok=True)


def _new(into: Path, blob: _Blob, revision: Revision) -> IO[bytes]:
    try:
        return (into / blob.path).open("xb")
    except FileExistsError:
        raise _twice(blob, revision) from None


def _write_files(folder: Path, revision: Revision, blobs: Sequence[_Blob], into: Path) -> None:
    for blob, content in _contents(folder, revision, blobs):
        with _new(into, blob, revision) as file:
            for piece in content:
                file.write(piece)


def _write_links(folder: Path, revision: Revision, blobs: Sequence[_Blob], into: Path) -> None:
    """Last, so that no file is ever written through one. Whether one may be followed, reading decides, as always."""
    for blob, content in _contents(folder, revision, blobs):
        target = os.fsdecode(b"".join(content))
        if target and "\0" not in target:
            try:
                (into / blob.path).symlink_to(target)
            except FileExistsError:
                raise _twice(blob, revision) from None


def _twice(blob: _Blob, revision: Revision) -> RevisionError:
    return RevisionError("unsafe-path", name=revision.name, path=blob.path)


def _contents(folder: Path, revision: Revision, blobs: Sequence[_Blob]) -> Iterator[tuple[_Blob, Iterator[bytes]]]:
    """Each content in pieces, to be used up before the next one is asked for."""
    if not blobs:
        return
    with tempfile.TemporaryFile() as names:
        names.write(b"".join(blob.object.encode() + b"\n" for blob in blobs))
        names.seek(0)
        command = _command(folder, "cat-file", "--batch", "--buffer")
        with subprocess.Popen(
            command, stdin=names, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        ) as process:
            assert process.stdout is not None
            try:
                for blob in blobs:
                    about = process.stdout.readline().split()
                    if len(about) != 3 or about[1] != b"blob":
                        raise _incomplete(revision)
                    yield blob, _pieces(process.stdout, int(about[2]), revision)
                    process.stdout.read(1)
            finally:
                process.kill()


def _pieces(stream: IO[bytes], size: int, revision: Revision) -> Iterator[bytes]:
    while size:
        piece = stream.read(min(size, _CHUNK))
        if not piece:
            raise _incomplete(revision)
        size -= len(piece)
        yield piece


def _incomplete(revision: Revision) -> RevisionError:
    return RevisionError("incomplete-clone", name=revision.name)


def _command(folder: Path, *arguments: str) -> list[str]:
    return ["git", *_QUIET, "-C", str(folder), *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _OWN_VARIABLES}
    return kept | {
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
        "LANGUAGE": "C",
    }


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(_command(folder, *arguments), capture_output=True, env=_environment(), check=False)
    except FileNotFoundError as error:
        raise RevisionError("no-git") from error
