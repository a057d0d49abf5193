"""Links to what is read anyway, and to a file elsewhere in the workspace."""

from pathlib import Path


def make(workspace: Path) -> None:
    (workspace / "shared").mkdir()
    (workspace / "audits" / "kpi.yml").rename(workspace / "shared" / "kpi.yml")
    (workspace / "audits" / "kpi.yml").symlink_to("../shared/kpi.yml")
    (workspace / "audits" / "shortcut").symlink_to("front-desk")
