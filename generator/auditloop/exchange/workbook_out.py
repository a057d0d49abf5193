"""Rows → an Excel workbook that is pleasant to fill in: headings that stay, filter, widths, lists to choose from, real
numbers and days, and no cell that is a formula. The same rows give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from unicodedata import east_asian_width

Cell = str | int | float | bool | dt.date | None
LONGEST_TEXT = 32_767
"""Characters that Excel keeps in a cell."""
_ROWS_TO_FILL = 1_000
_TYPED_AS_TEXT = ("period", "window", "id", "ids", "text", "links", "entries")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDEST, _NARROWEST = 60, 8
_FORMULA_BEGINS = tuple("=+-@'\t\r\uff1d\uff0b\uff0d\uff20")
_TO_ESCAPE = re.compile(r"\r|_(?=x[0-9A-Fa-f]{4}_)")


class TooLongForWorkbookError(ValueError):
    """A text that Excel would cut; the message is its beginning."""


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` as in `fields.Field`; `choices` are offered as a list in its cells."""

    heading: str
    kind: str
    choices: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Book:
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    guide_title: str
    guide: Sequence[tuple[str, str]] = field(default_factory=tuple)
    lists_title: str = "lists"


def workbook(book: Book) -> bytes:
    """Raises TooLongForWorkbookError."""
    import openpyxl
    from openpyxl.worksheet.datavalidation import DataValidation

    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = book.title
    _look(sheet, book.columns, book.rows)
    last = max(len(book.rows) + 1, _ROWS_TO_FILL)
    lists: dict[tuple[str, ...], str] = {}
    for letter, column in zip(_letters(len(book.columns)), book.columns, strict=True):
        choices = tuple(column.choices)
        if choices:
            source = lists.setdefault(choices, _letters(len(lists) + 1)[-1])
            formula = f"'{book.lists_title}'!${source}$1:${source}${len(choices)}"
            rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
            rule.add(f"{letter}2:{letter}{last}")
            sheet.add_data_validation(rule)
        if column.kind in _TYPED_AS_TEXT:
            sheet.column_dimensions[letter].number_format = "@"  # so that 2026-03 stays what is typed
    sheet.append([_styled(sheet, column.heading, "heading") for column in book.columns])
    for row in book.rows:
        sheet.append([_styled(sheet, cell, column.kind) for cell, column in zip(row, book.columns, strict=True)])
    _guide(made, book)
    if lists:
        _lists(made, book.lists_title, list(lists))
    out = io.BytesIO()
    made.save(out)
    return _without_clock(out.getvalue())


def _look(sheet: Any, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    """Headings that stay in view, a filter, and columns as wide as what stands in them."""
    letters = _letters(len(columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(rows) + 1}"
    for at, (letter, column) in enumerate(zip(letters, columns, strict=True)):
        longest = max((_width(row[at]) for row in rows), default=0)
        sheet.column_dimensions[letter].width = max(
            _NARROWEST, min(_WIDEST, max(_width(column.heading) + 3, longest)) + 2
        )


def _guide(made: Any, book: Book) -> None:
    guide = made.create_sheet(book.guide_title)
    guide.column_dimensions["A"].width = 32
    guide.column_dimensions["B"].width = 90
    for left, right in book.guide:
        guide.append([_styled(guide, left, "heading"), _styled(guide, right, "text")])


def _lists(made: Any, title: str, lists: Sequence[tuple[str, ...]]) -> None:
    sheet = made.create_sheet(title)
    sheet.sheet_state = "hidden"
    for at in range(max(map(len, lists))):
        sheet.append([_styled(sheet, each[at] if at < len(each) else None, "id") for each in lists])


def _styled(sheet: Any, value: Cell, kind: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, float) and float(f"{value:.16g}") != value:
        value = repr(value)  # the library keeps sixteen digits; as text none is lost
    if isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=_escaped(value))
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = value.startswith(_FORMULA_BEGINS)
        cell.alignment = _styles()["wrapped" if "\n" in value or kind in ("text", "info", "heading") else "top"]
    else:
        cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]
        cell.alignment = _styles()["top"]
        if isinstance(value, dt.date):
            cell.number_format = "yyyy-mm-dd"
    if kind == "heading":
        cell.font, cell.fill = _styles()["bold"], _styles()["grey"]
    return cell


@cache
def _styles() -> dict[str, Any]:
    from openpyxl.styles import Alignment, Font, PatternFill

    return {
        "top": Alignment(vertical="top"),
        "wrapped": Alignment(vertical="top", wrap_text=True),
        "bold": Font(bold=True),
        "grey": PatternFill("solid", fgColor="E8EEF4"),
    }


def _escaped(text: str) -> str:
    """As ECMA-376 (22.9.2.19, ST_Xstring) writes what XML would change."""
    if len(text) > LONGEST_TEXT:
        raise TooLongForWorkbookError(text[:40])
    return _TO_ESCAPE.sub(lambda found: "_x000D_" if found[0] == "\r" else "_x005F_", text)


def _letters(count: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(at) for at in range(1, count + 1)]


def _width(value: Cell) -> int:
    lines = str("" if value is None else value).split("\n")
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in lines)


def _without_clock(raw: bytes) -> bytes:
    """The library notes when it wrote the file; nothing here clocks itself."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in parts.infolist():
            content = parts.read(info)
            if info.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            named = zipfile.ZipInfo(info.filename, _EPOCH)
            named.compress_type = zipfile.ZIP_DEFLATED
            named.external_attr = 0o600 << 16
            made.writestr(named, content)
    return out.getvalue()
