"""Columns kept as `array` seen as NumPy arrays, and rows sorted into groups."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    """One entry per row: whether it is meant."""
    Rows = NDArray[np.int64]
    """Numbers of rows, ascending."""
    Whole = NDArray[np.int64]
    """A whole number per row."""


_CLOSE = 4
"""Times as many different numbers as keys, at most, are counted in a table of all of them."""


def view(column: array[int]) -> Whole:
    """The same memory, shape (rows,)."""
    return np.asarray(column)


def bounds(column: array[int]) -> tuple[int, int]:
    """The least and the greatest of at least one number."""
    seen = view(column)
    return int(seen.min()), int(seen.max())


def later(one: Whole, other: Whole) -> Whole:
    """Of each row, the greater of the two."""
    return np.maximum(one, other)


def rows_of(mask: Mask) -> list[int]:
    found: list[int] = np.flatnonzero(mask).tolist()
    return found


def grouped(keys: Whole, values: NDArray[Any]) -> Iterator[tuple[int, NDArray[Any]]]:
    """Each different key, ascending, with the values of its rows in the order of the rows."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
    yield from zip(ordered[starts].tolist(), np.split(values[order], starts[1:]), strict=True) if len(starts) else ()


def counted(keys: Whole) -> Counter[int]:
    """How often each different key is there."""
    if not len(keys):
        return Counter()
    low, high = int(keys.min()), int(keys.max())
    if high - low <= _CLOSE * len(keys):  # no need to sort them
        n = np.bincount(keys - low)
        found = np.flatnonzero(n)
        return Counter(dict(zip((found + low).tolist(), n[found].tolist(), strict=True)))
    found, n = np.unique(keys, return_counts=True)
    return Counter(dict(zip(found.tolist(), n.tolist(), strict=True)))


def counted_together(*columns: tuple[Whole, Sequence[Any]]) -> Counter[tuple[Any, ...]]:
    """How often each combination is there. A column: the position of each row's word, and the words."""
    keys = np.zeros(len(columns[0][0]), dtype=np.int64)
    for codes, words in columns:
        keys = keys * len(words) + codes
    found: Counter[tuple[Any, ...]] = Counter()
    for key, n in counted(keys).items():
        combination, rest = [], key
        for _, words in reversed(columns):
            rest, code = divmod(rest, len(words))
            combination.append(words[code])
        found[tuple(reversed(combination))] = n
    return found
