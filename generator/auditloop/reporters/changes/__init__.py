"""Changes as text for a reader: one module for each form, one line in the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from auditloop.assess.changes import Changes
from auditloop.model.names import Names
from auditloop.render.i18n import Words
from auditloop.reporters.changes import json, markdown, text


class ChangesReporter(Protocol):
    """The changes in the language of `words`, with the names of records; the text ends with a line break."""

    def __call__(self, changes: Changes, names: Names, words: Words) -> str: ...


CHANGES_REPORTERS: Mapping[str, ChangesReporter] = {
    "text": text.report,
    "json": json.report,
    "markdown": markdown.report,
}
