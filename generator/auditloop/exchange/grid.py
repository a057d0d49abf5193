"""A table that was read: headings and rows of text, and where each cell stands. The same for CSV and workbooks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from auditloop.load.attached import Attached
from auditloop.problems import Place, Problem
from auditloop.validate.tables.cells import Sheet

_MADE_HARMLESS = re.compile(r"'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_DANGEROUS = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Grid:
    """`rows` are counted from 0, blank ones left out; `place` takes row and column, both from 0, the row -1 being that
    of the headings."""

    file: str
    header: list[str]
    rows: list[list[str]]
    place: Callable[[int, int], Place]
    problems: list[Problem] = field(default_factory=list)


def from_csv(table: Attached) -> Grid:
    sheet = Sheet(table)
    rows: list[list[str]] = []
    for piece in sheet.pieces():
        rows += [[disarmed(cell) for cell in row] for row in zip(*piece, strict=True)]

    def place(row: int, column: int) -> Place:
        return sheet.place_at(row, column) if row >= 0 else sheet.heading_place(sheet.header[column])

    return Grid(table.file, sheet.header, rows, place, sheet.problems)


def armed(text: str) -> str:
    """Text for a CSV cell that no spreadsheet takes for a formula. Numbers stay what they are."""
    return f"'{text}" if _DANGEROUS.match(text) and not NUMBER.fullmatch(text) else text


def disarmed(cell: str) -> str:
    """The text that `armed` was given."""
    return cell[1:] if _MADE_HARMLESS.match(cell) and not NUMBER.fullmatch(cell) else cell
