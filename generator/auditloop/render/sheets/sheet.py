"""A register as a sheet to read, sort and filter: typed cells under headings in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from auditloop.render.views.context import Context

Value = str | int | float | dt.date | None
Kind = Literal["id", "word", "text", "day", "count", "points", "change", "share", "value"]
"""count: a whole number; points: of 100; change: points with sign; share: 0–1, shown as percent; value: a number in a
unit of its own."""


class Column(NamedTuple):
    """`key` names its heading: `sheet.<key>` in the words, where there is one, else `column.<key>`."""

    key: str
    kind: Kind


class Line(NamedTuple):
    team: str | None
    href: str | None
    """Where the record of the row stands, from the top of the site."""
    cells: tuple[Value, ...]


class Definition(NamedTuple):
    """What a subject offers: the key of its words, its columns, its rows."""

    name: str
    columns: tuple[Column, ...]
    lines: Callable[[Context], Iterable[Line]]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows` in the order of `headings`; beside each row the address of its record, where the site's is known."""

    name: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]
    addresses: tuple[str | None, ...]


def columns(text: str) -> tuple[Column, ...]:
    """`id:id due:day …`: key and kind of each."""
    return tuple(Column(*each.split(":")) for each in text.split())  # type: ignore[arg-type]


def yes_no(ctx: Context, value: bool | None) -> str | None:
    return None if value is None else ctx.words.t("sheet.yes" if value else "sheet.no")
