"""Where the rows and cells of a CSV text stand, by the reader's own count. Worked out only where something is wrong."""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from auditloop.load.lines import Spot, lines, lines_with_ends

if TYPE_CHECKING:
    from _csv import Reader

csv.field_size_limit(1_000_000)


def reader_of(text: str, delimiter: str) -> Reader:
    """Rows as they are written, blank ones too. Raises csv.Error where a quotation mark has no partner, for example.

    Lines are found as the reader asks for them, and counted as `auditloop.load.lines` does.
    """
    return csv.reader(lines_with_ends(text), delimiter=delimiter, strict=True)


class _Cell(NamedTuple):
    start: Spot
    quoted: bool


class Places:
    """Rows are counted from 0, the one with the headings and blank ones included."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter

    def row(self, row: int) -> Spot:
        """Its first character. Also of the row that cannot be read, which follows the last one that can."""
        starts = self._starts
        return Spot(starts[min(row, len(starts) - 1)], 1)

    def cell(self, row: int, column: int) -> Spot:
        """The first character of a cell; of an empty one, the place where it would stand."""
        start = self.row(row)
        for at, cell in enumerate(self._cells(start.line)):
            if at == column:
                return cell.start
        return start

    def broken(self) -> Spot:
        """The cell that makes the text unreadable: the last one in quotes of the row that does."""
        start = self.row(len(self._starts) - 1)
        quoted = [cell.start for cell in self._cells(start.line) if cell.quoted]
        return quoted[-1] if quoted else start

    @cached_property
    def _starts(self) -> array[int]:
        """Line on which each row begins, and the line after the last of them."""
        reader = reader_of(self._text, self._delimiter)
        starts = array("q", [1])
        with suppress(csv.Error):
            starts.extend(reader.line_num + 1 for _ in reader)
        return starts

    @cached_property
    def _lines(self) -> list[str]:
        return lines(self._text)

    def _cells(self, line: int) -> Iterator[_Cell]:
        """Cells of the row that begins on a line, over the line breaks inside quotes, up to where it cannot be read."""
        start, quoted, inside, begins = Spot(line, 1), False, False, True
        for number in range(line, len(self._lines) + 1):
            text = self._lines[number - 1]
            for column, character in enumerate(text, start=1):
                if character == '"' and (begins or quoted):
                    quoted, inside = True, not inside
                elif character == self._delimiter and not inside:
                    yield _Cell(start, quoted)
                    start, quoted, begins = Spot(number, column + 1), False, True
                    continue
                elif quoted and not inside:
                    yield _Cell(start, quoted)
                    return
                begins = False
            if not inside:
                break
        yield _Cell(start, quoted)
