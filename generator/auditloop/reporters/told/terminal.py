"""For a terminal: a title, the sum, then one line for each entry, with what explains it indented below."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.problems.shown import visible
from auditloop.render.escape import one_line
from auditloop.render.told import Told

_MARKS = {"concern": "!", "improvement": "+", "failed": "x", "warned": "!", "passed": "+"}
_NO_MARK = "·"
_COUNTED = ("passed",)
"""Groups of which a terminal shows the number alone: what is in order hides what is not."""


class Terminal:
    """Only visible characters, on one line."""

    def text(self, text: str) -> str:
        return visible(one_line(text))

    code = text


def laid_out_as_text(told: Told) -> str:
    """Ends with a line break."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Told) -> Iterator[str]:
    yield told.title
    yield told.sides
    yield told.lead
    yield from told.notes
    for key, heading, entries in told.groups:
        yield ""
        yield f"{heading} ({len(entries)})"
        for entry in entries if key not in _COUNTED else ():
            yield f"  {_MARKS.get(key, _NO_MARK)} {entry.sentence}"
            yield from (f"      {detail}" for detail in entry.details)
