"""A plain CSV text as one block of bytes and where each cell begins and ends in it: no object for any cell.

Plain is a text without quotation marks whose rows all have the cells of the heading. Whatever is not plain is left to
the CSV reader, which tells what is wrong and where.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEWLINE = 10
_LONGEST_ROW = 100_000
"""Bytes. Longer ones are looked at by the CSV reader, which has a limit for cells."""
_LONGEST_WORD = 64
_BUCKET_BITS = 16
_SPREAD = 0x9E3779B97F4A7C15
"""2⁶⁴ ÷ the golden ratio, odd: multiplying by it spreads what is close (Knuth, Art of Computer Programming, 6.4)."""

_FIRST_BYTES = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)


class Distinct(NamedTuple):
    """Every different cell of a column, in the order in which they first stand in it."""

    cells: list[str]
    rows: list[int]
    """Where each first stands."""
    codes: NDArray[np.int64]
    """Shape (rows of the column,): position in `cells`."""

    def mapped(self, numbers: Sequence[int], code: str) -> array[int]:
        """The column with the number that belongs to each cell in its place; `code` as of `array`."""
        found: array[int] = array(code)
        found.frombytes(np.array(numbers, dtype=code)[self.codes].tobytes())
        return found


class Cells:
    """`ends`: where each cell ends in `data`, shape (columns, rows and the heading); `data`: the bytes of the text in
    UTF-8, with some zeros behind it, so that a window of any cell fits in. Rows are counted below the heading."""

    def __init__(self, data: NDArray[np.uint8], ends: NDArray[np.int64]) -> None:
        self._data = data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends[0]) - 1

    def _starts_of(self, column: int) -> NDArray[np.int64]:
        """A cell starts behind what ends the one before it."""
        before = self._ends[column - 1][1:] if column else self._ends[-1][:-1]
        found: NDArray[np.int64] = before + 1
        return found

    def _ends_of(self, column: int) -> NDArray[np.int64]:
        found: NDArray[np.int64] = self._ends[column][1:]
        return found

    def lengths(self, column: int) -> NDArray[np.int64]:
        """In bytes."""
        found: NDArray[np.int64] = self._ends_of(column) - self._starts_of(column)
        return found

    def windows(self, column: int, width: int, rows: NDArray[np.int64] | None = None) -> NDArray[np.uint8]:
        """The first `width` bytes from where each cell begins, shape (rows, width), whatever stands there."""
        starts = self._starts_of(column) if rows is None else self._starts_of(column)[rows]
        found: NDArray[np.uint8] = np.lib.stride_tricks.sliding_window_view(self._data, width)[starts]
        return found

    def texts(self, column: int, rows: NDArray[np.int64] | None = None) -> list[str]:
        """The cells of a column, or of some of its rows, in order."""
        starts, ends = self._starts_of(column), self._ends_of(column)
        if rows is not None:
            starts, ends = starts[rows], ends[rows]
        if not len(starts):
            return []
        # All bytes of the column behind each other, with what ends each cell replaced by the end of a line.
        sizes = ends - starts + 1
        until = np.cumsum(sizes)
        found = self._data[np.arange(until[-1]) + np.repeat(starts - (until - sizes), sizes)]
        found[until - 1] = _NEWLINE
        text: str = found[:-1].tobytes().decode()
        return text.split("\n")

    def distinct(self, column: int) -> Distinct:
        """For columns in which few cells are different, but right for all."""
        lengths = self.lengths(column)
        longest = int(lengths.max())
        found = self._by_hash(column, lengths, longest) if longest <= _LONGEST_WORD else None
        return found or self._one_by_one(column)

    def _eight_bytes(self, starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.uint64]:
        """From each start, as one number; zeros for what lies beyond the length. No cell has a zero in it."""
        numbers = np.ndarray(len(self._data) - 7, dtype="<u8", buffer=self._data, strides=(1,))
        found: NDArray[np.uint64] = numbers[starts] & _FIRST_BYTES[np.clip(lengths, 0, 8)]
        return found

    def _one_by_one(self, column: int) -> Distinct:
        places: dict[str, int] = {}
        rows: list[int] = []
        codes = []
        for row, text in enumerate(self.texts(column)):
            code = places.setdefault(text, len(rows))
            if code == len(rows):
                rows.append(row)
            codes.append(code)
        return Distinct(list(places), rows, np.array(codes, dtype=np.int64))

    def _by_hash(self, column: int, lengths: NDArray[np.int64], longest: int) -> Distinct | None:
        """Rows fall into buckets by their bytes. None where two different cells fall into one."""
        starts = self._starts_of(column)
        parts = [self._eight_bytes(starts + at, lengths - at) for at in range(0, max(longest, 1), 8)]
        mixed = np.zeros(len(self), dtype=np.uint64)
        for part in parts:
            mixed = (mixed ^ (mixed >> np.uint64(29)) ^ part) * np.uint64(_SPREAD)
        buckets = (mixed >> np.uint64(64 - _BUCKET_BITS)).astype(np.intp)
        first = np.full(1 << _BUCKET_BITS, -1, dtype=np.int64)
        first[buckets[::-1]] = np.arange(len(self) - 1, -1, -1)  # the last one that is written stays
        stands = first[buckets]
        if not all(np.array_equal(part, part[stands]) for part in parts):
            return None
        rows = np.sort(first[first >= 0])
        codes = np.empty(len(self), dtype=np.int64)
        codes[rows] = np.arange(len(rows))
        return Distinct(self.texts(column, rows), rows.tolist(), codes[stands])


def plain_cells(text: str, delimiter: str, columns: int) -> Cells | None:
    """The cells below the first line, which is the heading with so many columns. None where the text is not plain."""
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        return None
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n")
    if not raw or any(each in raw for each in (b'"', b"\r", b"\0")):
        return None
    end = b"" if raw.endswith(b"\n") else b"\n"
    data = np.frombuffer(raw + end + bytes(_LONGEST_WORD + 8), dtype=np.uint8)
    is_end = data == _NEWLINE
    ends = np.flatnonzero(is_end | (data == ord(delimiter)))
    if len(ends) % columns or int(np.count_nonzero(is_end)) * columns != len(ends):
        return None
    table = ends.reshape(-1, columns)
    if not is_end[table[:, -1]].all() or len(table) < 2 or int(np.diff(table[:, -1]).max()) > _LONGEST_ROW:
        return None
    return Cells(data, np.ascontiguousarray(table.T))
