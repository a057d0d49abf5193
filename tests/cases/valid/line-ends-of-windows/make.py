"""Carriage returns at the ends of lines: Git would take them away."""

from pathlib import Path


def make(workspace: Path) -> None:
    path = workspace / "audits" / "kpi.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
