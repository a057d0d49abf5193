"""YAML text → plain data and the place of every node, in one pass over PyYAML's event stream. Knows no files, no kinds.

No node tree is ever built and nothing recurses. A mistake is noted and passed over wherever the rest can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from sys import intern
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from auditloop.load.limits import Limits
from auditloop.load.places import COLUMN_BITS
from auditloop.load.reading import GiveUpError, Reading
from auditloop.load.scalars import FIRST_OF_OTHERS, NotUsableError, resolve
from auditloop.load.syntax import explain_syntax_error, too_deep_to_scan
from auditloop.load.text import CONTROL
from auditloop.problems.shown import shown, visible

try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML built without libyaml: the same events, ten times slower

    class Parser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):  # type: ignore[no-redef]
        def __init__(self, source: bytes) -> None:
            yaml.reader.Reader.__init__(self, source)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)


NextEvent = Callable[[], Any]

SHORT = 32
"""Keys, ids, dates and other short words are written again and again: each is kept once for all files."""

_ODD_KEYS = frozenset({"", "<<"})


class _Anchor(NamedTuple):
    value: Any
    at: int
    nodes: int
    """How many nodes an alias to it repeats."""


class _Frame(NamedTuple):
    """An open mapping or sequence, kept while something inside it is read."""

    into: Any
    in_mapping: bool
    at: int
    anchor: str | None
    copied_before: int


def events_of(source: bytes) -> NextEvent:
    """Gives the events of a text one by one; raises yaml.YAMLError where there are none."""
    return Parser(source).get_event


def read_yaml(source: bytes, file: str, limits: Limits) -> Reading:
    """Read UTF-8 text (without byte order mark, free of control characters)."""
    reading = Reading(file)
    root: list[Any] = []
    try:
        _read(Parser(source).get_event, reading, limits, root)
    except GiveUpError:
        reading.complete = False
    except yaml.YAMLError as error:
        if too_deep_to_scan(error):
            # libyaml looks ahead, so it may give up before the levels came by here, where they are counted.
            reading = read_yaml(_before(source, error), file, limits)
            reading.complete = False
            return reading
        reading.problems.append(explain_syntax_error(error, source, file, reading.last_event))
        reading.complete = False
    reading.data = root[0] if root else None
    reading.tell_repeated()
    return reading


def _before(source: bytes, error: yaml.MarkedYAMLError) -> bytes:
    """The text before the place where reading ended."""
    return source.decode()[: error.problem_mark.index if error.problem_mark else 0].encode()


def scalars(source: bytes) -> Iterator[Any]:
    """The events of all plain and quoted values of a text that has been read without a mistake."""
    next_event = Parser(source).get_event
    while (event := next_event()).__class__ is not StreamEndEvent:
        if event.__class__ is ScalarEvent:
            yield event


def _read(next_event: NextEvent, reading: Reading, limits: Limits, root: list[Any]) -> None:  # noqa: PLR0915
    """The pass itself. One long loop with its state in local names: it runs for every node of every file."""
    marks, aliases = reading.marks, reading.aliases
    mark = marks.append
    anchors: dict[str, _Anchor] = {}
    copied = 0
    outer: list[_Frame] = []
    into: Any = root
    in_mapping = False
    key: str | None = None
    event: Any = None
    try:
        while True:
            event = next_event()
            kind = event.__class__

            if kind is ScalarEvent:
                text = event.value
                start = event.start_mark
                if in_mapping and key is None:
                    if text in into or (text in _ODD_KEYS and not event.style):
                        _refuse_key(event, into, outer[-1].at, reading)
                        _skip_node(next_event)
                        continue
                    if event.anchor is not None or event.tag is not None:
                        _note_properties(event, text, anchors, reading)
                    mark(start.line << COLUMN_BITS | start.column)
                    key = intern(text)
                    continue
                value = intern(text) if len(text) < SHORT else text
                style = event.style
                if not style:
                    if not text or text[0] in FIRST_OF_OTHERS:
                        try:
                            value = resolve(text)
                        except NotUsableError:
                            value = None
                            reading.leave_out("not-a-number", event, found=shown(text))
                elif style == '"' and not text.isprintable():
                    _note_control_character(event, reading)
                if event.anchor is not None or event.tag is not None:
                    _note_properties(event, value, anchors, reading)
                mark(start.line << COLUMN_BITS | start.column)
                if in_mapping:
                    into[key] = value
                    key = None
                else:
                    into.append(value)

            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if in_mapping and key is None:
                    reading.leave_out("key-not-text", event)
                    _skip_rest(event, next_event)
                    _skip_node(next_event)
                    continue
                if len(outer) >= limits.depth:
                    reading.note("too-deep", event, limit=limits.depth)
                    raise GiveUpError
                if event.tag is not None:
                    _note_tag(event, reading)
                child: Any = {} if kind is MappingStartEvent else []
                if in_mapping:
                    into[key] = child
                    key = None
                else:
                    into.append(child)
                outer.append(_Frame(into, in_mapping, len(marks), event.anchor, copied))
                start = event.start_mark
                mark(start.line << COLUMN_BITS | start.column)
                mark(0)  # where the node ends: known when it does
                into, in_mapping = child, kind is MappingStartEvent

            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                frame = outer.pop()
                marks[frame.at + 1] = len(marks)
                if frame.anchor is not None:
                    nodes = len(marks) - frame.at + copied - frame.copied_before
                    anchors[frame.anchor] = _Anchor(into, frame.at, nodes)
                into, in_mapping = frame.into, frame.in_mapping

            elif kind is AliasEvent:
                anchor = anchors.get(event.anchor)
                if anchor is None:
                    reading.leave_out("unknown-alias", event, name=shown(event.anchor))
                    anchor = _Anchor(None, 0, 0)
                copied += anchor.nodes
                if copied > limits.copied_nodes:
                    reading.note("too-many-aliases", event, limit=limits.copied_nodes)
                    raise GiveUpError
                if in_mapping and key is None:
                    reading.leave_out("key-not-text", event)
                    _skip_node(next_event)
                    continue
                if isinstance(anchor.value, (dict, list)):
                    aliases[len(marks)] = anchor.at
                start = event.start_mark
                mark(start.line << COLUMN_BITS | start.column)
                if in_mapping:
                    into[key] = anchor.value
                    key = None
                else:
                    into.append(anchor.value)

            elif kind is DocumentStartEvent:
                if reading.found:
                    reading.note("several-documents", event)
                    raise GiveUpError
                reading.found = True
            elif kind is StreamEndEvent:
                return
    finally:
        reading.last_event = event
        for frame in outer:
            if not marks[frame.at + 1]:
                marks[frame.at + 1] = len(marks)


def _note_properties(event: Any, value: Any, anchors: dict[str, _Anchor], reading: Reading) -> None:
    """What stands before a scalar: a tag is a problem, an anchor is kept, an anchor with nothing after it was text."""
    _note_tag(event, reading)
    if event.anchor is not None:
        anchors[event.anchor] = _Anchor(value, len(reading.marks), 1)
        if not event.value and not event.style:
            reading.leave_out("yaml-special-start", event, character="&", fixed=shown(f'"&{event.anchor}"'))


def _note_control_character(event: Any, reading: Reading) -> None:
    """Double quotes can spell what may not stand in a file: "\\a", "\\x1b"."""
    found = CONTROL.findall(event.value)
    if found:
        reading.leave_out("control-character", event, character=visible(found[0]), count=len(found))


def _note_tag(event: Any, reading: Reading) -> None:
    if event.tag is not None:
        reading.note("tag", event, tag=shown(event.tag.replace("tag:yaml.org,2002:", "!!")))


def _refuse_key(event: Any, into: dict[str, Any], at: int, reading: Reading) -> None:
    """Note what is wrong with a key that will be passed over. Of a key written twice the first one counts."""
    key = event.value
    if key in into:
        reading.repeat(key, event, into, at)
    elif key == "<<":
        reading.leave_out("merge-key", event)
    else:
        reading.leave_out("empty-key", event)


def _skip_node(next_event: NextEvent) -> None:
    _skip_rest(next_event(), next_event)


def _skip_rest(event: Any, next_event: NextEvent) -> None:
    """Pass over all that belongs to the node which this event begins."""
    depth = 0
    while True:
        kind = event.__class__
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            depth += 1
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            depth -= 1
        if depth <= 0:
            return
        event = next_event()
