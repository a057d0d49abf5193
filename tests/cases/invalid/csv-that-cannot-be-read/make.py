"""A table that is larger than any log (a file with a hole in it)."""

from pathlib import Path

TICKETS = "kind: tickets\nteam: front-desk\nperiod: 2026-03\nfrom_csv:\n  file: {}\n"


def make(workspace: Path) -> None:
    folder = workspace / "audits" / "front-desk"
    (folder / "large.yml").write_text(TICKETS.format("large.csv"), encoding="utf-8")
    with (folder / "large.csv").open("wb") as stream:
        stream.truncate(300_000_000)
