"""A table as CSV: its columns, its rows as lines. UTF-8 with BOM, so that Excel shows Chinese."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from auditloop.render.escape import csv_cell
from auditloop.render.views.context import Context

Value = str | float | None
BOM = "\ufeff"
_text = lru_cache(maxsize=1 << 16)(csv_cell)
"""The same ids and names stand in thousands of rows: each text is made harmless once."""


class Definition(NamedTuple):
    """What a subject offers: the name of its words and file, its columns in one string, its rows as lines."""

    name: str
    columns: str
    rows: Callable[[Context], Iterable[str]]


@dataclass(frozen=True)
class DownloadTable:
    """A table that can be downloaded: `name` is the key of its words and its file."""

    name: str
    head: tuple[str, ...]
    rows: tuple[str, ...]
    """Each a line of CSV."""

    @property
    def path(self) -> str:
        return f"downloads/{self.name}.csv"

    @cached_property
    def csv(self) -> str:
        return BOM + "\r\n".join([",".join(self.head), *self.rows]) + "\r\n"


def line(*cells: Value) -> str:
    return ",".join([_text(cell) if isinstance(cell, str) else csv_cell(cell) for cell in cells])


def flag(value: bool | None) -> str | None:
    return None if value is None else "yes" if value else "no"
