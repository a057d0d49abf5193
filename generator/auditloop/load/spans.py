"""Where every node of a YAML text begins and ends, for changing the text and leaving the rest of it alone.

For texts that `read_document` has read whole: their depth is bounded and their keys are distinct."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from auditloop.load.yaml_events import events_of

_END = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Node:
    """Offsets into the text; of a block mapping or list `end` is where its last content ends, comments left out."""

    start: int
    end: int
    column: int
    """Of its first character, from 0."""
    is_flow: bool = False
    """Written in brackets."""
    pairs: dict[str, Pair] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    key: Node
    value: Node


def spans(text: str) -> Node:
    """The root node of the only document in the text."""
    return _Spans(text).root()


class _Spans:
    def __init__(self, text: str) -> None:
        self._text = text
        self._begins = [0, *(end.end() for end in _END.finditer(text))]
        self._next: Callable[[], Any] = events_of(text.encode("utf-8"))

    def root(self) -> Node:
        while True:
            event = self._next()
            if isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
                return self._node(event)

    def _node(self, event: Any) -> Node:
        start = self._offset(event.start_mark)
        node = Node(start, self._offset(event.end_mark), event.start_mark.column)
        if isinstance(event, MappingStartEvent):
            self._mapping(node, bool(event.flow_style))
        elif isinstance(event, SequenceStartEvent):
            self._sequence(node, bool(event.flow_style))
        elif not isinstance(event, AliasEvent) and event.style in ("|", ">"):
            node.end = start + len(self._text[start : node.end].rstrip())
        return node

    def _mapping(self, node: Node, is_flow: bool) -> None:
        node.is_flow = is_flow
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event)
            pair = Pair(key, self._node(self._next()))
            node.pairs[event.value if isinstance(event, ScalarEvent) else ""] = pair
            node.end = pair.value.end
        if is_flow:
            node.end = self._offset(event.end_mark)

    def _sequence(self, node: Node, is_flow: bool) -> None:
        node.is_flow = is_flow
        while not isinstance(event := self._next(), SequenceEndEvent):
            node.items.append(self._node(event))
            node.end = node.items[-1].end
        if is_flow:
            node.end = self._offset(event.end_mark)

    def _offset(self, mark: Any) -> int:
        return (
            min(self._begins[mark.line] + mark.column, len(self._text))
            if mark.line < len(self._begins)
            else len(self._text)
        )
