"""A new team. Teams live in the organisation's file, so its text is changed, checked, and only then offered.

Knows nothing of what teams are measured by."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from auditloop.load.read import read_document
from auditloop.model import Text, Workspace
from auditloop.scaffold.edit import UnknownStyleError, append_entry, block_entry
from auditloop.scaffold.errors import PasteNeeded
from auditloop.scaffold.files import ChangedFile, read_source
from auditloop.scaffold.lookup import known, named, new_id, teams
from auditloop.scaffold.yamltext import flow_text, quote


def new_team(root: Path, workspace: Workspace, *, id: str, name: Text, site: str | None = None) -> ChangedFile:
    """The organisation's file with the team after the last one. Raises BadId, IdTaken, UnknownName or PasteNeeded."""
    new_id(workspace, "team", id, teams(workspace))
    organisation = workspace.organisation
    if site is not None:
        known("site", site, {s.id: s for s in organisation.sites})
    file = workspace.origins[("organisation", organisation.id)].file
    entry = {"id": quote(id), "name": flow_text(named(name))} | ({"site": quote(site)} if site else {})
    before = read_source(root / file)
    after = with_team(before, file, entry)
    if after is None:
        raise PasteNeeded(file, "teams", "\n".join(block_entry(entry, "  ")))
    return ChangedFile(PurePosixPath(file), before, after)


def with_team(before: str, file: str, entry: dict[str, str]) -> str | None:
    """The text with the entry, if it then says exactly what it said before and the new team; else None."""
    document, _ = read_document(before.encode(), file)
    wanted, _ = read_document("".join(f"{key}: {value}\n" for key, value in entry.items()).encode(), file)
    if document is None or wanted is None:
        return None
    try:
        after = append_entry(before, document, "teams", entry)
    except UnknownStyleError:
        return None
    result, problems = read_document(after.encode(), file)
    expected = {**document.data, "teams": [*document.data["teams"], wanted.data]}
    if result is None or problems or result.data != expected:
        return None
    return after
