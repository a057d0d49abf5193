"""The few shapes that all pages are made of: cells, tables, facts, chart blocks and the frame around a page.

Values here are finished: text is escaped (Markup) or plain and escaped by the template, numbers are formatted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from markupsafe import Markup

from auditloop.render.charts import Chart
from auditloop.render.escape import marked, safe

BLANK = Markup("")


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    href: str | None = None
    """None: shown as text."""


class Cell(msgspec.Struct, frozen=True, gc=False):
    """A struct, not a dataclass, as is a row: made ten times faster, and a site has hundreds of thousands."""

    html: Markup | str
    sort: str | None = None
    """What sorting compares, where it is not the text itself."""
    css: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    css: str = ""
    """`al-num` aligns right."""
    choose: str = ""
    """In tables that can be filtered: offers the column's values as a choice, with this word for all of them."""
    sortable: bool = True


class Row(msgspec.Struct, frozen=True):
    cells: tuple[Cell, ...]
    anchor: str | None = None
    css: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Complete in the HTML. Without rows the page shows `empty`, which says why there are none."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str = ""
    id: str | None = None
    filterable: bool = False
    css: str = ""
    visible_caption: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it is, in a list of facts."""

    term: str
    html: Markup | str


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: a number with what it is, and a line under it."""

    label: str
    value: Markup | str
    note: Markup | str = BLANK
    spark: Markup | str = BLANK
    href: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What a hub says of one of the pages below it."""

    name: str
    path: str
    sentence: str
    """Where it stands; of a part without data, that there is none and what to write."""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart with its words and its data; `empty` stands instead where there is nothing to draw."""

    chart: Chart | None
    title: str = ""
    sentence: str = ""
    caption: str = ""
    table: Table | None = None
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page's own content."""

    path: str
    root: str
    title: str
    lead: str
    """One paragraph in plain words that says what happened; also the description and the search text."""
    kind: str
    """Name of the page's kind, for styling: team, audit, …"""
    crumbs: tuple[Link, ...]
    stamp: tuple[str, ...]
    """Period, as-of date, version."""
    edit: Link | None
    related: tuple[Link, ...]
    sources: tuple[Link, ...]
    data_hash: str
    generator: str
    title_language: str | None = None
    hide: tuple[str, ...] = ()
    """Parts of the theme that the page does without: navigation, toc."""


@dataclass(frozen=True, slots=True)
class PageView:
    template: str
    frame: Frame
    body: object


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page to come: its charts are known before any page is built, so that all are drawn in one call."""

    path: str
    build: Callable[[], PageView]
    charts: tuple[Chart, ...] = field(default=())
    inputs: Callable[[], object] | None = None
    """All records and results that the page is made from (definitions and names apart): while they stay the same, so
    does the page. None: nobody has said."""


# f-strings and str.join over `safe`, not `Markup.format` and `Markup.join`: pages hold tens of thousands of links, and
# those are ten times slower.


def anchored(href: str | None, inner: Markup | str) -> Markup:
    """A link, or just the text where there is nowhere to go."""
    return marked(f'<a href="{safe(href)}">{safe(inner)}</a>') if href else marked(safe(inner))


def span(css: str, inner: Markup | str) -> Markup:
    return marked(f'<span class="{css}">{safe(inner)}</span>')


def muted(text: Markup | str) -> Markup:
    return span("al-muted", text)


def small(text: Markup | str) -> Markup:
    return span("al-small", text)


def with_small(value: Markup | str | int, note: Markup | str) -> Markup:
    return marked(f"{safe(value)}<small>{safe(note)}</small>")


def spaced(*parts: Markup | str) -> Markup:
    return marked(" ".join([safe(part) for part in parts if part]))


def lines(*parts: Markup | str) -> Markup:
    """Parts under each other in one cell; empty ones are left out."""
    return marked("<br>".join([safe(part) for part in parts if part]))
