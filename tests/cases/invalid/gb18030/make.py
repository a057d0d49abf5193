"""What Notepad on an older Chinese Windows saves."""

from pathlib import Path


def make(workspace: Path) -> None:
    path = workspace / "audits" / "front-desk" / "audit.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
