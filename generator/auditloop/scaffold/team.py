"""A new team. Teams live in the organisation's file, so its text is changed, checked, and only then offered.

Knows nothing of what teams are measured by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from auditloop.load.read import read_document
from auditloop.model import Text, Workspace
from auditloop.scaffold.errors import PasteNeeded
from auditloop.scaffold.files import ChangedFile, read_source
from auditloop.scaffold.lookup import known, named, new_id, teams
from auditloop.scaffold.rewrite import UnknownStyleError, block_entry, rewritten


def new_team(root: Path, workspace: Workspace, *, id: str, name: Text, site: str | None = None) -> ChangedFile:
    """The organisation's file with the team after the last one. Raises BadId, IdTaken, UnknownName or PasteNeeded."""
    new_id(workspace, "team", id, teams(workspace))
    organisation = workspace.organisation
    if site is not None:
        known("site", site, {s.id: s for s in organisation.sites})
    file = workspace.origins[("organisation", organisation.id)].file
    entry = {"id": id, "name": named(name)} | ({"site": site} if site else {})
    before = read_source(root / file)
    after = with_team(before, file, entry)
    if after is None:
        raise PasteNeeded(file, "teams", "\n".join(block_entry(entry, "  ")))
    return ChangedFile(PurePosixPath(file), before, after)


def with_team(before: str, file: str, entry: Mapping[str, Any]) -> str | None:
    """The text with the entry, if it then says exactly what it said before and the new team; else None."""
    document, problems = read_document(before.encode(), file)
    if document is None or problems:
        return None
    try:
        return rewritten(before, document.data, {**document.data, "teams": [*document.data["teams"], entry]})
    except UnknownStyleError:
        return None
