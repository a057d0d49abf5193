"""A column of times as most programs write them (`2026-03-01 09:12`, with T or seconds too) → days and seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from auditloop.columns.cells import Cells

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHORT, _LONG = len("2026-03-01 09:12"), len("2026-03-01 09:12:30")
_DIGITS = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15]
_ZERO = ord("0")
_MOST_YEARS = 200
"""Apart; a column with more has a wrong year in it."""


def moments(
    cells: Cells, column: int, missing: int, start_of: Callable[[str], int | None], read: Callable[[str], int]
) -> NDArray[np.int64] | None:
    """Seconds since 1970, `missing` for an empty cell, shape (rows,). None where any cell is something else.

    start_of: `2026-03-01` → when that day begins; None where its hours are not a day's usual ones, or where there is no
    such day. `read` reads a single cell of such a day, or raises ValueError.
    """
    lengths = cells.lengths(column)
    found = np.full(len(cells), missing, dtype=np.int64)
    for width in (_SHORT, _LONG):
        rows = np.flatnonzero(lengths == width)
        if len(rows):
            taken = _of_width(cells, column, rows, width, start_of, read)
            if taken is None:
                return None
            found[rows] = taken
    known = (lengths == 0) | (lengths == _SHORT) | (lengths == _LONG)
    return found if known.all() else None


def _of_width(
    cells: Cells,
    column: int,
    rows: NDArray[np.int64],
    width: int,
    start_of: Callable[[str], int | None],
    read: Callable[[str], int],
) -> NDArray[np.int64] | None:
    text = cells.windows(column, width, rows).T
    digits = text[_DIGITS] - np.uint8(_ZERO)  # what is below "0" comes out above 9
    if not _is_shaped(text) or digits.max() > 9:
        return None
    year = ((digits[0] * 10 + digits[1]).astype(np.int64)) * 100 + digits[2] * 10 + digits[3]
    month, day = digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]
    hour, minute = digits[8] * 10 + digits[9], digits[10] * 10 + digits[11]
    second = _seconds(text) if width == _LONG else np.zeros(len(rows), dtype=np.int64)
    if second is None or hour.max() > 23 or minute.max() > 59:
        return None
    if int(year.max()) - int(year.min()) > _MOST_YEARS:
        return None
    days, which = _distinct_days(year, month, day)
    starts = [start_of(each) for each in days]
    of_day = np.array([0 if start is None else start for start in starts], dtype=np.int64)
    found: NDArray[np.int64] = of_day[which] + 3600 * hour.astype(np.int64) + 60 * minute.astype(np.int64) + second
    unusual = np.flatnonzero(np.array([start is None for start in starts])[which])
    if len(unusual):
        try:
            found[unusual] = [read(cell) for cell in cells.texts(column, rows[unusual])]
        except ValueError:
            return None
    return found


def _is_shaped(text: NDArray[np.uint8]) -> bool:
    """What stands between the digits is what has to. `text` has shape (width, rows)."""
    return bool(
        ((text[4] == ord("-")) & (text[7] == ord("-")) & (text[13] == ord(":"))).all()
        and ((text[10] == ord(" ")) | (text[10] == ord("T"))).all()
        and (len(text) == _SHORT or (text[16] == ord(":")).all())
    )


def _seconds(text: NDArray[np.uint8]) -> NDArray[np.int64] | None:
    digits = text[17:19] - np.uint8(_ZERO)
    found: NDArray[np.int64] = digits[0].astype(np.int64) * 10 + digits[1]
    return found if digits.max() <= 9 and found.max() <= 59 else None


def _distinct_days(
    year: NDArray[np.int64], month: NDArray[np.uint8], day: NDArray[np.uint8]
) -> tuple[list[str], NDArray[np.int64]]:
    """The days as text, and for each row which of them it is."""
    numbers = (year * 100 + month) * 100 + day  # 20260301
    low, span = int(numbers.min()), int(np.ptp(numbers)) + 1
    there = np.zeros(span, dtype=np.bool_)
    there[numbers - low] = True
    found = np.flatnonzero(there)
    place = np.zeros(span, dtype=np.int64)
    place[found] = np.arange(len(found))
    texts = (f"{number:08d}" for number in (found + low).tolist())
    return [f"{text[:4]}-{text[4:6]}-{text[6:]}" for text in texts], place[numbers - low]
