"""Files that documents name: found from the folder of the document, inside the workspace only."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from auditloop.load.content import content_of


class Nowhere(Exception):
    """There is no such file."""


class Outside(Exception):
    """The name leads out of the workspace, by itself or by a link."""


def place_of(root: Path, document: str, name: str) -> str:
    """The file that a document names, relative to the root with forward slashes and without links; it need not exist.

    `root` is resolved. Raises Nowhere where no file can have that name, Outside.
    """
    try:
        path = (root / PurePosixPath(document).parent / name).resolve()
    except (OSError, RuntimeError, ValueError):
        raise Nowhere from None
    if root not in path.parents:
        raise Outside
    return path.relative_to(root).as_posix()


def named_content(root: Path, file: str, most: int) -> bytes:
    """What stands in a file that `place_of` found. Raises Nowhere, TooLarge, OSError."""
    path = root / file
    try:
        there = path.is_file()
    except OSError:  # a name longer than any
        there = False
    if not there:
        raise Nowhere
    return content_of(path, most)
