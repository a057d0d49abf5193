"""Plain data → YAML as a careful person writes it: short maps on one line, long English folded, quotes where needed.

Reads the same under YAML 1.1 and 1.2. Knows nothing of kinds.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any

WIDTH = 118
"""Columns of a line; a Chinese character takes two."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_A_STRING = re.compile(
    # what YAML 1.1 or 1.2 would read as number, boolean or null
    r"[-+]?(\d[\d_]*)?(\.\d*)?(e[-+]?\d+)?|0[xo][\da-f]+|[-+]?\.(inf|nan)|\d+(:\d\d)+.*"
    r"|~|null|true|false|yes|no|on|off",
    re.IGNORECASE,
)
_INDICATORS = tuple("?:,[]{}#&*!|>'\"%@`")


class Block(dict[str, Any]):
    """A mapping that is always written line by line; `comments` stand before the keys they are given for."""

    def __init__(self, data: Mapping[str, Any], comments: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.comments = dict(comments or {})


def dump(document: Mapping[str, Any]) -> str:
    """A whole document, without head comments."""
    return "\n".join(_mapping(Block(document), 0)) + "\n"


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _mapping(data: Mapping[str, Any], indent: int) -> list[str]:
    pad = " " * indent
    comments = data.comments if isinstance(data, Block) else {}
    lines: list[str] = []
    for key, value in data.items():
        if key in comments:
            lines.append(f"{pad}# {comments[key]}")
        lines += _entry(f"{pad}{_scalar(key)}:", value, indent)
    return lines


def _entry(head: str, value: Any, indent: int) -> list[str]:
    """`head` with its value behind it or below it."""
    short = _flow(value)
    if short is not None and width(f"{head} {short}") <= WIDTH:
        return [f"{head} {short}"]
    if isinstance(value, Mapping):
        return [head, *_mapping(value, indent + 2)]
    if isinstance(value, list):
        return [head, *_sequence(value, indent + 2)]
    if isinstance(value, str) and "\n" in value:
        pad = " " * (indent + 2)
        return [f"{head} |-", *(f"{pad}{line}".rstrip() for line in _paragraphs(value, WIDTH - 10 - indent))]
    if isinstance(value, str) and value.isascii() is False and width(value) > len(value) * 1.3:
        return [f"{head} {_scalar(value)}"]  # folding would put spaces between Chinese characters
    room = max(WIDTH - 10 - indent, 60)
    folded = textwrap.wrap(str(value), room, break_long_words=False, break_on_hyphens=False)
    return [f"{head} >-", *(" " * (indent + 2) + line for line in folded)]


def _paragraphs(text: str, room: int) -> list[str]:
    """Lines of Markdown: English is wrapped, and continues a list's item below its text; Chinese has no spaces to."""
    lines: list[str] = []
    for line in text.split("\n"):
        mark = re.match(r"(?:- |\d+\. )?", line)
        hang = " " * len(mark[0]) if mark else ""
        whole = width(line) > len(line) * 1.3 or not line
        lines += [line] if whole else textwrap.wrap(line, room, subsequent_indent=hang, break_on_hyphens=False)
    return lines


def _sequence(items: list[Any], indent: int) -> list[str]:
    pad = " " * indent
    lines: list[str] = []
    for item in items:
        short = _flow(item)
        if short is not None and width(f"{pad}- {short}") <= WIDTH:
            lines.append(f"{pad}- {short}")
        elif isinstance(item, Mapping):
            first, *rest = _mapping(item, indent + 2)
            lines += [f"{pad}- {first.lstrip()}", *rest]
        else:
            lines += _entry(f"{pad}-", item, indent)
    return lines


def _flow(value: Any) -> str | None:
    """The value on one line; None where it must not be."""
    if isinstance(value, Block) or (isinstance(value, str) and "\n" in value):
        return None
    if isinstance(value, Mapping):
        parts = []
        for key, inner in value.items():
            text = _flow_inner(inner)
            if text is None:
                return None
            parts.append(f"{_scalar(key, flow=True)}: {text}")
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        texts = [_flow_inner(inner) for inner in value]
        return None if any(text is None for text in texts) else "[" + ", ".join(filter(None, texts)) + "]"
    return _scalar(value)


def _flow_inner(value: Any) -> str | None:
    if isinstance(value, str) and "\n" in value:
        return None
    return _flow(value) if isinstance(value, Mapping | list) else _scalar(value, flow=True)


def _scalar(value: Any, *, flow: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    return _quoted(text) if _needs_quotes(text, flow) else text


def _needs_quotes(text: str, flow: bool) -> bool:
    return (
        not text
        or text != text.strip()
        or text.startswith(_INDICATORS)
        or (text.startswith(("- ", "-", "=", "<")) and not re.match(r"-\d+(\.\d+)?%", text))
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or (flow and any(c in text for c in ",[]{}?"))
        or (bool(_NOT_A_STRING.fullmatch(text)) and not _DATE.fullmatch(text))
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
