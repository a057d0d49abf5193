"""The registers of the site → one Excel workbook to read: a sheet each, days as days, numbers as numbers, headings that
stay, filter, widths, each id leading to its page. No cell is a formula. The same registers give the same bytes.

The library makes the book with everything but its rows. These are written here, because a site's registers have tens
of thousands of cells and the library takes as long for each as all of this does for thirty.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from auditloop.exchange.workbook_parts import (
    FORMULA_BEGINS,
    LONGEST_TEXT,
    escaped,
    fit,
    letters,
    rewritten,
    styles,
)
from auditloop.render.sheets import Kind, RegisterBook, Sheet, Value

_FORMATS: dict[Kind, str] = {
    "id": "@",
    "word": "@",
    "text": "@",
    "day": "yyyy-mm-dd",
    "count": "0",
    "points": "0.0",
    "change": "+0.0;-0.0;0.0",
    "share": "0.0%",
    "value": "General",
}
_HEADING, _QUOTED = "heading", "quoted"
"""Further looks; a quoted text stays text when somebody edits its cell."""
_WIDTHS = {"text": 60, "day": 12, "count": 10, "points": 10, "change": 10, "share": 10, "value": 12}
"""Of columns whose cells need not be measured, in characters."""
_MOST_LINKS = 60_000
"""Excel opens no sheet with more than 65,530."""
_DAY_0 = dt.date(1899, 12, 30).toordinal()
"""What a workbook counts days from, the nought before 1900-03-01 included."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)


def register_book(book: RegisterBook) -> bytes:
    import openpyxl

    made = openpyxl.Workbook()
    looks = _looks(made)
    rows: dict[str, bytes] = {}
    for number, sheet in enumerate(book.sheets, 1):
        _frame(made.create_sheet(sheet.title), sheet)
        rows[f"xl/worksheets/sheet{number}.xml"] = _rows_of(sheet, looks)
    last = made.create_sheet(book.about_title)
    last.column_dimensions["A"].width, last.column_dimensions["B"].width = 24, 90
    pairs: Sequence[tuple[Sequence[Value], Sequence[str]]] = [(pair, (_HEADING, "text")) for pair in book.about]
    rows[f"xl/worksheets/sheet{len(book.sheets) + 1}.xml"] = _xml(pairs, looks)
    made.remove(made.worksheets[0])
    made.active = 0
    out = io.BytesIO()
    made.save(out)

    def filled(name: str, content: bytes) -> bytes:
        return _ROWS.sub(lambda _: rows[name], content, count=1) if name in rows else content

    return rewritten(out.getvalue(), filled)


def _frame(made: Any, sheet: Sheet) -> None:
    named = letters(len(sheet.headings))
    made.freeze_panes = "B2"  # headings and the record's id stay in view
    made.auto_filter.ref = f"A1:{named[-1]}{len(sheet.rows) + 1}"
    for at, (letter, heading) in enumerate(zip(named, sheet.headings, strict=True)):
        measured = () if heading.kind in _WIDTHS else {row[at] for row in sheet.rows}
        fit(made, letter, heading.text, measured, least=_WIDTHS.get(heading.kind, 0))
    for at, address in enumerate(sheet.addresses[:_MOST_LINKS], 2):
        if address:
            made.cell(at, 1).hyperlink = address


def _looks(made: Any) -> dict[str, int]:
    """Look → its number in the book."""
    model = made.worksheets[0]
    found: dict[str, int] = {}
    for at, (look, number_format) in enumerate([*_FORMATS.items(), (_HEADING, "@"), (_QUOTED, "@")], 1):
        cell = model.cell(1, at)
        cell.number_format = number_format
        cell.alignment = styles()["wrapped" if look in ("text", _HEADING, _QUOTED) else "top"]
        if look == _HEADING:
            cell.font, cell.fill = styles()["bold"], styles()["grey"]
        cell.quotePrefix = look == _QUOTED
        found[look] = cell.style_id
    return found


def _rows_of(sheet: Sheet, looks: Mapping[str, int]) -> bytes:
    kinds = [heading.kind for heading in sheet.headings]
    head = ([heading.text for heading in sheet.headings], [_HEADING] * len(kinds))
    return _xml([head, *((row, kinds) for row in sheet.rows)], looks)


def _xml(rows: Sequence[tuple[Sequence[Value], Sequence[str]]], looks: Mapping[str, int]) -> bytes:
    """SpreadsheetML (ECMA-376, 18.3.1.80): the rows with their cells; an empty cell is none."""
    made = [f'<row r="{at}">{"".join(_cells(at, *row, looks))}</row>' for at, row in enumerate(rows, 1)]
    return f"<sheetData>{''.join(made)}</sheetData>".encode()


def _cells(at: int, values: Sequence[Value], kinds: Sequence[str], looks: Mapping[str, int]) -> Iterator[str]:
    for letter, value, kind in zip(_letters(len(values)), values, kinds, strict=True):
        if isinstance(value, str):
            look = _QUOTED if value.startswith(FORMULA_BEGINS) else kind
            words = f'<is><t xml:space="preserve">{_text(value)}</t></is>'
            yield f'<c r="{letter}{at}" s="{looks[look]}" t="inlineStr">{words}</c>'
        elif value is not None:
            number = value.toordinal() - _DAY_0 if isinstance(value, dt.date) else repr(value)
            yield f'<c r="{letter}{at}" s="{looks[kind]}"><v>{number}</v></c>'


_letters = lru_cache(letters)


@lru_cache(maxsize=1 << 16)
def _text(text: str) -> str:
    """The same words stand in thousands of rows: each is made harmless once. What Excel would refuse is cut."""
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    return escape(escaped(_NOT_XML.sub("\ufffd", text)))
