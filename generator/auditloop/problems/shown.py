"""How something an author wrote is quoted in a sentence: short, on one line, and with nothing invisible in it."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_KEPT = frozenset("\u200d\ufe0f")  # what joins emoji changes nothing around it


def shown(value: object, limit: int = 60) -> str:
    """The value as text: control, direction and zero-width characters as escapes, cut after `limit` characters."""
    text = _as_written(value)
    return visible(text[:limit]) + ("…" if len(text) > limit else "")


def _as_written(value: object) -> str:
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return str(value)


def visible(text: str) -> str:
    """The text with every invisible character written as an escape; safe for a terminal."""
    if text.isprintable():
        return text
    return "".join(_escape(c) if unicodedata.category(c) in _INVISIBLE and c not in _KEPT else c for c in text)


_EXACT = 10.0**16
_WORDS: dict[object, str] = {None: "null", True: "true", False: "false"}
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
