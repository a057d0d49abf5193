"""A CSV text as columns of cells, piece by piece, and where a cell stands. Knows no fields."""

from __future__ import annotations

import csv
import io
from array import array
from collections.abc import Iterator, Sequence
from itertools import islice

from auditloop.load.attached import Attached
from auditloop.problems import Place, Problem, problem
from auditloop.problems.shown import shown

PIECE = 1_000
"""Rows read at a time: so few that their cells stay in the processor's cache, which halves the time."""
_DELIMITERS = ",;\t"
_MOST_ROWS_TOLD = 3
csv.field_size_limit(1_000_000)


class Sheet:
    """`header` are the headings of the columns. `rows` of data are counted from 0, blank lines left out."""

    def __init__(self, table: Attached) -> None:
        self.file = table.file
        self.problems: list[Problem] = []
        self._text = table.text
        self._delimiter = _delimiter(table.text)
        self._skipped = array("q")
        """Rows as the file has them that are no rows of ours, in order."""
        self._lines: array[int] | None = None
        self._written: list[str] | None = None
        self._reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self._delimiter)
        try:
            self.header = [heading.strip() for heading in next(self._reader, [])]
        except csv.Error:
            self.header = []
        self._misfits: list[tuple[int, int]] = []

    def pieces(self) -> Iterator[Sequence[Sequence[str]]]:
        """Columns of up to PIECE rows at a time. Rows with too many or too few cells are problems, and left out."""
        width, at = len(self.header), 0
        while True:
            try:
                rows = list(islice(self._reader, PIECE))
            except csv.Error as error:
                line = self._reader.line_num
                self.problems.append(problem("csv-broken", Place(self.file, line), reason=shown(str(error))))
                return
            if not rows:
                break
            count = len(rows)
            if set(map(len, rows)) != {width}:
                rows = self._fitting(rows, at, width)
            at += count
            if rows:
                yield list(zip(*rows, strict=True))
        self._tell_misfits(width)

    def place(self, row: int, heading: str) -> Place:
        """Where a cell stands: line and column of its first character."""
        for skipped in self._skipped:
            if skipped > row:
                break
            row += 1
        if self._lines is None or self._written is None:
            self._lines, self._written = self._starts(), self._text.split("\n")
        line = self._lines[row] if row < len(self._lines) else 1
        return Place(self.file, line, self._column(self._written[line - 1], heading))

    def heading_place(self, heading: str) -> Place:
        return Place(self.file, 1, self._column(self._text.partition("\n")[0], heading))

    def _fitting(self, rows: list[list[str]], at: int, width: int) -> list[list[str]]:
        found = []
        for number, row in enumerate(rows, start=at):
            if len(row) == width:
                found.append(row)
                continue
            if len(row) > width and not any(row[width:]):
                found.append(row[:width])  # empty cells behind the last column
                continue
            self._skipped.append(number)
            if any(row):
                self._misfits.append((number, len(row)))
        return found

    def _tell_misfits(self, width: int) -> None:
        starts = self._starts() if self._misfits else []
        places = [Place(self.file, starts[number]) for number, _ in self._misfits]
        for place, (_, cells) in zip(places[:_MOST_ROWS_TOLD], self._misfits, strict=False):
            self.problems.append(problem("csv-row-length", place, cells=cells, width=width))
        if len(places) > _MOST_ROWS_TOLD:
            rest = places[_MOST_ROWS_TOLD:]
            self.problems.append(
                problem("csv-more-rows", rest[0], related=tuple(rest[1:10]), count=len(rest), last=rest[-1].line)
            )

    def _starts(self) -> array[int]:
        """Line on which each row of data begins."""
        reader, starts, before = (
            csv.reader(io.StringIO(self._text, newline=""), delimiter=self._delimiter),
            array("q"),
            0,
        )
        for _ in _until_broken(reader):
            starts.append(before + 1)
            before = reader.line_num
        return starts[1:]

    def _column(self, line: str, heading: str) -> int:
        wanted = self.header.index(heading) if heading in self.header else 0
        quoted, cell = False, 0
        for at, character in enumerate(line):
            if cell == wanted and not quoted:
                return at + 1
            if character == '"':
                quoted = not quoted
            elif character == self._delimiter and not quoted:
                cell += 1
        return len(line) + 1 if cell == wanted else 1


def _until_broken(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error:
        return


def _delimiter(text: str) -> str:
    """The one that the heading uses most: comma, semicolon (Excel in many languages) or tab."""
    first = text[: text.find("\n")] if "\n" in text else text
    return max(_DELIMITERS, key=first.count)
