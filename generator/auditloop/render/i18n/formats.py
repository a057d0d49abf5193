"""Numbers, dates and periods as a reader of one language writes them. Knows no words but those of periods.

Symbols come from Babel once per language; formatting itself is plain Python, because pages hold tens of thousands of
numbers and Babel takes longer for one than a page may for all of them.
"""

from __future__ import annotations

import datetime as dt
import math
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date

from auditloop.model.period import Period
from auditloop.render.i18n.words import Words

MINUS = "\u2212"
THIN = "\u2009"
NONE = "\u2013"
"""Stands in a cell that has no number, with a hidden word beside it where it matters."""


PLAIN = 9
"""More decimals than these nobody counts: then a small number is written as a power of ten."""
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_WIDE = Context(prec=400)
"""Room for every digit of the largest number with all its decimals; by default 1e25 has none."""


@lru_cache(maxsize=1 << 16)
def rounded(value: float, decimals: int) -> Decimal:
    """Half away from zero on the digits as written, as people and spreadsheets round: 81.25 → 81.3."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _WIDE)


def vanishes(value: float, decimals: int) -> bool:
    """Whether readers see nought: a change too small for the decimals shown is none."""
    return not rounded(value, decimals)


class Formats:
    """Formats of one language; every method gives plain text and remembers what it gave."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._locale = Locale.parse(words.lang.replace("-", "_"))
        symbols = self._locale.number_symbols
        symbols = symbols.get("latn", symbols)
        self._decimal: str = symbols["decimal"]
        self._marks = str.maketrans({",": "\0", ".": symbols["decimal"], "-": MINUS})
        self._group = symbols["group"]
        self.number = lru_cache(maxsize=65536)(self._number)
        self.signed = lru_cache(maxsize=16384)(self._signed)
        self.date = lru_cache(maxsize=8192)(self._date)
        self.period = lru_cache(maxsize=8192)(self._period)
        self.short_period = lru_cache(maxsize=8192)(self._short_period)

    def _number(self, value: float | None, decimals: int = 0) -> str:
        """Fixed decimals, grouped thousands, a real minus; minus zero is zero."""
        if value is None or not math.isfinite(value):
            return NONE
        found = rounded(value, decimals)
        if decimals > PLAIN and found:
            return self._power(found, decimals)
        text = f"{found:,.{0 if decimals > PLAIN else decimals}f}"
        if text[0] == "-" and not text.strip("-0.,"):
            text = text[1:]
        return text.translate(self._marks).replace("\0", self._group)

    def _power(self, value: Decimal, decimals: int) -> str:
        """`4.98 × 10⁻¹²`: as many figures as the decimals leave."""
        exponent = value.adjusted()
        if exponent >= -3:
            return self._number(float(value), PLAIN)
        mantissa = f"{value.scaleb(-exponent):.{max(0, decimals + exponent)}f}".translate(self._marks)
        return f"{mantissa}{THIN}×{THIN}10{str(exponent).translate(_RAISED)}"

    def _signed(self, value: float | None, decimals: int = 0) -> str:
        """With plus or minus; what rounds to zero is ±0."""
        if value is None or not math.isfinite(value):
            return NONE
        text = self._number(abs(value), decimals)
        if not text.strip("0.,"):
            return "\u00b1" + text
        return ("+" if value > 0 else MINUS) + text

    def general(self, value: float | None) -> str:
        """A number as somebody wrote it: no forced decimals, at most four, or three figures of a smaller one."""
        if value is None:
            return NONE
        small = 0 < abs(value) < 0.0001
        text = self.number(value, 2 - math.floor(math.log10(abs(value))) if small else 4)
        return text.rstrip("0").rstrip(self._decimal) if self._decimal in text and "×" not in text else text

    def percent(self, share: float | None, decimals: int = 0) -> str:
        """A share 0–1 as a percentage. Never 100 % or 0 % by rounding: 99.6 % shows as 99.6 %, not as 100 %."""
        if share is None:
            return NONE
        if decimals == 0 and (0.995 <= share < 1 or 0 < share < 0.005):
            decimals = 1
        points = min(share * 100, 99.9) if share < 1 else share * 100
        return self.number(max(points, 0.1) if share > 0 else points, decimals) + "%"

    def signed_percent(self, share: float | None, decimals: int = 0) -> str:
        return NONE if share is None else self.signed(share * 100, decimals) + "%"

    def _date(self, day: dt.date | None) -> str:
        """For sentences: `15 March 2026`, `2026年3月15日`."""
        return NONE if day is None else format_date(day, self._words.t("format.date"), locale=self._locale)

    def day(self, day: dt.date | None) -> str:
        """For tables: ISO, which sorts and aligns in every language."""
        return NONE if day is None else day.isoformat()

    def _period(self, text: str | None) -> str:
        """For sentences: `March 2026`, `2026年3月`."""
        return self._period_in(text, "period")

    def _short_period(self, text: str | None) -> str:
        """For table heads and captions: `Mar 2026`, `2026年3月`."""
        return self._period_in(text, "short_period")

    def _period_in(self, text: str | None, table: str) -> str:
        if text is None:
            return NONE
        period = Period.parse(text)
        first = period.first
        if period.kind == "half":
            return self._words.t(f"format.{table}.half_{'first' if first.month == 1 else 'second'}", year=text[:4])
        pattern = self._words.t(f"format.{table}.{period.kind}")
        if period.kind in {"month", "day"}:
            return format_date(first, pattern, locale=self._locale)
        return pattern.format(year=text[:4], quarter=(first.month + 2) // 3, week=text[6:])

    def window(self, text: str) -> str:
        """`2025-12..2026-02` → `Dec 2025 – Feb 2026`."""
        first, _, last = text.partition("..")
        return self.span(first, last or first)

    def span(self, first: str, last: str) -> str:
        if first == last:
            return self.short_period(first)
        return f"{self.short_period(first)}{THIN}{NONE}{THIN}{self.short_period(last)}"

    def bytes(self, size: int) -> str:
        if size < 1000:
            return f"{self.number(size)}{THIN}B"
        return f"{self.number(size / 1000, 1 if size < 100_000 else 0)}{THIN}kB"
