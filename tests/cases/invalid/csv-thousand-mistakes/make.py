"""A log of a thousand tickets, exported with the spreadsheet's own numbers for times, and ids without their zeros."""

from pathlib import Path


def make(workspace: Path) -> None:
    rows = [f"T-{n:04d},complaint,{46082 + n / 100},,\n" for n in range(1000)]
    rows += [f"T-{n},complaint,2026/3/{n} 8:30,2026-03-{n:02d} 9:10,\n" for n in range(10, 30)]
    text = "id,type,received,first_response,rating\n" + "".join(rows)
    (workspace / "audits" / "front-desk" / "tickets.csv").write_text(text, encoding="utf-8")
