"""One state of a workspace as records by kind and id, wherever they are written. Compares nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.period import Period
from auditloop.problems import Place, Problem, problem
from auditloop.validate.rules.register import is_built_in
from auditloop.validate.rules.words import KINDS

_LISTS = {
    "organisation": (("teams", "team"),),
    "audit": (("findings", "finding"),),
    "actions": (("actions", "action"),),
    "standards": (("standards", "standard"),),
}


class Moment(NamedTuple):
    """When the change is judged, and what the base is."""

    as_of: dt.date
    base: str
    """As it was asked for."""
    committed: dt.date | None = None
    """The day the base was committed, where it is a revision."""


class Breach(NamedTuple):
    """A rule that was broken, by which record (`kind/id`), and how that is told."""

    rule: str
    record: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Written:
    """A record where it stands. `owner` is the team, audit or document that it was filed under."""

    kind: str
    id: str
    data: Mapping[str, Any]
    document: Document
    pointer: tuple[str | int, ...]
    owner: str = ""

    @property
    def name(self) -> str:
        return f"{self.kind}/{self.id}"

    def place(self, *keys: str | int) -> Place:
        """Of the value under these keys, else of the record."""
        return self.document.places.value((*self.pointer, *keys))


def breach(record: Written, rule: str, place: Place, *, code: str | None = None, **facts: Any) -> Breach:
    """How the record breaks the rule; `code` where the rule has several sentences."""
    facts = {"what": KINDS[record.kind], "id": record.id, **facts}
    return Breach(rule, record.name, problem(code or rule, place, **facts))


@dataclass(frozen=True, slots=True)
class State:
    records: Mapping[tuple[str, str], Written]
    values: Mapping[tuple[str, str, str], Written]
    """(indicator, team, period) → the value in its long form."""
    policies: Sequence[Document] = field(default=())

    @property
    def policy(self) -> Mapping[str, Any] | None:
        return self.policies[0].data if self.policies else None

    def of(self, kind: str) -> Iterator[Written]:
        return (record for (each, _), record in self.records.items() if each == kind)

    def get(self, record: Written) -> Written | None:
        """The record of the same kind and id."""
        return self.records.get((record.kind, record.id))


def state_of(documents: Iterable[Document]) -> State:
    """Of an id written twice, the first counts. Built-in documents are nobody's history."""
    own = [document for document in documents if not is_built_in(document)]
    records: dict[tuple[str, str], Written] = {}
    values: dict[tuple[str, str, str], Written] = {}
    for document in own:
        for record in _records(document):
            records.setdefault((record.kind, record.id), record)
        if document.data["kind"] == "observations":
            values |= {key: value for key, value in _values(document) if key not in values}
    return State(records, values, [document for document in own if document.data["kind"] == "policy"])


def _records(document: Document) -> Iterator[Written]:
    data = document.data
    kind = data["kind"]
    if kind in ("audit", "kpi", "index"):
        yield Written(kind, data["id"], data, document, (), data.get("team", ""))
    owner = data.get("team", "") if kind == "actions" else data.get("id", "")
    for key, kind_of_record in _LISTS.get(kind, ()):
        for position, entry in enumerate(data.get(key, ())):
            yield Written(kind_of_record, entry["id"], entry, document, (key, position), owner)


def _values(document: Document) -> Iterator[tuple[tuple[str, str, str], Written]]:
    data = document.data
    for key, value in data["values"].items():
        if value is None:
            continue
        kpi, period = (data["kpi"], key) if "kpi" in data else (key, data["period"])
        written = value if isinstance(value, Mapping) else {"value": value}
        text = str(Period.read(period))
        name = f"{kpi}/{data['team']}/{text}"
        yield (kpi, data["team"], text), Written("observation", name, written, document, ("values", key))


def changed_keys(before: Mapping[str, Any], after: Mapping[str, Any], but: Iterable[str] = ()) -> list[str]:
    """Keys whose values differ, in the order they are written."""
    left_out = set(but)
    keys = dict.fromkeys((*after, *before))
    return [key for key in keys if key not in left_out and before.get(key) != after.get(key)]
