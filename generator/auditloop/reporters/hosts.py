"""Which form suits the place where we run: continuous integration tells by its environment who reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_BEGINNING = re.compile(r"^(\s*)::", re.M)


class Host(NamedTuple):
    """What a host does with what is printed, and with a file it is given."""

    variable: str
    """Set (to anything but nothing or `false`) where it runs us."""
    prints: str = "text"
    files: str | None = None
    summary: str | None = None
    """The variable that names the file for a page beside the log."""
    commands: bool = False
    """Obeys lines of the log that look like GitHub's commands."""


HOSTS = (
    # Runners that are like GitHub's set its variables too, but print commands as they are.
    Host("GITEA_ACTIONS", commands=True),
    Host("FORGEJO_ACTIONS", commands=True),
    Host("GITHUB_ACTIONS", prints="github", summary="GITHUB_STEP_SUMMARY", commands=True),
    # A report reaches a merge request as a file only; people read the log.
    Host("GITLAB_CI", files="gitlab"),
)
ANYWHERE_ELSE = Host("")


def host(environ: Mapping[str, str]) -> Host:
    """The first one of the table that the environment speaks of."""
    return next((each for each in HOSTS if environ.get(each.variable, "").lower() not in ("", "false")), ANYWHERE_ELSE)


def harmless(text: str, environ: Mapping[str, str]) -> str:
    """Text for people as it may be printed here: where the log is searched for commands, none can be read out of it.

    A runner obeys `::…::` at the start of a line, and the older form `##[…]` anywhere in it.
    """
    if not host(environ).commands:
        return text
    return _BEGINNING.sub(r"\1: :", text.replace("##[", "## ["))
