"""What a place that holds published versions must be able to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """What a release does to the layout. Paths are relative, with forward slashes."""

    message: str
    folders: Mapping[str, Mapping[str, Path | bytes]]
    """Folder → the files it then holds (path below it → content, or the file that has it); none: the folder goes."""
    files: Mapping[str, bytes | None]
    """Single files outside those folders; None: gone."""


class Store(Protocol):
    """A branch or a folder. Nothing else in it than what a change names is ever touched."""

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        ...

    def apply(self, change: Change) -> None:
        """Make the change visible, whole or not at all. Raises Refused, OSError."""
        ...

    def exclusively(self, work: Callable[[], T]) -> T:
        """Run reading and applying with no other publisher in between; `work` may be run again when one was faster."""
        ...
