"""Answers of respondents beside the file they were read from, so that a mistake in them can be told with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from auditloop.load.document import Document
from auditloop.problems import Place
from auditloop.ratings import Responses


@dataclass(frozen=True, slots=True)
class Answered:
    """`document` is the survey that refers to the file."""

    document: Document
    responses: Responses
    place: Callable[[int, str], Place]
    """(row, heading) → where that cell stands."""
    file: str
    texts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Heading → every different text below it with a row it stands in: comments, and columns that nothing else uses."""
    is_whole: bool = True
    """Every row and every answer could be read: only then do the rows say how many answered what."""
