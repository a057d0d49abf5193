"""Takes the raw HTML blocks out of a generated page before Markdown sees them, and puts them back afterwards.

Generated pages are whole Markdown that any engine can build. They keep one rule that makes this cheap: a chunk (text
between blank lines) that begins with `<` is balanced HTML. Converting, indexing and templating such a block changes
nothing, so our own build hands only the prose to Markdown and spares the rest (tables, charts) the trip.
"""

from __future__ import annotations

import re
from typing import NamedTuple

NOT_SEARCHED = "<div data-search-exclude"
_AS_WRITTEN = re.compile(r"<(?:pre|textarea)\b")
_BREAK = re.compile(r"\s*\n\s*")
_MARK = re.compile(r"<!--al:(\d+)-->")


class Parted(NamedTuple):
    markdown: str
    """The page with a comment in place of each HTML block."""
    blocks: tuple[str, ...]


def part(markdown: str) -> Parted:
    """Split a generated page into prose and blocks."""
    blocks: list[str] = []
    kept: list[str] = []
    for chunk in markdown.split("\n\n"):
        if chunk.lstrip("\n").startswith("<"):
            kept.append(f"<!--al:{len(blocks)}-->")
            blocks.append(chunk.strip("\n"))
        else:
            kept.append(chunk)
    return Parted("\n\n".join(kept), tuple(blocks))


def seen(parted: Parted) -> str:
    """All of a page that the engine gets to see: equal where only blocks that it never sees differ."""
    return "\0".join((parted.markdown, *(block for block in parted.blocks if not block.startswith(NOT_SEARCHED))))


def put_back(html: str, blocks: tuple[str, ...], *, searched: bool) -> str:
    """Put back the blocks that belong in the search index (`searched`), or those that do not."""

    def block(found: re.Match[str]) -> str:
        number = int(found[1])
        if number >= len(blocks) or blocks[number].startswith(NOT_SEARCHED) == searched:
            return found[0]
        return blocks[number]

    return _MARK.sub(block, html)


def tightened(html: str) -> str:
    """Without the indentation and the empty lines that a theme's templates leave: a quarter of what surrounds a page.

    Between any two things where a line ended one still ends, so that nothing that stood apart comes together.
    """
    return html if _AS_WRITTEN.search(html) else _BREAK.sub("\n", html)
