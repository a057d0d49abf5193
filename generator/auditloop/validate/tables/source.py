"""A log of tickets beside what it was read from, so that whoever finds a mistake in it can say where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from auditloop.load.document import Document
from auditloop.problems import Place
from auditloop.tickets import TicketLog, TimeReader, log_of
from auditloop.validate.tables.texts import Texts


@dataclass(frozen=True, slots=True)
class Source:
    document: Document
    log: TicketLog
    place: Callable[[int, str], Place]
    """(row, field) → where that cell stands."""
    headings: Mapping[str, str]
    """Field → what its column is called there; empty for a list."""
    texts: Sequence[Texts]
    """Of all columns that may say something personal; empty for a list."""
    is_whole: bool = True
    """Every row and every cell could be read: only then does the log say what there is not."""

    def called(self, field: str) -> str:
        return self.headings.get(field, field)


def from_list(document: Document, reader: TimeReader) -> Source:
    places = document.places

    def place(row: int, field: str) -> Place:
        ticket = document.data["tickets"][row]
        inside = () if field in ticket else ("events",)
        return places.value(("tickets", row, *inside, field))

    return Source(document, log_of(document.data, reader), place, {}, ())
