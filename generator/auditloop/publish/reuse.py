"""Remembers what the engine made of each page, so that the next build hands it only the pages that changed for it.

The engine sees a page without the HTML blocks that go round it (`chunks.py`); what it makes of that is the page's
shell. A new number in a table or another data fingerprint in the footer changes a block, not the shell.

The memory lies in the cache folder and is trusted only as far as it can be checked: a shell is reused when the frame
(settings, navigation, engine, theme) is the same, what the engine would see is the same, and the kept file still has
the recorded hash. Anything else is built anew, so that a warm build gives the same bytes as a cold one.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from auditloop.publish.tree import replace_file

_INDEX = "pages.json"
_SHELLS = "shells"


class BuiltPage(msgspec.Struct, frozen=True):
    source: str
    """Hash of what the engine was given."""
    shell: str
    """Hash of what it made of that."""
    entries: list[dict[str, Any]]
    """What the page put into the search index."""


class Memory(msgspec.Struct, frozen=True):
    frame: str
    pages: dict[str, BuiltPage]
    """By path of the Markdown file."""


def digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def recall(memory: Path, frame: str) -> dict[str, BuiltPage]:
    """Pages of the previous build under the same frame; empty when there is none or it cannot be read."""
    try:
        kept = msgspec.json.decode((memory / _INDEX).read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError):
        return {}
    return kept.pages if kept.frame == frame else {}


def recall_shell(memory: Path, name: str, page: BuiltPage) -> str | None:
    """The shell as it was kept, or None where it is gone or not what was kept."""
    try:
        content = _shell(memory, name).read_bytes()
    except OSError:
        return None
    return content.decode() if digest(content) == page.shell else None


def keep_shell(memory: Path, name: str, shell: str) -> str:
    """Keep a page's shell until `remember` says what belongs to the build. Gives its hash."""
    content = shell.encode("utf-8", "xmlcharrefreplace")
    path = _shell(memory, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, content)
    return digest(content)


def remember(memory: Path, frame: str, pages: Mapping[str, BuiltPage]) -> None:
    memory.mkdir(parents=True, exist_ok=True)
    replace_file(memory / _INDEX, msgspec.json.encode(Memory(frame=frame, pages=dict(sorted(pages.items())))))
    wanted = {_shell(memory, name) for name in pages}
    for path in (memory / _SHELLS).rglob("*.html"):
        if path not in wanted:
            path.unlink()


def _shell(memory: Path, name: str) -> Path:
    return (memory / _SHELLS / name).with_suffix(".html")
