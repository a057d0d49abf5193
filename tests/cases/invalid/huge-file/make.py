"""Fifty megabytes of nothing, which take no room on the disk."""

from pathlib import Path


def make(workspace: Path) -> None:
    with (workspace / "audits" / "huge.yml").open("wb") as file:
        file.truncate(50_000_000)
