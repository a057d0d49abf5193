"""Ten thousand levels, once with brackets and once with dashes."""

from pathlib import Path


def make(workspace: Path) -> None:
    (workspace / "audits" / "brackets.yml").write_text("a: " + "[" * 10_000 + "]" * 10_000)
    (workspace / "audits" / "dashes.yml").write_text("- " * 10_000)
