r"""Where the lines of a text begin: one notion of a line, for reading and for telling places.

A line ends at ``\n``, ``\r\n`` or ``\r`` and at nothing else: so count editors (Language Server Protocol, "Text
Documents") and the readers of YAML and CSV. A form feed, U+0085, U+2028 and their like stay inside a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class Spot(NamedTuple):
    """Both from 1; a column is a character."""

    line: int
    column: int


def lines(text: str) -> list[str]:
    """Without what ends them; a text that ends with a line's end has an empty last line."""
    return _END.split(text)


def lines_with_ends(text: str) -> Iterator[str]:
    """One after the other, as they are asked for; a text that ends with a line's end has no empty last line."""
    return (line[0] for line in _LINE.finditer(text))


def first_line(text: str) -> str:
    end = _END.search(text)
    return text[: end.start()] if end else text


def spot(text: str, at: int) -> Spot:
    """Of the character at an offset. What ends a line belongs to it."""
    line, start = 1, 0
    for end in _END.finditer(text):
        if end.end() > at:
            break
        line, start = line + 1, end.end()
    return Spot(line, at - start + 1)
