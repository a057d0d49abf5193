"""One observation as process control sees it. Knows no time: its place in a sequence is its time."""

from __future__ import annotations

from typing import NamedTuple


class Datum(NamedTuple):
    value: float
    """As shown: for shares and rates n ÷ of × scale."""
    n: float | None = None
    of: float | None = None
    counted: bool = True
    """False: shown, but in no limit and in no run; its neighbours are next to each other."""
