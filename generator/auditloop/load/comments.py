"""Words that YAML takes for a comment although somebody meant them as text: `title: Fix what issue #12 says`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from auditloop.load.lines import lines
from auditloop.problems import MOST_IN_ONE_FILE, Place, Problem, problem
from auditloop.problems.shown import shown

_TIGHT = re.compile(rb"[ \t]#[^\s#!]")
_SWALLOWED = re.compile(r"\s*(#[^\s#!].*)")


def has_tight_comment(source: bytes) -> bool:
    """Whether a `#` stands after a space and before a word anywhere: rare, so that few files are looked at closely."""
    return _TIGHT.search(source) is not None


def swallowed(events: Iterator[Any], source: bytes, file: str) -> Iterator[Problem]:
    """A warning for every text in words (not an id, not a number) that such a comment follows at once.

    `events` are those of the scalars in `source`.
    """
    written = lines(source.decode("utf-8"))
    told = 0
    for event in events:
        if event.style or not _is_prose(event.value):
            continue
        end = event.end_mark
        found = _SWALLOWED.match(written[end.line], end.column) if end.line < len(written) else None
        if found:
            place = Place(file, end.line + 1, found.start(1) + 1)
            fixed = shown(f'"{event.value} {found[1].strip()}"', 100)
            yield problem("comment-in-text", place, found=shown(found[1].strip()), fixed=fixed)
            told += 1
            if told == MOST_IN_ONE_FILE:
                return


def _is_prose(text: str) -> bool:
    return " " in text or not text.isascii()
