"""Latin-1 in the middle of a file: no editor of the project would keep it."""

from pathlib import Path


def make(workspace: Path) -> None:
    text = "kind: kpi\nid: cafe-time\nname: Caf\xe9\n"
    (workspace / "audits" / "kpi-cafe.yml").write_bytes(text.encode("latin-1"))
