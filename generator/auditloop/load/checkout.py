"""Where a folder stands in the git repository that holds it."""

from __future__ import annotations

from pathlib import Path


def path_in_repository(folder: Path) -> str:
    """The folder's path from the root of its git repository, with a slash at the end; empty for the root itself and
    for a folder outside of any repository.

    Looks for the entry `.git` (a folder; a file in work trees and submodules) and does not ask git, which may be
    missing or refuse a folder that belongs to somebody else, as in containers.
    """
    folder = folder.resolve()
    for root in (folder, *folder.parents):
        if (root / ".git").exists():
            inside = folder.relative_to(root).as_posix()
            return "" if inside == "." else f"{inside}/"
    return ""
