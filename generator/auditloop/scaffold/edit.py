"""An entry added to a list in somebody's YAML by changing its text: comments, order and quoting stay as they are.

Knows where nodes stand, not what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditloop.load.document import Document
from auditloop.scaffold.yamltext import quote


class UnknownStyleError(Exception):
    """The list is written in a way this module does not know."""


Entry = Mapping[str, str]
"""Keys and their values as YAML source, in the order to be written."""


def block_entry(entry: Entry, indent: str) -> list[str]:
    """The entry as lines of a block list whose dashes stand at `indent`."""
    return [f"{indent}{'- ' if i == 0 else '  '}{quote(key)}: {value}" for i, (key, value) in enumerate(entry.items())]


def flow_entry(entry: Entry) -> str:
    return "{" + ", ".join(f"{quote(key)}: {value}" for key, value in entry.items()) + "}"


def append_entry(text: str, document: Document, key: str, entry: Entry) -> str:
    """The text with `entry` after the last element of the top-level list `key`. Raises UnknownStyleError.

    The caller reads the result again and compares: this works on text, and text can surprise.
    """
    last = len(document.data[key]) - 1
    lines = text.splitlines(keepends=True)
    start = document.places.value((key, last) if last >= 0 else (key,))
    row, column = start.line - 1, start.column - 1
    if row >= len(lines):
        raise UnknownStyleError
    if last < 0:
        return _into_empty(lines, row, column, entry)
    if dash := re.fullmatch(r"(\s*)- +", lines[row][:column]):
        return _after_block(lines, row, column, dash[1], entry)
    return _after_flow(lines, row, column, entry)


def _after_block(lines: list[str], row: int, column: int, indent: str, entry: Entry) -> str:
    """What is indented deeper than the dash belongs to the last entry; the new one follows, in the same style."""
    end = row
    for number in range(row + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= len(indent):
            break
        if line.strip():
            end = number
    newline = "\r\n" if lines[row].endswith("\r\n") else "\n"
    if not lines[end].endswith("\n"):
        lines[end] += newline
    in_flow = lines[row][column : column + 1] == "{"
    new = [f"{indent}- {flow_entry(entry)}"] if in_flow else block_entry(entry, indent)
    lines.insert(end + 1, "".join(line + newline for line in new))
    return "".join(lines)


def _after_flow(lines: list[str], row: int, column: int, entry: Entry) -> str:
    """`[{…}, {…}]`: the new entry follows the last closing brace, on a line of its own where that one has one."""
    if lines[row][column : column + 1] != "{":
        raise UnknownStyleError
    text = "".join(lines)
    begin = sum(map(len, lines[:row])) + column
    end = _closing(text, begin)
    before = lines[row][:column]
    newline = "\r\n" if lines[row].endswith("\r\n") else "\n"
    gap = f",{newline}{before}" if not before.strip() else ", "
    return text[:end] + gap + flow_entry(entry) + text[end:]


def _into_empty(lines: list[str], row: int, column: int, entry: Entry) -> str:
    if not re.match(r"\[\s*\]", lines[row][column:]):
        raise UnknownStyleError
    lines[row] = lines[row][: column + 1] + flow_entry(entry) + lines[row][column + 1 :]
    return "".join(lines)


_TOKEN = re.compile(
    r"""(?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|(?P<comment>(?<=\s)#[^\n]*)|(?P<bracket>[\[\]{}])""", re.S
)


def _closing(text: str, begin: int) -> int:
    """The position after the bracket that closes the one at `begin`."""
    depth = 0
    for token in _TOKEN.finditer(text, begin):
        if bracket := token["bracket"]:
            depth += 1 if bracket in "[{" else -1
            if depth == 0:
                return token.end()
    raise UnknownStyleError
