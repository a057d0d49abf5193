"""A byte order mark: Git and editors would take it away."""

from pathlib import Path


def make(workspace: Path) -> None:
    path = workspace / "audits" / "kpi.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
