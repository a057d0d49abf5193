"""A month as a day of the calendar, blank rows, numbers as text, a second sheet."""

import datetime as dt
from pathlib import Path

import openpyxl


def make(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "六月 June"
    for row in (
        ["团队", "指标", "期间", "数值", "样本量或分子"],
        [],
        ["前台", "平均等候时间", dt.datetime(2026, 6, 1), "5.1 ", 398],
        ["Housekeeping", "waiting-time", "2026-05", 7, None],
        [None, None, None, None, None],
    ):
        sheet.append(row)
    sheet["C3"].number_format = "mmm-yy"
    book.create_sheet("other").append(["nothing"])
    book.save(file)
