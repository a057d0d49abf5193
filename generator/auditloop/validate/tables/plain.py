"""Tickets of a plain table, column by column without an object for each cell, where every cell is as it should be."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from auditloop.columns import Words
from auditloop.tickets import MISSING, TimeReader
from auditloop.tickets.log import NUMBERS, TIMES, WORDS
from auditloop.validate.tables.meanings import NumberCells, WordCells, are_ids

if TYPE_CHECKING:
    from auditloop.columns.cells import Cells


class Plain(NamedTuple):
    """As in a TicketLog."""

    ids: list[str]
    words: dict[str, Words]
    times: dict[str, array[int]]
    numbers: dict[str, array[int]]
    repeats: dict[int, str]


def read_plain(
    cells: Cells,
    at: Mapping[str, int],
    prefix: str,
    words: Mapping[str, WordCells],
    numbers: Mapping[str, NumberCells],
    reader: TimeReader,
) -> Plain | None:
    """`at`: field → its column. None where any cell is not what its column demands, or is written in a rarer way."""
    found = Plain(_prefixed(prefix, cells.texts(at["id"])), {}, {}, {}, {})
    if not are_ids(found.ids):
        return None
    for field in WORDS:
        if field in at:
            column = _words(cells, at[field], words[field], may_lack=field != "type")
            if column is None:
                return None
            found.words[field] = column
    for field in TIMES:
        if field in at:
            times = _times(cells, at[field], reader)
            if times is None or (field == "received" and MISSING in times):
                return None
            found.times[field] = times
    for field in NUMBERS:
        if field in at:
            column_of_numbers = _numbers(cells, at[field], numbers[field])
            if column_of_numbers is None:
                return None
            found.numbers[field] = column_of_numbers
    if "repeat_of" in at:
        rows = cells.lengths(at["repeat_of"]).nonzero()[0]
        repeated = _prefixed(prefix, cells.texts(at["repeat_of"], rows))
        if repeated and not are_ids(repeated):
            return None
        found.repeats.update(zip(rows.tolist(), repeated, strict=True))
    return found


def first_rows(cells: Cells, column: int) -> dict[str, int]:
    """Every different text of a column → the row in which it first stands."""
    texts = cells.texts(column)
    return dict(zip(reversed(texts), range(len(texts) - 1, -1, -1), strict=True))


def _prefixed(prefix: str, texts: list[str]) -> list[str]:
    return [prefix + text for text in texts] if prefix else texts


def _words(cells: Cells, column: int, known: WordCells, *, may_lack: bool) -> Words | None:
    different = cells.distinct(column)
    meant = [known[cell] for cell in different.cells]
    if known.bad or (None in meant and not may_lack):
        return None
    words = Words.of(meant)
    return Words(different.mapped(words.codes, "i"), words.known)


def _times(cells: Cells, column: int, reader: TimeReader) -> array[int] | None:
    from auditloop.columns.moments import moments

    found = moments(cells, column, MISSING, reader.day_begins, reader.read)
    if found is None:
        return None
    times = array("q")
    times.frombytes(found.tobytes())
    return times


def _numbers(cells: Cells, column: int, known: NumberCells) -> array[int] | None:
    different = cells.distinct(column)
    meant = [known[cell] for cell in different.cells]
    return None if known.bad else different.mapped(meant, "b")
