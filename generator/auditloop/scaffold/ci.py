"""Workflow files for continuous integration: check, diff and gates for a proposed change, publishing for a merged one.

Knows which file goes where on which host, not what stands in it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from auditloop.scaffold.files import NewFile, fill

PLACES = {
    "github": {
        "auditloop.yml": ".github/workflows/auditloop.yml",
        "auditloop-comment.yml": ".github/workflows/auditloop-comment.yml",
    },
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml"},
    "gitea": {"auditloop.yml": ".gitea/workflows/auditloop.yml"},
}
"""Host → shipped file → where it stands in a repository."""


def ci_files(host: str, templates: Path, *, requirement: str, branch: str) -> list[NewFile]:
    """The host's workflow files. `templates` is the shipped folder of them all, `requirement` what pip installs,
    `branch` the one that is published. `host` is one of PLACES."""
    facts = {"requirement": requirement, "branch": branch}
    return [
        NewFile(PurePosixPath(place), fill((templates / host / name).read_text(encoding="utf-8"), facts))
        for name, place in PLACES[host].items()
    ]
