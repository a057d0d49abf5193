"""Words as YAML source: quoting that YAML 1.1 and 1.2 readers agree on, comments that cannot break out.

Knows no kinds and no files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from auditloop.load.text import CONTROL
from auditloop.model import Text
from auditloop.scaffold.errors import NotText

_LETTERS = r"A-Za-z\u4e00-\u9fff"
_MARKS = r")%，。、；：？！（）《》“”‘’—…"
_PLAIN = re.compile(  # a leading digit or sign might be read as a number or a date
    rf"[{_LETTERS}](?:[{_LETTERS}0-9 \-_./(+·{_MARKS}]*[{_LETTERS}0-9{_MARKS}])?"
)
"""What needs no quotes, inside brackets or out. Narrow on purpose: quotes too many harm nobody."""

_DATED = re.compile(r"[0-9]{4}-(?:[0-9]{2}(?:-[0-9]{2})?|H[12]|Q[1-4]|W[0-9]{2})")
"""A day or a period other than a bare year: text to every reader of ours."""

_OURS = frozenset({"yes", "no", "n"})
"""Answers and a key: text to us (YAML 1.2) and to the author; quoting them would only look odd."""

_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that one YAML version or the other takes for a truth value or for nothing."""

_KEPT = frozenset(" \u3000\u200d")
"""Spaces of Latin and Chinese text, and what joins emoji: shown as themselves although invisible."""

_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quote(text: str) -> str:
    """The text as one YAML scalar on one line. Raises NotText for characters that no file of a workspace may hold."""
    if CONTROL.search(text):
        raise NotText()
    if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    return '"' + "".join(_NAMED_ESCAPES.get(c) or (c if _shows(c) else _escape(c)) for c in text) + '"'


def flow_text(text: Text) -> str:
    """A Text on one line: a scalar, or `{zh: …, en: …}`."""
    if isinstance(text, str):
        return quote(text)
    return "{" + ", ".join(f"{quote(language)}: {quote(words)}" for language, words in text.items()) + "}"


def flow(value: Any) -> str:
    """Plain data as YAML source on one line; dates, periods, `yes`, `no` and `n` stand bare, as people write them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return value if value in _OURS or _DATED.fullmatch(value) else quote(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{flow(key)}: {flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def number(value: float) -> str:
    """A number as people type it: whole ones without a point."""
    return str(int(value)) if value == int(value) else repr(value)


def comment(text: str) -> str:
    """Text fit to follow `# `: one line, and no character that a YAML reader refuses."""
    return "".join(c if _shows(c) else "\ufffd" for c in " ".join(text.split()))


def bilingual(text: Text) -> str:
    """A Text for a comment that speaks to everybody: what it says in each language, once."""
    if isinstance(text, str):
        return comment(text)
    return " / ".join(dict.fromkeys(comment(words) for words in text.values() if words))


def _shows(char: str) -> bool:
    """Whether the character can stand in YAML source as itself and be seen there."""
    return char in _KEPT or unicodedata.category(char)[0] not in "CZ"


def _escape(char: str) -> str:
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
