"""What Notepad calls Unicode, with and without its mark."""

from pathlib import Path


def make(workspace: Path) -> None:
    path = workspace / "audits" / "kpi.yml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("utf-16"))
    (workspace / "audits" / "kpi-unmarked.yml").write_bytes(text.replace("waiting", "walking").encode("utf-16-le"))
