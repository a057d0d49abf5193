"""Characters nobody sees: NUL, a line separator, an escape sequence."""

from pathlib import Path


def make(workspace: Path) -> None:
    text = "kind: kpi\nid: call-time\nname: Call\0time\nunit: min\u2028\nsource: \x1b[31mred\n"
    (workspace / "audits" / "kpi-calls.yml").write_text(text, encoding="utf-8")
