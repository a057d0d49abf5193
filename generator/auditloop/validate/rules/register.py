"""Which ids a workspace defines, and where: built once, asked by every rule. Knows no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import Place
from auditloop.resources import BUILT_IN
from auditloop.validate.rules.questions import Questions, newest
from auditloop.validate.tables.answered import Answered
from auditloop.validate.tables.source import Source

_RECORDS = {
    "organisation": {
        "sites": "site",
        "teams": "team",
        "channels": "channel",
        "people": "person",
        "categories": "category",
        "survey_dimensions": "dimension-of-surveys",
    },
    "audit": {"findings": "finding"},
    "actions": {"actions": "action"},
    "standards": {"standards": "standard"},
    "plan": {"goals": "goal", "milestones": "milestone"},
    "proposals": {"proposals": "proposal"},
    "training": {"skills": "skill", "sessions": "session"},
    "risks": {"risks": "risk"},
}
"""Kind of document → list in it → kind of the records in that list."""

_SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_RECORD_ID = re.compile("[A-Z]+(?:-[A-Za-z0-9]+)+")

_NUMBERED = frozenset({"finding", "action", "session", "proposal", "risk"})
"""Kinds of records that have a number instead of a slug."""
_OF_ORGANISATION = frozenset(_RECORDS["organisation"].values())
_WITH_ID = ("organisation", "checklist", "audit", "kpi", "index", "plan", "journey", "case", "topic")
_KINDS = frozenset(
    {
        *(*_WITH_ID, "actions", "observations", "standards", "tickets", "survey", "commentary", "policy"),
        *("training", "proposals", "risks", "segments"),
    }
)

Pointer = tuple[str | int, ...]


class Where(NamedTuple):
    """A node of a document; its line and column are looked up only when asked for."""

    document: Document
    pointer: Pointer

    def place(self) -> Place:
        return self.document.places.value(self.pointer)


class Repeated(NamedTuple):
    """An id that was defined before."""

    kind: str
    id: str
    first: Where
    again: Where


class Register:
    """All documents of a run, and every id in them.

    Documents that were rejected count for what they define, so that one broken file does not make each reference to
    it look wrong as well.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        rejected: Sequence[Document],
        sources: Sequence[Source] = (),
        answered: Sequence[Answered] = (),
    ) -> None:
        self.rejected = rejected
        self.sources = sources
        self.answered = {each.document.file: each for each in answered}
        """File of a survey → the answers of its respondents."""
        self.repeated: list[Repeated] = []
        self._valid: dict[str, list[Document]] = {}
        self._ids: dict[str, dict[str, Where]] = {}
        self._in_order: dict[str, list[str]] = {}
        self._records: dict[tuple[str, str], Mapping[str, Any]] = {}
        self._editions: dict[str, dict[str, Questions]] = {}
        self._uncertain = frozenset(kind for document in rejected for kind in _may_hide(document))
        self.documents = [document for document in documents if not is_built_in(document)]
        """The valid ones of all kinds, without built-in ones."""
        for document in self.documents:
            self._valid.setdefault(document.data["kind"], []).append(document)
            self._enter(document, valid=True)
        for document in rejected:
            self._enter(document, valid=False)
        for document in documents:
            # A checklist of the workspace takes the place of the built-in one with its id, all editions of it.
            if is_built_in(document) and not self.knows("checklist", document.data["id"]):
                self._enter(document, valid=True)

    def has_all_tickets(self, team: str | None = None) -> bool:
        """Whether every log of a team, or of all teams, was read whole, so that what it does not hold is not there."""
        read = {source.document.file for source in self.sources if source.is_whole}
        return not any(
            document.file not in read and team in (None, document.data["team"]) for document in self.of_kind("tickets")
        ) and not any(_is_of_kind(document, "tickets") for document in self.rejected)

    def of_kind(self, kind: str) -> Sequence[Document]:
        """The valid documents of a kind, without built-in ones."""
        return self._valid.get(kind, ())

    def knows(self, kind: str, id: str) -> bool:
        return id in self._ids.get(kind, ())

    def may_lack(self, kind: str) -> bool:
        """Whether ids of that kind may be defined where nobody can see it, so that none can be called unknown.

        A file may not have been read to its end; and without an organisation file each of its ids would be missing.
        """
        return kind in self._uncertain or (kind in _OF_ORGANISATION and not self._ids.get("organisation"))

    def ids(self, kind: str) -> Sequence[str]:
        """Every id of a kind, in order."""
        if kind not in self._in_order:
            self._in_order[kind] = sorted(self._ids.get(kind, ()))
        return self._in_order[kind]

    def where(self, kind: str, id: str) -> Where:
        """Where an id that is known was first defined."""
        return self._ids[kind][id]

    def valid(self, kind: str, id: str) -> Mapping[str, Any] | None:
        """The document or record with that id; None for an unknown one and for one in a rejected document.

        A finding has the key `audit` beside its own: the id of the audit it stands in.
        """
        return self._records.get((kind, id))

    def questions(self, checklist: str, edition: str | None) -> Questions | None:
        """The edition of a checklist that an audit names; without a name, the newest."""
        editions = self._editions.get(checklist)
        if not editions:
            return None
        return newest(editions.values()) if edition is None else editions.get(edition)

    @cached_property
    def parts_of_checklists(self) -> frozenset[str]:
        """Ids of the items and sections of every checklist, in all editions at hand."""
        return frozenset(
            id for editions in self._editions.values() for edition in editions.values() for id in edition.parts()
        )

    def editions(self, checklist: str) -> list[str]:
        return sorted(self._editions.get(checklist, ()))

    def _enter(self, document: Document, *, valid: bool) -> None:
        data = document.data
        for kind, id, record, pointer in _defined(data):
            here = Where(document, pointer)
            first = self._ids.setdefault(kind, {}).setdefault(id, here)
            if first is not here and kind != "checklist":
                if _says_its_kind(data):
                    self.repeated.append(Repeated(kind, id, first, here))
            elif valid:
                self._records[kind, id] = {**record, "audit": data["id"]} if kind == "finding" else record
            if valid and kind == "checklist":
                self._enter_edition(document, here)

    def _enter_edition(self, document: Document, here: Where) -> None:
        id, edition = document.data["id"], document.data["edition"]
        new = Questions(document)
        first = self._editions.setdefault(id, {}).setdefault(edition, new)
        if first is not new:
            self.repeated.append(Repeated("checklist", id, Where(first.document, ("id",)), here))


def is_built_in(document: Document) -> bool:
    return document.file.startswith(BUILT_IN)


def _defined(data: Any) -> Iterator[tuple[str, str, Mapping[str, Any], Pointer]]:
    """(kind, id, record, pointer to the id) of everything that a document of whatever shape defines.

    Where its kind is misspelt, what it says may be meant as any kind.
    """
    if not isinstance(data, Mapping):
        return
    kind = data.get("kind")
    known = isinstance(kind, str) and kind in _KINDS
    if isinstance(data.get("id"), str):
        for kind_of_document in _WITH_ID:
            if kind == kind_of_document or not known:
                yield kind_of_document, data["id"], data, ("id",)
    for holder, lists in _RECORDS.items():
        if kind == holder or not known:
            for name, kind_of_record in lists.items():
                records = data.get(name)
                for position, record in enumerate(records if isinstance(records, list) else ()):
                    if isinstance(record, Mapping) and isinstance(record.get("id"), str):
                        yield kind_of_record, record["id"], record, (name, position, "id")


def _says_its_kind(data: Any) -> bool:
    return isinstance(data, Mapping) and isinstance(data.get("kind"), str) and data["kind"] in _KINDS


def _is_of_kind(document: Document, kind: str) -> bool:
    return isinstance(document.data, Mapping) and document.data.get("kind") == kind


def _may_hide(document: Document) -> frozenset[str]:
    """Kinds of records that a rejected document may define without our seeing it."""
    says_its_kind = _says_its_kind(document.data)
    if document.complete and isinstance(document.data, Mapping):
        return frozenset(_nameless(document.data)) if says_its_kind else frozenset()
    if says_its_kind:
        kind: str = document.data["kind"]
        return frozenset({kind, *_RECORDS.get(kind, {}).values()})
    return frozenset(_WITH_ID).union(*(lists.values() for lists in _RECORDS.values()))


def _nameless(data: Mapping[str, Any]) -> Iterator[str]:
    """Kinds of records in a document whose ids are missing, misspelt or under a wrong key."""
    kind = data["kind"]
    if kind in _WITH_ID and not _has_id(data, kind):
        yield kind
    for name, kind_of_record in _RECORDS.get(kind, {}).items():
        records = data.get(name)
        if not isinstance(records, list) or not all(_has_id(record, kind_of_record) for record in records):
            yield kind_of_record


def _has_id(record: Any, kind: str) -> bool:
    id = record.get("id") if isinstance(record, Mapping) else None
    shape = _RECORD_ID if kind in _NUMBERED else _SLUG
    return isinstance(id, str) and shape.fullmatch(id) is not None
