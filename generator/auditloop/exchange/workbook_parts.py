"""What every workbook is made of: looks, columns that fit, text that no spreadsheet computes, bytes without a clock."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from unicodedata import east_asian_width

Cell = str | int | float | bool | dt.date | None
LONGEST_TEXT = 32_767
"""Characters that Excel keeps in a cell."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDEST, _NARROWEST = 60, 8
FORMULA_BEGINS = tuple("=+-@'\t\r\uff1d\uff0b\uff0d\uff20")
_TO_ESCAPE = re.compile(r"\r|_(?=x[0-9A-Fa-f]{4}_)")


class TooLongForWorkbookError(ValueError):
    """A text that Excel would cut; the message is its beginning."""


def fit(sheet: Any, at: str, heading: str, cells: Iterable[Cell], least: int = 0) -> None:
    """A column as wide as what stands in it, and its heading beside the button of the filter."""
    longest = max(map(width, cells), default=least)
    sheet.column_dimensions[at].width = max(_NARROWEST, min(_WIDEST, max(width(heading) + 3, longest)) + 2)


@cache
def styles() -> dict[str, Any]:
    from openpyxl.styles import Alignment, Font, PatternFill

    return {
        "top": Alignment(vertical="top"),
        "wrapped": Alignment(vertical="top", wrap_text=True),
        "bold": Font(bold=True),
        "grey": PatternFill("solid", fgColor="E8EEF4"),
    }


def escaped(text: str) -> str:
    """As ECMA-376 (22.9.2.19, ST_Xstring) writes what XML would change."""
    if len(text) > LONGEST_TEXT:
        raise TooLongForWorkbookError(text[:40])
    return _TO_ESCAPE.sub(lambda found: "_x000D_" if found[0] == "\r" else "_x005F_", text)


def letters(count: int) -> list[str]:
    from openpyxl.utils import get_column_letter

    return [get_column_letter(at) for at in range(1, count + 1)]


def width(value: Cell) -> int:
    lines = str("" if value is None else value).split("\n")
    return max(sum(2 if east_asian_width(char) in "WF" else 1 for char in line) for line in lines)


def without_clock(raw: bytes) -> bytes:
    return rewritten(raw, lambda _, content: content)


def rewritten(raw: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Each part of the book as `change` (name, content) gives it. The library notes when it wrote the file; nothing
    here clocks itself."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in parts.infolist():
            content = change(info.filename, parts.read(info))
            if info.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", content)
            named = zipfile.ZipInfo(info.filename, _EPOCH)
            named.compress_type = zipfile.ZIP_DEFLATED
            named.external_attr = 0o600 << 16
            made.writestr(named, content)
    return out.getvalue()
