"""What a version or an alias may be called: it becomes a folder, part of every address, and a line in the selector."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditloop.publish.versions.refused import Refused

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?")
_TAKEN = frozenset({"versions.json", "index.html"})


def check_names(version: str, aliases: Sequence[str]) -> None:
    """Raises Refused for a name that is no good address, or an alias that is the version itself."""
    for name in (version, *aliases):
        if not _NAME.fullmatch(name) or ".." in name or name.lower() in _TAKEN:
            raise Refused("version-name", usage=True, name=name)
    if version in aliases:
        raise Refused("version-alias-same", usage=True, name=version)
