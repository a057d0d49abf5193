"""Where each record of the valid documents was written, for links to edit it. Tells nothing about what it says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Place, Problem
from auditloop.resources import BUILT_IN

Record = tuple[str, str]
"""(kind of record, id): topic, commentary with the id `period` or `period/team`,
organisation, team, person, checklist, audit, finding, action, kpi, index, standard, plan,
goal, milestone, skill, session, risk, and observation with the id `kpi/team/period`; survey with the id
`team/period[/channel]`."""

Origin = tuple[str, int]
"""(file relative to the workspace, line from 1)"""

_LISTS = {
    "organisation": (("teams", "team"), ("people", "person")),
    "audit": (("findings", "finding"),),
    "actions": (("actions", "action"),),
    "standards": (("standards", "standard"),),
    "plan": (("goals", "goal"), ("milestones", "milestone")),
    "proposals": (("proposals", "proposal"),),
    "training": (("skills", "skill"), ("sessions", "session")),
    "risks": (("risks", "risk"),),
}


def origins_of(documents: Iterable[Document]) -> dict[Record, Origin]:
    """Of a record written twice the first one counts. Built-in documents have no origin: nobody can edit them."""
    origins: dict[Record, Origin] = {}
    for document in documents:
        if not document.file.startswith(BUILT_IN):
            for record, place in _records(document):
                if record not in origins:
                    origins[record] = (document.file, place.line)
    return origins


def _records(document: Document) -> Iterator[tuple[Record, Place]]:
    data, places = document.data, document.places
    kind = data["kind"]
    if "id" in data:
        yield (kind, data["id"]), places.key(())
    for key, record in _LISTS.get(kind, ()):
        if key in data:
            for entry, place in zip(data[key], places.inside((key,)), strict=True):
                yield (record, entry["id"]), place
    if kind == "survey":
        yield (kind, survey_id(data)), places.key(())
    if kind == "commentary":
        yield (kind, commentary_id(data)), places.key(())
    if kind == "segments":
        yield (kind, segments_id(data)), places.key(())
    if kind == "observations":
        for written, place in zip(data["values"], places.inside(("values",)), strict=True):
            kpi, period = (data["kpi"], written) if "kpi" in data else (written, data["period"])
            yield ("observation", f"{kpi}/{data['team']}/{period}"), place


def segments_id(data: Mapping[str, Any]) -> str:
    """`2026-Q3` of the organisation, `front-desk/2026-Q3` of a team."""
    return "/".join(part for part in (data.get("team"), str(Period.read(data["period"]))) if part)


def survey_id(data: Mapping[str, Any]) -> str:
    """`front-desk/2026-Q1`, or with the channel behind it."""
    parts = (data["team"], str(Period.read(data["period"])), data.get("channel"))
    return "/".join(part for part in parts if part)


def commentary_id(data: Mapping[str, Any]) -> str:
    """`2026-10`, or with the team behind it."""
    return "/".join(part for part in (str(Period.read(data["period"])), data.get("team")) if part)


def doubted(origins: Mapping[Record, Origin], problems: Iterable[Problem]) -> frozenset[Record]:
    """Records that a problem stands in: of those written in its file the last that begins before it."""
    files: dict[str, list[tuple[int, Record]]] = {}
    for record, (file, line) in origins.items():
        files.setdefault(file, []).append((line, record))
    for written in files.values():
        written.sort()
    found = set()
    for problem in problems:
        written = files.get(problem.place.file, [])
        at = bisect_right(written, problem.place.line, key=lambda entry: entry[0])
        if at:
            found.add(written[at - 1][1])
    return frozenset(found)
