"""Problems as text for a reader: one module for each form, one line in the table. Reporters know nothing of each other.

To add one: a module with a function of the type `Reporter`, and its line in `REPORTERS`. What several of them say is
worded in `wording.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from auditloop.problems import Problem
from auditloop.reporters import github, gitlab, json, junit, rdjson, sarif, text


class Reporter(Protocol):
    """All problems, in their order, for readers of `zh` or `en`; the text ends with a line break.

    `files` are all that were read, for forms that also count what is right.
    """

    def __call__(self, problems: Sequence[Problem], *, lang: str, files: Sequence[str] = ()) -> str: ...


class Summary(Protocol):
    """Markdown for a page beside the log, in at most `room` bytes of UTF-8; empty where the log says it all."""

    def __call__(self, problems: Sequence[Problem], *, lang: str, room: int) -> str: ...


class Form(NamedTuple):
    """One way to tell problems."""

    report: Reporter
    for_people: bool = False
    """Read in a terminal or a log: where nothing is wrong, nothing need be printed."""
    from_repository: bool = True
    """Files are named from the root of the repository, for hosts that look them up there; else from the workspace."""
    summary: Summary | None = None


REPORTERS: Mapping[str, Form] = {
    "text": Form(text.report, for_people=True, from_repository=False),
    "json": Form(json.report, from_repository=False),
    "github": Form(github.report, for_people=True, summary=github.summary),
    "gitlab": Form(gitlab.report),
    "sarif": Form(sarif.report),
    "junit": Form(junit.report),
    "rdjson": Form(rdjson.report),
}
