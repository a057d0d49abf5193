"""Where each record of the valid documents was written, for links to edit it. Tells nothing about what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditloop.load.document import Document, Pointer
from auditloop.resources import BUILT_IN

Record = tuple[str, str]
"""(kind of record, id): organisation, team, person, checklist, audit, finding, action, kpi, index, and observation
with the id `kpi/team/period`."""

Origin = tuple[str, int]
"""(file relative to the workspace, line from 1)"""

_LISTS = {
    "organisation": (("teams", "team"), ("people", "person")),
    "audit": (("findings", "finding"),),
    "actions": (("actions", "action"),),
}


def origins_of(documents: Iterable[Document]) -> dict[Record, Origin]:
    """Of a record written twice the first one counts. Built-in documents have no origin: nobody can edit them."""
    origins: dict[Record, Origin] = {}
    for document in documents:
        if not document.file.startswith(BUILT_IN):
            for record, pointer in _records(document):
                if record not in origins:
                    origins[record] = (document.file, document.places.key(pointer).line)
    return origins


def _records(document: Document) -> Iterator[tuple[Record, Pointer]]:
    data = document.data
    kind = data["kind"]
    if "id" in data:
        yield (kind, data["id"]), ()
    for key, record in _LISTS.get(kind, ()):
        for position, entry in enumerate(data.get(key, ())):
            yield (record, entry["id"]), (key, position)
    if kind == "observations":
        for written in data["values"]:
            kpi, period = (data["kpi"], written) if "kpi" in data else (written, data["period"])
            yield ("observation", f"{kpi}/{data['team']}/{period}"), ("values", written)
