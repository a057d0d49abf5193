"""Finding one's way in a workspace: which ids there are and which are free, and where a new file belongs.

Knows nothing of what the files say."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from auditloop.model import Finding, Text, Workspace
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import BadChoice, BadId, IdTaken, Refused, UnknownName

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 100
AUDITS = PurePosixPath("audits")
V = TypeVar("V")


def known(what: str, given: str, among: Mapping[str, V]) -> V:
    """The value with that id. Raises UnknownName with the nearest ids."""
    if given not in among:
        raise UnknownName(what, given, among)
    return among[given]


def teams(workspace: Workspace) -> dict[str, object]:
    return {team.id: team for team in workspace.organisation.teams}


def people(workspace: Workspace) -> dict[str, object]:
    return {person.id: person for person in workspace.organisation.people}


def owners(workspace: Workspace) -> dict[str, object]:
    """Whoever may have something to do: people and teams."""
    return {**teams(workspace), **people(workspace)}


def findings(workspace: Workspace) -> dict[str, Finding]:
    return {finding.id: finding for audit in workspace.audits.values() for finding in audit.findings}


def new_id(workspace: Workspace, what: str, given: str, taken: Collection[str]) -> str:
    """The id, if it may be used. Raises BadId or IdTaken."""
    if len(given) > LONGEST_ID or not SLUG.fullmatch(given):
        raise BadId(what, given)
    if given in taken:
        origin = workspace.origins.get((what, given))
        raise IdTaken(what, given, origin.file if origin else None)
    return given


def named(text: Text) -> Text:
    """The text, if it says something in every language it has."""
    words = [text] if isinstance(text, str) else list(text.values())
    if not words or not all(word.strip() for word in words):
        raise Refused(
            Bilingual("名称或标题是空的", "the name or title is empty"),
            Bilingual("请写上文字，至少一种语言。", "Give it words, in one language at least."),
        )
    return text


def one_of(option: str, given: str, allowed: Sequence[str]) -> str:
    if given not in allowed:
        raise BadChoice(option, given, allowed)
    return given


def first_free(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, else `wanted-2`, `wanted-3` …"""
    return next(i for i in itertools.chain([wanted], (f"{wanted}-{n}" for n in itertools.count(2))) if i not in taken)


def next_record_id(prefix: str, taken: Iterable[str]) -> str:
    """`A-front-desk-2026-` → `A-front-desk-2026-004`: one above the highest in use, so that no id comes back."""
    numbers = [int(i[len(prefix) :]) for i in taken if i.startswith(prefix) and i[len(prefix) :].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:03d}"


def folder(
    workspace: Workspace, what: str, default: str, belongs: Callable[[str], bool] = lambda _: True
) -> PurePosixPath:
    """Where a new file of the kind goes: with most of its like (`belongs` tells by id), else under audits/`default`."""
    beside = Counter(
        PurePosixPath(origin.file).parent
        for (kind, id_), origin in workspace.origins.items()
        if kind == what and belongs(id_)
    )
    if not beside:
        return AUDITS / default
    most = max(beside.values())
    return min(place for place, count in beside.items() if count == most)


def free_path(workspace: Workspace, place: PurePosixPath, team: str, name: str) -> PurePosixPath:
    """A file in `place` that no record lies in; its name says the team where the folders do not."""
    name = name if team in place.parts else f"{team}-{name}"
    here = {PurePosixPath(origin.file) for origin in workspace.origins.values()}
    return place / f"{first_free(name, {path.stem for path in here if path.parent == place})}.yml"


def modeline(path: PurePosixPath) -> str:
    """The first line of a file: tells editors with a YAML language server which schema describes it."""
    up = "../" * (len(path.parts) - 1)
    return f"# yaml-language-server: $schema={up}schema/auditloop.schema.json\n"
