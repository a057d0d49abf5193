"""Rows → an Excel workbook that is pleasant to fill in: headings that stay, filter, widths, lists to choose from, real
numbers and days, and no cell that is a formula. The same rows give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from auditloop.exchange.workbook_parts import FORMULA_BEGINS, Cell, escaped, fit, letters, styles, without_clock

_ROWS_TO_FILL = 1_000
_TYPED_AS_TEXT = ("period", "window", "id", "ids", "text", "links", "entries")


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
    """Raises workbook_parts.TooLongForWorkbookError."""
    import openpyxl
    from openpyxl.worksheet.datavalidation import DataValidation

    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = book.title
    _look(sheet, book.columns, book.rows)
    last = max(len(book.rows) + 1, _ROWS_TO_FILL)
    lists: dict[tuple[str, ...], str] = {}
    for letter, column in zip(letters(len(book.columns)), book.columns, strict=True):
        choices = tuple(column.choices)
        if choices:
            source = lists.setdefault(choices, letters(len(lists) + 1)[-1])
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
    return without_clock(out.getvalue())


def _look(sheet: Any, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
    """Headings that stay in view, a filter, and columns as wide as what stands in them."""
    named = letters(len(columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{named[-1]}{len(rows) + 1}"
    for at, (letter, column) in enumerate(zip(named, columns, strict=True)):
        fit(sheet, letter, column.heading, (row[at] for row in rows))


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
        cell = WriteOnlyCell(sheet, value=escaped(value))
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = value.startswith(FORMULA_BEGINS)
        cell.alignment = styles()["wrapped" if "\n" in value or kind in ("text", "info", "heading") else "top"]
    else:
        cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]
        cell.alignment = styles()["top"]
        if isinstance(value, dt.date):
            cell.number_format = "yyyy-mm-dd"
    if kind == "heading":
        cell.font, cell.fill = styles()["bold"], styles()["grey"]
    return cell
