"""A table for terminals: one line a row where there is room, else what is long stands under each other."""

from __future__ import annotations

import os
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

_WIDEST = 1000
_NAMES = 24
"""Columns; longer names are cut. Ids never are: they are what people copy into the next command."""


def width_of(console: Console) -> int:
    """The columns there are. A pipe has as many as it takes, so that a row stays a line for `grep`."""
    return console.width if console.is_terminal or "COLUMNS" in os.environ else _WIDEST


class StackingTable:
    """Columns: `text` at the left (the id, then the name, then short ones; or the name alone), `numbers` at the right,
    `words` after them. Nothing of them is markup.
    """

    def __init__(self, title: str, text: Sequence[str], numbers: Sequence[str], words: Sequence[str] = ()) -> None:
        self._title, self._text, self._numbers, self._words = title, [*text], [*numbers], [*words]
        self._name = min(1, len(self._text) - 1)
        self._rows: list[list[str]] = []

    def add_row(self, *cells: str) -> None:
        self._rows.append([escape(cell) for cell in cells])

    def print(self, console: Console, width: int) -> None:
        """In one line a row where `width` columns hold it, else stacked. No value is cut, nor in a pipe."""
        if not self._rows:
            return
        table = self._wide()
        if _measured(table, console) > width and self._name == 1:
            table = self._stacked()
        console.print()
        console.width = _measured(table, console)
        console.print(table)

    def _wide(self) -> Table:
        table = self._framed(2)
        for number, heading in enumerate(self._text):
            table.add_column(heading, no_wrap=True, max_width=_NAMES if number == self._name else None)
        for heading in self._numbers:
            table.add_column(heading, justify="right", no_wrap=True)
        for heading in self._words:
            table.add_column(heading, no_wrap=True)
        for row in self._rows:
            table.add_row(*row)
        return table

    def _stacked(self) -> Table:
        """The name under the id, and the words under each other."""
        table = self._framed(1)
        ident, name, *text = self._text
        for heading in (f"{ident}\n  {name}", *text):
            table.add_column(heading, no_wrap=True)
        for heading in self._numbers:
            table.add_column(heading, justify="right", no_wrap=True)
        if self._words:
            table.add_column("\n".join(self._words), no_wrap=True)
        last = len(self._text) + len(self._numbers)
        for row in self._rows:
            words = ["\n".join(row[last:])] if self._words else []
            table.add_row(f"{row[0]}\n  {row[1]}", *row[2:last], *words)
        return table

    def _framed(self, gap: int) -> Table:
        return Table(title=self._title, title_justify="left", box=None, pad_edge=False, padding=(0, gap, 0, 0))


def _measured(table: Table, console: Console) -> int:
    return console.measure(table, options=console.options.update(max_width=_WIDEST)).maximum
