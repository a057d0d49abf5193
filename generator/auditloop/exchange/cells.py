"""What stands in one cell → a value, or the reason why it is none. Knows no tables."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from auditloop.exchange.fields import Field
from auditloop.exchange.grid import NUMBER
from auditloop.load import read_document
from auditloop.model import Period
from auditloop.problems import Bilingual
from auditloop.problems.shown import shown
from auditloop.validate.rules.words import listed

_DAY = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})日?(?:T00:00(?::00)?)?")
_MONTH = re.compile(r"([0-9]{4})(?:[-/.]|年)([0-9]{1,2})月?")
_YES = frozenset({"true", "yes", "y", "1", "是", "对", "✓"})
_NO = frozenset({"false", "no", "n", "0", "否", "不"})
_BETWEEN_IDS = re.compile(r"[\s,，、;；]+")
_LINES = re.compile(r"\r\n|\r|\n")


_SCORE_HINT = Bilingual(
    "写等级值，例如 3；或 yes、partial、no：以检查表的尺度为准",
    "Write a level, such as 3; or yes, partial or no: as the scale of the checklist has it",
)


class BadCell(Exception):
    """`code` and `facts` of the problem."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def value_of(field: Field, cell: str, *, is_percentage: bool = False) -> Any:
    """Plain data as it stands in YAML. Raises BadCell. The cell is not empty."""
    text = unicodedata.normalize("NFKC", cell).strip() if field.kind not in ("text", "links", "entries") else cell
    match field.kind:
        case "id":
            return text
        case "text":
            return cell
        case "number":
            return _number(text, is_percentage)
        case "whole":
            found = _number(text, False)
            if found != int(found):
                raise BadCell("import-not-whole", found=shown(text))
            return int(found)
        case "date":
            return _date(text)
        case "period":
            return _period(text)
        case "window":
            return "..".join(_period(part.strip()) for part in text.split(".."))
        case "flag":
            return _flag(text)
        case "choice":
            return _choice(field, text)
        case "ids":
            return [each for each in _BETWEEN_IDS.split(text) if each]
        case "links":
            return [line for line in _LINES.split(cell) if line.strip()]
        case "entries":
            return [_entry(line) for line in _LINES.split(cell) if line.strip()]
    assert field.kind == "score"
    if text.casefold() in ("yes", "partial", "no"):
        return text.casefold()
    if not NUMBER.fullmatch(text):
        raise BadCell("import-not-number", found=shown(text), hint=_SCORE_HINT)
    return _number(text, False)


def _number(text: str, is_percentage: bool) -> int | float:
    digits = text.replace("−", "-").replace(" ", "")
    if is_percentage and digits.endswith("%"):
        digits = digits[:-1]
    if not NUMBER.fullmatch(digits) or len(digits) > 60:
        raise BadCell("import-not-number", found=shown(text), hint=_number_hint(text))
    found = float(digits)
    if abs(found) > 1e15:
        raise BadCell("import-not-number", found=shown(text), hint=_number_hint(""))
    return int(digits) if re.fullmatch(r"[-+]?[0-9]+", digits) else found


def _number_hint(text: str) -> Bilingual:
    if "%" in text:
        return Bilingual(
            "这个指标的单位不是 %：写不带百分号的数", "The unit is not %: write the number without a percent sign"
        )
    if "," in text:
        return Bilingual(
            "不要千位分隔符，小数用点：1830 或 28.4", "No thousands separators, and a decimal point: 1830 or 28.4"
        )
    return Bilingual(
        "写一个数，例如 28.4；没有数据就空着", "Write a number, such as 28.4; leave it empty where there is none"
    )


def _date(text: str) -> str:
    found = _DAY.fullmatch(text)
    try:
        return dt.date(*(int(part) for part in found.groups())).isoformat() if found else _no_date(text)
    except ValueError:
        return _no_date(text)


def _no_date(text: str) -> str:
    raise BadCell("import-not-date", found=shown(text))


def _period(text: str) -> str:
    wanted = text
    if found := _DAY.fullmatch(text):
        wanted = f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    elif found := _MONTH.fullmatch(text):
        wanted = f"{found[1]}-{int(found[2]):02d}"
    try:
        return str(Period.parse(wanted))
    except ValueError:
        raise BadCell("import-not-period", found=shown(text)) from None


def _flag(text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise BadCell("import-not-flag", found=shown(text))
    return word in _YES


def _choice(field: Field, text: str) -> str:
    word = text.casefold()
    if word not in field.choices:
        raise BadCell("import-not-choice", found=shown(text), known=listed(field.choices, 9))
    return word


def _entry(line: str) -> Any:
    """One entry of a list, written as in the YAML file."""
    document, problems = read_document(line, "cell")
    if document is None or problems or not isinstance(document.data, dict):
        raise BadCell("import-not-entry", found=shown(line))
    return document.data


def texts(cells: Sequence[tuple[str | None, str]]) -> Any:
    """One text from its columns by language: a string, or a map. Raises BadCell where it is both."""
    given = [(language, cell) for language, cell in cells if cell.strip()]
    if any(language is None for language, _ in given):
        if len(given) > 1:
            raise BadCell("import-text-twofold")
        return given[0][1]
    return dict(given)
