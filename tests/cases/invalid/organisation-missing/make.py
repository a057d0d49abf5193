"""The organisation file is gone."""

from pathlib import Path


def make(workspace: Path) -> None:
    (workspace / "audits" / "organisation.yml").unlink()
