"""Files to be: what a scaffold function gives, and the one place that puts it on disk, whole or not at all.

Knows nothing of what the files say."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from auditloop.scaffold.errors import CannotWrite, FileChanged, FileExists


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that does not exist yet. `path` is relative to the workspace."""

    path: PurePosixPath
    text: str


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file with something added: written only while it still reads `before`."""

    path: PurePosixPath
    before: str
    after: str


def fill(template: str, facts: Mapping[str, str]) -> str:
    """The template with every `@{name}` replaced. Raises KeyError for an unknown name: a bug in the template."""
    return re.sub(r"@\{(\w+)\}", lambda found: facts[found[1]], template)


def read_source(path: Path) -> str:
    """A file's text with its own line ends, so that an edit leaves every other byte alone."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def write_new(root: Path, files: Sequence[NewFile]) -> list[Path]:
    """Write all of them, or none. Raises FileExists (nothing is ever overwritten) or CannotWrite."""
    if taken := [file.path for file in files if os.path.lexists(root / file.path)]:
        raise FileExists(taken)
    made: list[Path] = []
    try:
        for file in files:
            path = root / file.path
            made += _make_folders(path.parent)
            with path.open("x", encoding="utf-8", newline="") as out:
                made.append(path)
                out.write(file.text)
    except BaseException as error:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        if isinstance(error, FileExistsError):
            raise FileExists([file.path]) from error
        if isinstance(error, OSError):
            raise CannotWrite(file.path, error.strerror or str(error)) from error
        raise
    return [root / file.path for file in files]


def write_changed(root: Path, file: ChangedFile) -> Path:
    """Replace the file in one step. Raises FileChanged when it is no longer what was read, or CannotWrite."""
    return write_all(root, [], [file])[0]


def write_all(root: Path, new: Sequence[NewFile], changed: Sequence[ChangedFile]) -> list[Path]:
    """Write new files and replace changed ones: all of them, or none.

    Every new text lies on the disk before the first file is replaced; where replacing fails half-way, the files get
    their old texts back. Raises FileExists, FileChanged or CannotWrite.
    """
    staged: list[tuple[ChangedFile, Path]] = []
    made: list[Path] = []
    replaced: list[ChangedFile] = []
    try:
        staged.extend((file, _staged(root, file)) for file in changed)  # one by one: those before a failure are known
        made = write_new(root, new)
        for file, beside in staged:
            with _telling(file.path):
                beside.replace(root / file.path)
            replaced.append(file)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        for file in replaced:
            (root / file.path).write_text(file.before, encoding="utf-8", newline="")
        raise
    finally:
        for _, beside in staged:
            beside.unlink(missing_ok=True)
    return [*made, *(root / file.path for file in changed)]


def _staged(root: Path, file: ChangedFile) -> Path:
    """The new text in a file beside the old one, with its permissions."""
    path = root / file.path
    with _telling(file.path):
        if read_source(path) != file.before:
            raise FileChanged(file.path)
        with tempfile.NamedTemporaryFile(
            "w", dir=path.parent, prefix=f".{path.name}.", delete=False, encoding="utf-8", newline=""
        ) as out:
            beside = Path(out.name)
            try:
                out.write(file.after)
                out.flush()
                shutil.copymode(path, beside)
            except BaseException:
                beside.unlink()
                raise
        return beside


@contextmanager
def _telling(path: PurePosixPath) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error


def _make_folders(folder: Path) -> list[Path]:
    """Make the folder and its parents; gives those that were not there, outermost first."""
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
