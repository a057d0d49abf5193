"""An organisation's file that is too large to be read."""

from pathlib import Path


def make(workspace: Path) -> None:
    with (workspace / "audits" / "organisation.yml").open("ab") as file:
        file.truncate(50_000_000)
