"""An organisation's own pages: `docs/<name>.md` goes into every language, `docs/zh/` and `docs/en/` into one."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from auditloop.config import LANGUAGES

SECTION = {"zh": "更多", "en": "More"}
_HEADING = re.compile(rb"^#\s+(.+?)\s*#*\s*$", re.MULTILINE)


class HandwrittenError(ValueError):
    """A hand-written page that cannot be published; the text says which and why."""


def handwritten_pages(
    folder: Path, lang: str, *, taken: AbstractSet[str]
) -> tuple[dict[str, bytes], list[dict[str, Any]]]:
    """Files (path in the site → content) and their part of the navigation, ordered by path.

    Raises HandwrittenError where a page would take the place of a generated one.
    """
    files: dict[str, bytes] = {}
    if not folder.is_dir():
        return files, []
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if not path.is_file() or path.is_symlink() or any(part.startswith(".") for part in relative.parts):
            continue
        first = relative.parts[0] if len(relative.parts) > 1 else ""
        if first in LANGUAGES and first != lang:
            continue
        name = relative.relative_to(first).as_posix() if first == lang else relative.as_posix()
        if name in taken:
            raise HandwrittenError(
                f"docs/{relative.as_posix()}: the site has a page {name} of its own; choose another name"
            )
        files[name] = path.read_bytes()
    titles = {name: _title(content, name) for name, content in files.items() if name.endswith(".md")}
    pages = [{title: name} for name, title in titles.items()]
    return files, [{SECTION[lang]: pages}] if pages else []


def _title(content: bytes, name: str) -> str:
    found = _HEADING.search(content)
    return found[1].decode("utf-8", "replace") if found else Path(name).stem
