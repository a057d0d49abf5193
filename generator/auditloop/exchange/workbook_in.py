"""A sheet of an Excel workbook as a table of text. Nothing in it is run: formulas give the value that was saved with
them, macros and what lies in other files are refused, and sizes are looked at before anything is unpacked."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from auditloop.exchange.grid import Grid
from auditloop.problems import Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown
from auditloop.scaffold.yamltext import number

MOST_UNPACKED = 200_000_000
MOST_PARTS = 2_000
MOST_ROWS = 100_000
MOST_COLUMNS = 2_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_FORMULA = re.compile(rb"<f[ >/]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!")


def read_workbook(raw: bytes, file: str, sheet: str | None = None) -> Grid | list[Problem]:
    """The named sheet, else the first one that is not hidden."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    refused = _refused(raw, file)
    if isinstance(refused, Problem):
        return [refused]
    try:
        values = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        names = [each.title for each in values.worksheets if each.sheet_state == "visible"]
        chosen = sheet if sheet is not None else next(iter(names), None)
        if chosen not in names:
            there = ", ".join(shown(name, 30) for name in names[:20]) or "–"
            return [problem("workbook-no-sheet", Place(file), found=shown(sheet or ""), there=there)]
        formulas = None
        if refused:
            formulas = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)[chosen]
        return _grid(values[chosen], formulas, f"{file}#{chosen}")
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, EOFError) as error:
        reason = shown(f"{type(error).__name__}: {error}", 200)
        return [problem("workbook-unreadable", Place(file), reason=Bilingual(reason, reason))]


def _refused(raw: bytes, file: str) -> Problem | bool:
    """What speaks against opening it, else whether it holds formulas."""
    if raw.startswith(_OLD_OR_LOCKED):
        reason = Bilingual("是旧的 .xls 格式，或设有密码", "it is in the old .xls format, or locked by a password")
        return problem("workbook-unreadable", Place(file), reason=reason)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            infos = parts.infolist()
            unpacked = sum(info.file_size for info in infos)
            if len(infos) > MOST_PARTS or unpacked > MOST_UNPACKED:
                size, limit = f"{unpacked / 1e6:.0f} MB", f"{MOST_UNPACKED / 1e6:.0f} MB"
                return problem("workbook-too-large", Place(file), size=size, limit=limit)
            if any("vbaproject" in info.filename.lower() for info in infos):
                return problem("workbook-macros", Place(file))
            has_formulas = False
            for info in infos:
                if info.filename.endswith((".xml", ".rels")):
                    content = parts.read(info)
                    if _DOCTYPE.search(content[:4096]):
                        reason = Bilingual("含有 XML 实体声明", "it declares XML entities")
                        return problem("workbook-unreadable", Place(file), reason=reason)
                    has_formulas |= "worksheets/" in info.filename and bool(_FORMULA.search(content))
            return has_formulas
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        reason = Bilingual(f"不是 .xlsx 文件（{error}）", f"it is no .xlsx file ({error})")
        return problem("workbook-unreadable", Place(file), reason=reason)


def _grid(sheet: Any, formulas: Any, label: str) -> Grid:
    sheet.reset_dimensions()
    if formulas is not None:
        formulas.reset_dimensions()
    lines: list[int] = []
    rows: list[list[str]] = []
    problems: list[Problem] = []
    for line, (cells, written) in enumerate(_rows(sheet, formulas), start=1):
        texts = [_text(cell) for cell in cells[:MOST_COLUMNS]]
        for at, cell in enumerate(written):
            if getattr(cell, "data_type", "n") == "f":
                code = _of_formula(str(cell.value), texts[at] if at < len(texts) else "")
                if code:
                    problems.append(problem(code, Place(label, line, at + 1), found=shown(str(cell.value), 60)))
        for at, text in enumerate(texts):
            if text in _ERRORS and cells[at].data_type == "e":
                problems.append(problem("cell-error-value", Place(label, line, at + 1), found=text))
                texts[at] = ""
        if any(text.strip() for text in texts):
            lines.append(line)
            rows.append(texts)
        if len(rows) > MOST_ROWS or len(problems) > MOST_COLUMNS:
            limit = f"{MOST_ROWS}"
            problems.append(problem("workbook-too-large", Place(label, line), size=f"> {len(rows)}", limit=limit))
            break
    header = [text.strip() for text in rows[0]] if rows else []
    while header and not header[-1]:
        header.pop()
    width = len(header)
    body = [(row + [""] * width)[:width] for row in rows[1:]]
    return Grid(label, header, body, lambda row, column: Place(label, lines[row + 1], column + 1), problems)


def _rows(sheet: Any, formulas: Any) -> Iterator[tuple[Any, Any]]:
    if formulas is None:
        return ((cells, ()) for cells in sheet.iter_rows())
    return zip_longest(sheet.iter_rows(), formulas.iter_rows(), fillvalue=())


def _of_formula(formula: str, value: str) -> str | None:
    if "[" in formula and "]" in formula and "!" in formula:
        return "cell-external"
    return "cell-not-computed" if not value else None


def _text(cell: Any) -> str:
    """A cell as it would be typed: dates in ISO form, months as months, percentages with their sign."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        if "%" in (cell.number_format or ""):
            return f"{number(float(f'{value * 100:.12g}'))}%"
        return number(value) if abs(value) < 1e300 else str(value)
    if isinstance(value, dt.datetime):
        return _day(value, cell.number_format or "")
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return str(value)
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), str(value))


def _day(value: dt.datetime, shown_as: str) -> str:
    if value.time() != dt.time():
        return value.isoformat(timespec="minutes")
    plain = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", shown_as).lower()
    is_month = "y" in plain and "m" in plain and "d" not in plain and value.day == 1
    return f"{value:%Y-%m}" if is_month else f"{value:%Y-%m-%d}"
