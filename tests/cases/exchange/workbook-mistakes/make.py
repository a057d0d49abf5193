"""Formulas whose value nobody saved or that look into another file, an error, a slip, a day in place of a month."""

from pathlib import Path

import openpyxl


def make(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "六月 June"
    for row in (
        ["team", "kpi", "period", "value"],
        ["front-desk", "waiting-time", "2026-06", "=4+1"],
        ["front-desk", "waiting-time", "2026-07", "='[other.xlsx]Sheet1'!A1"],
        ["front-desk", "waiting-time", "2026-08", "#DIV/0!"],
    ):
        sheet.append(row)
    sheet["D4"].data_type = "e"
    book.save(file)
