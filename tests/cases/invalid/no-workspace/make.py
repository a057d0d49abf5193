"""A folder that is not a workspace."""

from pathlib import Path


def make(workspace: Path) -> None:
    (workspace / "audits").rename(workspace / "somewhere-else")
