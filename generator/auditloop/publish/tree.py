"""A folder of files as a value, and writing it so that only what changed is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath


@dataclass(frozen=True, slots=True)
class Written:
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write_tree(folder: Path, files: Mapping[str, str | bytes]) -> Written:
    """Make `folder` hold exactly `files` (relative path with forward slashes → content; text becomes UTF-8 only while
    it is written, for a large site's fills the memory as it is).

    A file whose content is the same is not touched, so that watchers and caches see only real changes. Each file is
    replaced in one step. Raises OSError when the disk refuses, ValueError for a path that leaves the folder.
    """
    changed = []
    for name, content in files.items():
        if write_file(folder / _inside(name), content.encode() if isinstance(content, str) else content):
            changed.append(name)
    removed = _remove_others(folder, set(files))
    return Written(tuple(changed), tuple(removed), len(files) - len(changed))


def write_file(target: Path, content: bytes) -> bool:
    """Write the file unless it holds exactly this already; whether it was written."""
    if _same(target, content):
        return False
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, content)
    return True


def replace_file(target: Path, content: bytes) -> None:
    """Write beside the target and rename: a reader sees the old or the new content, never half of it."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"path leaves the folder: {name!r}")
    return path


def _same(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _remove_others(folder: Path, keep: set[str]) -> list[str]:
    removed = []
    for base, directories, names in os.walk(folder, topdown=False):
        here = Path(base)
        for name in names:
            relative = (here / name).relative_to(folder).as_posix()
            if relative not in keep:
                (here / name).unlink()
                removed.append(relative)
        for name in directories:
            inner = here / name
            if not inner.is_symlink() and not any(inner.iterdir()):
                inner.rmdir()
    return sorted(removed)
