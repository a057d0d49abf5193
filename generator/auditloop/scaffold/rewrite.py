"""Somebody's YAML made to say something else by changing as little of its text as will do: comments, order, quoting
and line ends of everything else stay.

Works on the difference between two states of plain data and knows no kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from auditloop.load import read_document
from auditloop.load.spans import Node, Pair, spans
from auditloop.scaffold.yamltext import flow

Path = tuple[str | int, ...]
Renames = Mapping[Path, str]
"""Path to a key as it is → what it is called now: the key alone changes, not its place and its comments."""


class UnknownStyleError(Exception):
    """The text is written in a way this module does not know."""


def block_entry(entry: Mapping[str, Any], indent: str) -> list[str]:
    """Plain data as lines of a block list whose dashes stand at `indent`."""
    lines = (f"{flow(key)}: {flow(value)}".rstrip() for key, value in entry.items())
    return [f"{indent}{'  ' if at else '- '}{line}" for at, line in enumerate(lines)]


def rewritten(text: str, old: Any, new: Any, renames: Renames | None = None) -> str:
    """The text of a document whose data is `old`, changed so that it reads as `new`.

    A new key stands where the order of `new` puts it. What is written in a way that cannot be changed without doubt
    raises UnknownStyleError: the result is read again and compared.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    source = text.removeprefix("\ufeff")
    work = _Rewriting(source, renames or {})
    work.value(None, spans(source), old, new, ())
    result = mark + work.result()
    document, _ = read_document(result, "rewritten.yml")
    if document is None or not document.complete or document.data != new:
        raise UnknownStyleError
    return result


class _Rewriting:
    def __init__(self, text: str, renames: Renames) -> None:
        self._text = text
        self._renames = renames
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._changes: list[tuple[int, int, str]] = []
        """Start, end and what stands there now; what is inserted at one place keeps its order."""

    def result(self) -> str:
        found, at = [], 0
        for start, end, source in sorted(self._changes, key=lambda change: change[:2]):
            if start < at:
                raise UnknownStyleError
            found += [self._text[at:start], source]
            if start == len(self._text) > 0 and self._text[-1] not in "\r\n":
                found.append(self._newline)
            at = end
        return "".join([*found, self._text[at:]])

    def value(self, pair: Pair | None, node: Node, old: Any, new: Any, path: Path) -> None:
        if _same(old, new) and not any(renamed[: len(path)] == path for renamed in self._renames):
            return
        if isinstance(old, dict) and isinstance(new, dict) and node.pairs.keys() == old.keys() and new:
            self._mapping(pair, node, old, new, path)
        elif isinstance(old, list) and isinstance(new, list) and len(node.items) == len(old) <= len(new):
            self._list(node, old, new, path)
        else:
            self._replace(pair, node, new)

    def _mapping(self, pair: Pair | None, node: Node, old: dict[str, Any], new: dict[str, Any], path: Path) -> None:
        called = {self._renames.get((*path, key), key): key for key in old}
        gone = [key for name, key in called.items() if name not in new]
        if gone and (node.is_flow or len(gone) == len(old)):
            self._replace(pair, node, new)
            return
        for key in gone:
            self._remove(node.pairs[key])
        anchor: Pair | None = None
        added: dict[str, Any] = {}
        for name, value in new.items():
            if name not in called:
                added[name] = value
                continue
            self._add(node, anchor, added)
            added = {}
            key = called[name]
            anchor = node.pairs[key]
            if name != key:
                self._changes.append((anchor.key.start, anchor.key.end, flow(name)))
            self.value(anchor, anchor.value, old[key], value, (*path, key))
        self._add(node, anchor, added)

    def _add(self, node: Node, anchor: Pair | None, added: Mapping[str, Any]) -> None:
        """New pairs behind the anchor, or before all others."""
        if not added:
            return
        sources = [f"{flow(key)}: {flow(value)}".rstrip() for key, value in added.items()]
        if node.is_flow:
            if anchor is None:
                self._insert(node.start + 1, ", ".join(sources) + (", " if node.pairs else ""))
            else:
                self._insert(anchor.value.end, "".join(f", {source}" for source in sources))
            return
        indent = " " * node.column
        if anchor is None:
            first = next(iter(node.pairs.values())).key.start
            self._insert(first, "".join(f"{source}{self._newline}{indent}" for source in sources))
        else:
            self._insert(self._line_end(anchor.value.end), "".join(f"{self._newline}{indent}{s}" for s in sources))

    def _list(self, node: Node, old: list[Any], new: list[Any], path: Path) -> None:
        for at, (item, before, after) in enumerate(zip(node.items, old, new, strict=False)):
            self.value(None, item, before, after, (*path, at))
        added = new[len(old) :]
        if not added:
            return
        if node.is_flow or not node.items:
            if not node.is_flow:
                raise UnknownStyleError
            self._into_flow(node, added)
            return
        last = node.items[-1]
        before = self._text[self._line_start(last.start) : last.start]
        dash = re.fullmatch(r"(.*)- *", before)
        if not dash:
            raise UnknownStyleError
        indent = " " * len(dash[1])
        in_block = bool(last.pairs) and not last.is_flow
        lines: list[str] = []
        for entry in added:
            if in_block and isinstance(entry, dict):
                lines += block_entry(entry, indent)
            else:
                lines.append(f"{indent}- {flow(entry)}")
        end = self._after_comments(self._line_end(last.end), len(indent))
        self._insert(end, "".join(self._newline + line for line in lines))

    def _into_flow(self, node: Node, added: list[Any]) -> None:
        """Behind the last element, on a line of its own where that one has one."""
        if not node.items:
            self._insert(node.start + 1, ", ".join(map(flow, added)))
            return
        last = node.items[-1]
        before = self._text[self._line_start(last.start) : last.start]
        gap = ", " if before.strip() else f",{self._newline}{before}"
        self._insert(last.end, "".join(gap + flow(value) for value in added))

    def _replace(self, pair: Pair | None, node: Node, new: Any) -> None:
        source = flow(new)
        is_block = bool(node.pairs or node.items) and not node.is_flow
        if is_block and (pair is None or node.column <= pair.key.column):
            if pair is None:
                raise UnknownStyleError
            self._changes.append((self._text.index(":", pair.key.end) + 1, node.end, f" {source}"))
        elif node.start == node.end:
            self._insert(node.start, source if self._text[node.start - 1 : node.start] in " \t" else f" {source}")
        else:
            self._changes.append((node.start, node.end, source))

    def _remove(self, pair: Pair) -> None:
        """The lines of a pair of a block mapping, with what is said behind it."""
        start = self._line_start(pair.key.start)
        if self._text[start : pair.key.start].strip():
            raise UnknownStyleError  # the first key of a list's element
        end = self._line_end(pair.value.end)
        if self._text.startswith(self._newline, end):
            end += len(self._newline)
        self._changes.append((start, end, ""))

    def _insert(self, at: int, source: str) -> None:
        self._changes.append((at, at, source))

    def _line_start(self, at: int) -> int:
        return max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1

    def _line_end(self, at: int) -> int:
        found = re.compile(r"\r\n|\r|\n").search(self._text, at)
        return found.start() if found else len(self._text)

    def _after_comments(self, at: int, indent: int) -> int:
        """Past what is only said, not told: lines indented deeper than the dash belong to the element above them."""
        end = at
        while at < len(self._text):
            start = at + (2 if self._text.startswith("\r\n", at) else 1)
            at = self._line_end(start)
            line = self._text[start:at]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            if line.strip():
                end = at
        return end


def _same(old: Any, new: Any) -> bool:
    """Equal, and in the same order where keys have one."""
    return bool(old == new) and type(old) is type(new)
