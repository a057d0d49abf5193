"""What an unquoted scalar means, by the YAML 1.2 core schema and nothing else: `no`, `12:30` and dates stay text."""

from __future__ import annotations

import re
from functools import lru_cache

Scalar = str | int | float | bool | None

FIRST_OF_OTHERS = frozenset("0123456789+-.~nNtTfF")
"""An unquoted scalar that begins with anything else is text."""

LARGEST = 10**18
"""Whole numbers from here on are no measurements; as text they belong in quotes."""

_CONSTANTS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_LONGEST = 400


class NotUsableError(ValueError):
    """A number that is none for us: infinite, undefined or beyond every measure."""


@lru_cache(maxsize=4096)
def resolve(text: str) -> Scalar:
    """The value of an unquoted scalar. Raises NotUsableError."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _DECIMAL.fullmatch(text):
        return _whole(text, 10)
    if _FLOAT.fullmatch(text):
        number = float(text) if len(text) <= _LONGEST else float("inf")
        if number in (float("inf"), float("-inf")):
            raise NotUsableError(text)
        return number
    if _OTHER_BASE.fullmatch(text):
        return _whole(text[2:], 8 if text[1] == "o" else 16)
    if _NO_NUMBER.fullmatch(text):
        raise NotUsableError(text)
    return text


def _whole(digits: str, base: int) -> int:
    number = int(digits, base) if len(digits) <= _LONGEST else LARGEST
    if abs(number) >= LARGEST:
        raise NotUsableError(digits)
    return number
