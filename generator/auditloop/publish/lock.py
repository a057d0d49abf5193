"""One build at a time in a workspace: a second one waits. The system releases the lock of a process that dies."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PATIENCE = 600.0
"""Seconds after which a waiting build gives up."""


class StillBusy(Exception):
    """Another build did not finish while we waited; the text says where."""


@contextmanager
def alone(folder: Path, waiting: Callable[[], None] = lambda: None, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of `folder` (made when it is not there). `waiting` is told once when another build holds it.

    Raises StillBusy, and OSError where the disk refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("ab") as file:
        until = time.monotonic() + patience
        if not _taken(file):
            waiting()
            while not _taken(file):
                if time.monotonic() > until:
                    raise StillBusy(f"another build has been at work in {folder} for too long; end it and try again")
                time.sleep(0.05)
        yield  # closing the file releases the lock


if sys.platform == "win32":  # pragma: no cover - the same promise in Windows' words
    import msvcrt

    def _taken(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _taken(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
