"""Published versions in a folder, for any web server: no git needed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from auditloop.publish.lock import StillBusy, alone
from auditloop.publish.tree import replace_file
from auditloop.publish.versions.refused import Refused
from auditloop.publish.versions.store import Change, T

_STAGING = ".auditloop-next-"
_ASIDE = ".auditloop-previous"
_DONE = ".auditloop-done"
_FOLDER_DEPTH = 2
"""<language>/<version>: what is renamed as one."""


class FolderStore:
    """Everything is written beside what is there and renamed into place; the listing, which makes it known, last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> bytes | None:
        try:
            return (self._folder / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def exclusively(self, work: Callable[[], T]) -> T:
        """A second publisher waits for the first. Raises Refused when it waited too long."""
        try:
            with alone(self._folder):
                self._recover()
                return work()
        except StillBusy as error:
            raise Refused("store-busy", where=self._folder) from error

    def apply(self, change: Change) -> None:
        staging, aside = self._folder / f"{_STAGING}{os.getpid()}", self._folder / _ASIDE
        try:
            for name, files in change.folders.items():
                _write(staging / name, files)
            self._swap(change.folders, staging, aside)
            for name, content in sorted(change.files.items(), key=lambda file: file[0].endswith("versions.json")):
                self._put(name, content, aside)
            aside.rename(self._folder / _DONE)  # from here on there is nothing to bring back
        except BaseException:
            self._bring_back(aside)
            raise
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            shutil.rmtree(self._folder / _DONE, ignore_errors=True)

    def _swap(self, folders: Mapping[str, Mapping[str, Path | bytes]], staging: Path, aside: Path) -> None:
        """Two renames per folder."""
        aside.mkdir()
        for name, files in folders.items():
            place = self._folder / name
            if place.exists():
                (aside / name).parent.mkdir(parents=True, exist_ok=True)
                place.rename(aside / name)
            if files:
                place.parent.mkdir(parents=True, exist_ok=True)
                (staging / name).rename(place)

    def _put(self, name: str, content: bytes | None, aside: Path) -> None:
        place = self._folder / name
        if place.is_file():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(place, aside / name)
        if content is None:
            place.unlink(missing_ok=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_file(place, content)

    def _recover(self) -> None:
        """Clear what a killed publisher left. What it set aside is brought back; a new folder that no listing names yet
        stays, unseen, until the next release of that name."""
        for left in (*self._folder.glob(f"{_STAGING}*"), self._folder / _DONE):
            shutil.rmtree(left, ignore_errors=True)
        self._bring_back(self._folder / _ASIDE)

    def _bring_back(self, aside: Path) -> None:
        if not aside.is_dir():
            return
        for old in sorted(aside.rglob("*")):
            place = self._folder / old.relative_to(aside)
            if old.is_file() and place.is_file():
                old.replace(place)
            elif old.is_dir() and len(old.relative_to(aside).parts) == _FOLDER_DEPTH:
                shutil.rmtree(place, ignore_errors=True)
                old.rename(place)
        shutil.rmtree(aside, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, Path | bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            shutil.copyfile(content, target)
