"""What is wrong with a time in a table, and what was meant: mostly a spreadsheet has rewritten it."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from auditloop.problems import Bilingual
from auditloop.problems.shown import shown
from auditloop.tickets.times import FIRST_YEAR, LAST_YEAR

_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?")
"""Days since 1899-12-30, as spreadsheets count them: 36526 is the year 2000."""
_SPREADSHEET = dt.datetime(1899, 12, 30)
_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?:[-/.]|年)(?P<month>[0-9]{1,2})(?:[-/.]|月)(?P<day>[0-9]{1,2})日?"
    r"(?:[T\s]+(?P<hour>[0-9]{1,2})(?:[:：]|时)(?P<minute>[0-9]{1,2})分?(?:[:：]?(?P<second>[0-9]{1,2})(?:\.[0-9]+)?秒?)?)?"
)
_YEAR_LAST = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4}(?:[T\s]+[0-9]{1,2}:[0-9]{2}.*)?")


class Slip(NamedTuple):
    code: str
    facts: dict[str, object]
    meant: str | None = None
    is_certain: bool = False
    """Only one time can be meant, so it is used."""


def explain_time(text: str) -> Slip:
    found = shown(text, 40)
    written = _YEAR_FIRST.fullmatch(text)
    if written:
        if written["hour"] is None:
            return Slip("cell-without-time", {"found": found})
        meant = _moment(written)
        if meant:
            return Slip("cell-rewritten-time", {"found": found, "meant": meant}, meant, True)
    elif _SERIAL.fullmatch(text):
        moment = _SPREADSHEET + dt.timedelta(minutes=round(float(text) * 24 * 60))
        meant = moment.strftime("%Y-%m-%dT%H:%M")
        return Slip("cell-serial-time", {"found": found, "meant": meant}, meant)
    elif _YEAR_LAST.fullmatch(text):
        return Slip("cell-ambiguous-time", {"found": found})
    hint = (
        Bilingual(
            "列太窄时 Excel 会显示成 ####，不要把它存成文字。",
            " A column too narrow shows #### in Excel; do not save that as text.",
        )
        if text.startswith("##")
        else Bilingual("", "")
    )
    return Slip("cell-not-time", {"found": found, "hint": hint})


def _moment(written: re.Match[str]) -> str | None:
    """As it is written here; None where there is no such day or hour, or no ticket can be of that year."""
    parts = [int(written[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")]
    try:
        moment = dt.datetime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%S" if moment.second else "%Y-%m-%dT%H:%M")
