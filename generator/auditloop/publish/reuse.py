"""Remembers what a finished site was made from, so that the next build converts only the pages that changed.

The memory lies in the cache folder. It is trusted only as far as it can be checked: a page is reused when the frame
(settings, navigation, engine, theme) is the same, its Markdown is the same, and the HTML in the previous site still has
the recorded hash. Anything else is built anew, so that a warm build gives the same bytes as a cold one.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from auditloop.publish.tree import replace_file


class BuiltPage(msgspec.Struct, frozen=True):
    source: str
    """Hash of the Markdown."""
    output: str
    """Hash of the HTML."""
    entries: list[dict[str, Any]]
    """What the page put into the search index."""


class Memory(msgspec.Struct, frozen=True):
    frame: str
    pages: dict[str, BuiltPage]
    """By path of the Markdown file."""


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def recall(path: Path, frame: str) -> dict[str, BuiltPage]:
    """Pages of the previous build under the same frame; empty when there is none or it cannot be read."""
    try:
        memory = msgspec.json.decode(path.read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError):
        return {}
    return memory.pages if memory.frame == frame else {}


def remember(path: Path, frame: str, pages: dict[str, BuiltPage]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, msgspec.json.encode(Memory(frame=frame, pages=dict(sorted(pages.items())))))


def forget(path: Path) -> None:
    path.unlink(missing_ok=True)
