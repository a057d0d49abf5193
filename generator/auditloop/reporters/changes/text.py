"""Changes for a terminal: a title, the sum, then one line for each change, with what explains it indented below."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes import Changes
from auditloop.model.names import Names
from auditloop.problems.shown import visible
from auditloop.render.changes import Told, tell
from auditloop.render.escape import one_line
from auditloop.render.i18n import Words

_MARKS = {"concern": "!", "improvement": "+", "neutral": "·"}


class _Terminal:
    """Only visible characters, on one line."""

    def text(self, text: str) -> str:
        return visible(one_line(text))

    code = text


def report(changes: Changes, names: Names, words: Words) -> str:
    """Safe for a terminal: whatever the data holds, only visible characters and line breaks come out."""
    return "\n".join(_lines(tell(changes, names, words, _Terminal()))) + "\n"


def _lines(told: Told) -> Iterator[str]:
    yield told.title
    yield told.sides
    yield told.lead
    yield from told.notes
    for judgement, heading, entries in told.groups:
        yield ""
        yield f"{heading} ({len(entries)})"
        for entry in entries:
            yield f"  {_MARKS[judgement]} {entry.sentence}"
            yield from (f"      {detail}" for detail in entry.details)
