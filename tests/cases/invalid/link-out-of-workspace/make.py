"""Links to a file and to a folder outside, and one that leads in a circle."""

from pathlib import Path


def make(workspace: Path) -> None:
    outside = workspace.parent / f"{workspace.name}-outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("password: hunter2\n")
    (workspace / "audits" / "secret.yml").symlink_to(outside / "secret.yml")
    (workspace / "audits" / "folder").symlink_to(outside)
    (workspace / "audits" / "circle").symlink_to(workspace / "audits")
    (workspace / "audits" / "itself.yml").symlink_to("itself.yml")
    (workspace / "audits" / "gone.yml").symlink_to("deleted.yml")
