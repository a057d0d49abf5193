"""Percentages of what is no percentage, words in place of numbers, a time of day."""

from pathlib import Path

import openpyxl


def make(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "六月 June"
    for row in (
        ["team", "kpi", "period", "value"],
        ["front-desk", "waiting-time", "2026-06", 0.051],
        ["front-desk", "waiting-time", "2026-07", "about five"],
        ["front-desk", "waiting-time", "in August", 5],
        ["front-desk", "waiting-time", 2026, True],
    ):
        sheet.append(row)
    sheet["D2"].number_format = "0.0%"
    book.save(file)
