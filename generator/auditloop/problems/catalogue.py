"""Every code a problem can have: how bad it is, and its sentences in both languages. One entry, one idea."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    severity: str
    message_zh: str
    message_en: str
    hint_zh: str
    hint_en: str


CODES: dict[str, Entry] = {}
