"""Units behind numbers, as a reader of one language writes them."""

from __future__ import annotations

from auditloop.render.i18n.formats import NONE
from auditloop.render.i18n.words import Words

TIGHT = "%\u2030\u00b0"
"""Units that follow their number without a gap."""


def unit_word(words: Words, unit: str) -> str:
    """Common units have words of the language (`min` → 分钟); others stand as written."""
    key = f"unit.{unit}"
    return words.t(key) if words.has(key) else unit


def with_unit(words: Words, number: str, unit: str) -> str:
    """`28.4 min`, `83 %`: in a sentence, where no table head says the unit."""
    word = unit_word(words, unit)
    if not word or number == NONE:
        return number
    return f"{number}{word}" if word[0] in TIGHT or not word[0].isascii() else f"{number}\u00a0{word}"


def with_unit_of_change(words: Words, number: str, unit: str) -> str:
    """A signed difference; of percentages in percentage points."""
    word = words.t("unit.percentage_points") if unit == "%" else unit_word(words, unit)
    return f"{number}{word}" if word and not word[0].isascii() else f"{number}\u00a0{word}".rstrip("\u00a0")
