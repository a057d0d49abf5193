"""One visible sheet and a hidden one."""

from pathlib import Path

import openpyxl


def make(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "六月 June"
    book.create_sheet("July").sheet_state = "hidden"
    book.save(file)
