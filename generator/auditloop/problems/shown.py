"""How something an author wrote is quoted in a sentence: short, on one line, and with nothing invisible in it."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_KEPT = frozenset("\u200d\ufe0f")  # what joins emoji changes nothing around it


def shown(value: object, limit: int = 60) -> str:
    """The value as text: control, direction and zero-width characters as escapes, cut after `limit` characters."""
    text = _WORDS.get(value) if value is None or isinstance(value, bool) else None
    text = str(value) if text is None else text
    cut = len(text) > limit
    return visible(text[:limit]) + ("…" if cut else "")


def visible(text: str) -> str:
    """The text with every invisible character written as an escape; safe for a terminal."""
    if text.isprintable():
        return text
    return "".join(_escape(c) if unicodedata.category(c) in _INVISIBLE and c not in _KEPT else c for c in text)


_WORDS: dict[object, str] = {None: "null", True: "true", False: "false"}
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
