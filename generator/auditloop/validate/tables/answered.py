"""Answers of respondents beside the file they were read from, so that a mistake in them can be told with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from auditloop.load.document import Document
from auditloop.problems import Place
from auditloop.ratings import Responses
from auditloop.validate.tables.texts import Texts


@dataclass(frozen=True, slots=True)
class Answered:
    """`document` is the survey that refers to the file."""

    document: Document
    responses: Responses
    place: Callable[[int, str], Place]
    """(row, heading) → where that cell stands."""
    file: str
    texts: Sequence[Texts] = ()
    """Comments, and columns that nothing else uses."""
    is_whole: bool = True
    """Every row and every answer could be read: only then do the rows say how many answered what."""
