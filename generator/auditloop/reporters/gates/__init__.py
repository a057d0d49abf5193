"""What the gates came to as text for a reader: one module for each form, one line in the table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from auditloop.assess.gates import GateReport
from auditloop.model.names import Names
from auditloop.render.i18n import Words
from auditloop.reporters.gates import json, markdown, text


class GatesReporter(Protocol):
    """In the language of `words`, with the names of records; the text ends with a line break."""

    def __call__(self, report_: GateReport, names: Names, words: Words) -> str: ...


GATES_REPORTERS: Mapping[str, GatesReporter] = {
    "text": text.report,
    "json": json.report,
    "markdown": markdown.report,
}
