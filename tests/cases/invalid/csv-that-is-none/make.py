"""A quotation mark that is never closed takes in the rest of a large file."""

from pathlib import Path


def make(workspace: Path) -> None:
    text = 'id,type,received\nT-1,complaint,2026-03-01 09:12\n"T-2,complaint,2026-03-01 09:12\n' + "x" * 1_100_000
    (workspace / "audits" / "front-desk" / "tickets.csv").write_text(text, encoding="utf-8")
