"""What every kind is made of: the base of all values, and text that may stand in several languages."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import msgspec

Text = str | dict[str, str]
"""A string, or a map language → string."""


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of every model value: immutable, and as strict about keys as the schema."""


class End(Value, frozen=True, kw_only=True):
    """The day on which something ended before it was done, or stopped to matter, and why."""

    date: dt.date
    reason: Text


class Localised(NamedTuple):
    """A text for one reader: `language` is the one it really stands in (None: written without a language)."""

    text: str
    language: str | None
    is_fallback: bool


def in_language(text: Text | None, lang: str) -> Localised:
    """The text for a reader of `lang`; what has no translation falls back to another language, and says so.

    A plain string counts as written for everybody. Fallback goes to the first language that is present.
    """
    if text is None:
        return Localised("", None, False)
    if isinstance(text, str):
        return Localised(text, None, False)
    if text.get(lang):
        return Localised(text[lang], lang, False)
    for other, words in text.items():
        if words:
            return Localised(words, other, True)
    return Localised("", None, False)
