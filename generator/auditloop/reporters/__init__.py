"""Problems as text for a reader: one module for each form, one line in the table. Reporters know nothing of each other.

To add one: a module with a function of the type `Reporter`, and its name in `REPORTERS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from auditloop.problems import Problem
from auditloop.reporters import json, text


class Reporter(Protocol):
    """All problems, in their order, for readers of `zh` or `en`; the text ends with a line break."""

    def __call__(self, problems: Sequence[Problem], *, lang: str) -> str: ...


REPORTERS: Mapping[str, Reporter] = {
    "text": text.report,
    "json": json.report,
}
