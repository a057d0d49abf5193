"""The organisation's file as an editor saves it that adds .txt to every name."""

from pathlib import Path


def make(workspace: Path) -> None:
    organisation = workspace / "audits" / "organisation.yml"
    organisation.rename(organisation.with_name("organisation.yml.txt"))
