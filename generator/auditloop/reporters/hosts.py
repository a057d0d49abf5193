"""Which form suits the place where we run: continuous integration tells by its environment who reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Host(NamedTuple):
    """What a host does with what is printed, and with a file it is given."""

    variable: str
    """Set (to anything but nothing or `false`) where it runs us."""
    prints: str = "text"
    files: str | None = None
    summary: str | None = None
    """The variable that names the file for a page beside the log."""


HOSTS = (
    # Runners that are like GitHub's set its variables too, but print commands as they are.
    Host("GITEA_ACTIONS"),
    Host("FORGEJO_ACTIONS"),
    Host("GITHUB_ACTIONS", prints="github", summary="GITHUB_STEP_SUMMARY"),
    # A report reaches a merge request as a file only; people read the log.
    Host("GITLAB_CI", files="gitlab"),
)
ANYWHERE_ELSE = Host("")


def host(environ: Mapping[str, str]) -> Host:
    """The first one of the table that the environment speaks of."""
    return next((each for each in HOSTS if environ.get(each.variable, "").lower() not in ("", "false")), ANYWHERE_ELSE)
