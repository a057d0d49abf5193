"""A CSV text as columns of cells, piece by piece, and where a cell stands. Knows no fields."""

from __future__ import annotations

import csv
import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from auditloop.load.attached import Attached
from auditloop.load.lines import first_line
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.validate.tables.places import Places, reader_of

if TYPE_CHECKING:
    from auditloop.columns.cells import Cells

PIECE = 400
"""Rows read at a time: so few that their cells stay in the processor's cache, which halves the time."""
_DELIMITERS = ",;\t"
_NAMED = re.compile(r"\s*sep=([,;\t])\s*")
"""A first line that only Excel writes and reads."""
_MOST_ROWS_TOLD = 3


class Sheet:
    """`header` are the headings of the columns. `rows` of data are counted from 0, blank lines left out."""

    def __init__(self, table: Attached) -> None:
        self.file = table.file
        self.problems: list[Problem] = []
        self.is_broken = False
        """From some row on it cannot be read."""
        named = _NAMED.fullmatch(first_line(table.text))
        delimiter = named[1] if named else _delimiter(table.text)
        self._text, self._delimiter = table.text, delimiter
        self._is_named = named is not None
        self._places = Places(table.text, delimiter)
        self._reader = reader_of(table.text, delimiter)
        self._skipped = array("q")
        """Rows of the text that are no rows of ours, in order."""
        self._misfits: list[tuple[int, int]] = []
        self._above = 0
        """Rows of the text down to the headings."""
        self.header = self._headings(passing=1 if named else 0)

    def pieces(self) -> Iterator[Sequence[Sequence[str]]]:
        """Columns of up to PIECE rows at a time. Rows with too many or too few cells are problems, and left out."""
        width, at = len(self.header), 0
        while rows := self._next(PIECE):
            count = len(rows)
            if set(map(len, rows)) != {width}:
                rows = self._fitting(rows, at, width)
            columns = list(zip(*rows, strict=True))
            if columns and "" in columns[0] and not all(map(any, rows)):
                columns = list(zip(*self._fitting(rows, at, width), strict=True))
            at += count
            if columns:
                yield columns
        self._tell_misfits(width)

    def plain(self) -> Cells | None:
        """All cells at once, where the text is so plain that it needs no CSV reader; rows are counted as elsewhere."""
        from auditloop.columns.cells import plain_cells

        if self.is_broken or self._is_named or self._above != 1:
            return None
        return plain_cells(self._text, self._delimiter, len(self.header))

    def place(self, row: int, heading: str) -> Place:
        """Where a cell stands: line and column of its first character."""
        return self.place_at(row, self._column(heading))

    def place_at(self, row: int, column: int) -> Place:
        """The same of a column by its number, from 0."""
        for skipped in self._skipped:
            if skipped > row:
                break
            row += 1
        return Place(self.file, *self._places.cell(self._above + row, column))

    def heading_place(self, heading: str) -> Place:
        """Where a heading stands; of one that stands there more than once, the second."""
        return Place(self.file, *self._places.cell(max(self._above - 1, 0), self._column(heading, after_first=True)))

    def _column(self, heading: str, *, after_first: bool = False) -> int:
        if heading not in self.header:
            return 0
        first = self.header.index(heading)
        return self.header.index(heading, first + 1) if after_first and self.header.count(heading) > 1 else first

    def _headings(self, passing: int) -> list[str]:
        while rows := self._next(1):
            self._above += 1
            if self._above > passing and any(map(str.strip, rows[0])):
                return [heading.strip() for heading in rows[0]]
        return []

    def _next(self, most: int) -> list[list[str]]:
        """Up to so many rows of the text, those before what cannot be read included."""
        rows: list[list[str]] = []
        if self.is_broken:
            return rows
        try:
            rows.extend(islice(self._reader, most))
        except csv.Error as error:
            self.is_broken = True
            place = Place(self.file, *self._places.broken())
            self.problems.append(problem("csv-broken", place, reason=_reason(str(error))))
        return rows

    def _fitting(self, rows: list[list[str]], at: int, width: int) -> list[list[str]]:
        found = []
        for number, row in enumerate(rows, start=at):
            if not any(map(str.strip, row)):
                self._skipped.append(number)
            elif len(row) == width:
                found.append(row)
            elif len(row) > width and not any(row[width:]):
                found.append(row[:width])  # empty cells behind the last column
            else:
                self._skipped.append(number)
                self._misfits.append((number, len(row)))
        return found

    def _tell_misfits(self, width: int) -> None:
        places = [Place(self.file, *self._places.row(self._above + number)) for number, _ in self._misfits]
        for place, (_, cells) in zip(places[:_MOST_ROWS_TOLD], self._misfits, strict=False):
            self.problems.append(problem("csv-row-length", place, cells=cells, width=width))
        if len(places) > _MOST_ROWS_TOLD:
            rest = places[_MOST_ROWS_TOLD:]
            self.problems.append(
                problem("csv-more-rows", rest[0], related=tuple(rest[1:10]), count=len(rest), last=rest[-1].line)
            )


def _delimiter(text: str) -> str:
    """The one that the heading uses most: comma, semicolon (Excel in many languages) or tab."""
    return max(_DELIMITERS, key=first_line(text.lstrip("\r\n")).count)


def _reason(said: str) -> Bilingual:
    """What Python's CSV reader says, for people."""
    if "end of data" in said:
        return Bilingual("这个单元格开头的引号没有配对", "the quotation mark that opens this cell has no partner")
    if "field limit" in said:
        return Bilingual(
            "这个单元格超过一百万个字符，多半是开头的引号没有配对",
            "this cell has more than a million characters; most likely the quotation mark that opens it has no partner",
        )
    return Bilingual("这个单元格的引号后面还有文字", "there is text behind the quotation mark that closes this cell")
