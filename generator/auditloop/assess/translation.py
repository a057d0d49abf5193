"""Which texts of a workspace stand in which languages: a walk over every value, whatever its kind.

Knows types, not kinds: a new kind or field that holds Text is found by its annotation.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from auditloop.assess.results import Translation, Untranslated
from auditloop.model import (
    Audit,
    Case,
    Checklist,
    Commentary,
    Index,
    Journey,
    Kpi,
    Organisation,
    Plan,
    Topic,
    Workspace,
)
from auditloop.model.common import Value

Path = tuple[Any, ...]
"""Where a text stands in its record, as (path of what holds it, name): joined to a string only for what is reported."""
Found = tuple[Path, "str | dict[str, str]"]
Walk = Callable[[Any, Path, list[Found]], None]
"""Adds the texts of a value that stands at a path."""

OWN_RECORDS: Mapping[tuple[type[Value], str], str] = {
    (Organisation, "teams"): "team",
    (Organisation, "people"): "person",
    (Audit, "findings"): "finding",
    (Plan, "goals"): "goal",
    (Plan, "milestones"): "milestone",
}
"""Fields whose members are records of their own: listed under their own id, not inside the value that holds them."""


class Record(NamedTuple):
    """Something with an id of its own, whose texts a person would look for under it."""

    kind: str
    id: str
    value: Value


def assess_translation(workspace: Workspace) -> tuple[dict[str, Translation], list[Untranslated]]:
    """Coverage per language of the organisation, and every text that lacks one, by record, field and language.

    A text written without a language is meant for everybody and counts as translated, as on the pages.
    """
    languages = workspace.organisation.languages
    texts, lacking = 0, []
    for record in records(workspace):
        for path, text in texts_of(record.value):
            texts += 1
            if isinstance(text, str):
                continue
            lacking += [
                Untranslated(record=f"{record.kind}/{record.id}", id=record.id, field=joined(path), language=language)
                for language in languages
                if not text.get(language)
            ]
    counts = {language: sum(u.language == language for u in lacking) for language in languages}
    coverage = {
        language: Translation(
            texts=texts, translated=texts - counts[language], share=1 - counts[language] / texts if texts else None
        )
        for language in languages
    }
    return coverage, sorted(lacking, key=lambda u: (u.record, u.field, u.language))


def records(workspace: Workspace) -> Iterator[Record]:
    """Every record people wrote. Built-in checklists have no origin and are not theirs to translate."""
    for value in _documents(workspace):
        yield Record(value.kind, value.id, value)
        for (holder, field), kind in OWN_RECORDS.items():
            if isinstance(value, holder):
                yield from (Record(kind, inner.id, inner) for inner in getattr(value, field))
    for kind, kept in (
        ("action", workspace.actions),
        ("skill", workspace.skills),
        ("session", workspace.sessions),
        ("proposal", workspace.proposals),
        ("risk", workspace.risks),
    ):
        yield from (Record(kind, id_, value) for id_, value in kept.items())
    for segments in workspace.segments:
        yield Record("segments", "/".join((*filter(None, [segments.team]), segments.period.text)), segments)
    for o in workspace.observations:
        if o.measured.note is not None:
            yield Record("observation", f"{o.kpi}/{o.team}/{o.period}", o.measured)


def _documents(
    workspace: Workspace,
) -> Iterator[Organisation | Checklist | Audit | Kpi | Index | Plan | Journey | Case | Commentary | Topic]:
    yield workspace.organisation
    for checklist in workspace.editions.values() or workspace.checklists.values():
        if not workspace.origins or ("checklist", checklist.id) in workspace.origins:
            yield checklist
    yield from workspace.audits.values()
    yield from workspace.kpis.values()
    yield from workspace.indices.values()
    yield from workspace.commentaries.values()
    yield from workspace.topics.values()
    yield from workspace.plans.values()
    yield from workspace.journeys.values()
    yield from workspace.cases.values()


def texts_of(value: Value) -> list[Found]:
    """Every text in a value, apart from records of their own, in the order of its fields."""
    found: list[Found] = []
    if walk := _walk_of_struct(type(value)):
        walk(value, (), found)
    return found


def joined(path: Path) -> str:
    """`answers.greeting-given.na`."""
    names = []
    while path:
        path, name = path
        names.append(str(name))
    return ".".join(reversed(names))


@cache
def _walk_of_struct(struct: type[msgspec.Struct]) -> Walk | None:
    """The walk over one struct type, made once from the annotations of its fields; None where no field holds text."""
    hints = typing.get_type_hints(struct)
    fields = [
        (field.name, field.encode_name, walk)
        for field in msgspec.structs.fields(struct)
        if (struct, field.name) not in OWN_RECORDS and (walk := _walk(hints[field.name])) is not None
    ]

    def walk_struct(value: Any, path: Path, found: list[Found]) -> None:
        for attribute, name, walk in fields:
            inner = getattr(value, attribute)
            if inner:
                walk(inner, (path, name), found)

    return walk_struct if fields else None


def _walk(hint: Any) -> Walk | None:
    """The walk over a value so annotated; None where it cannot hold text. A union may hold text in one way only."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        members = typing.get_args(hint)
        if str in members and dict[str, str] in members:
            return _walk_text
        walks = [walk for member in members if (walk := _walk(member)) is not None]
        if len(walks) > 1:
            raise TypeError(f"text in more than one form of {hint}")
        return walks[0] if walks else None
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _walk_of_struct(hint)
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple and (member := _walk(arguments[0])) is not None:
        return _walk_members(member)
    if typing.get_origin(hint) is dict and (entry := _walk(arguments[1])) is not None:
        return _walk_entries(entry)
    return None


def _walk_text(text: Any, path: Path, found: list[Found]) -> None:
    found.append((path, text))


def _walk_members(walk: Walk) -> Walk:
    def walk_members(values: Any, path: Path, found: list[Found]) -> None:
        for at, value in enumerate(values):
            walk(value, (path, getattr(value, "id", at)), found)

    return walk_members


def _walk_entries(walk: Walk) -> Walk:
    def walk_entries(values: Any, path: Path, found: list[Found]) -> None:
        for key, value in values.items():
            walk(value, (path, key), found)

    return walk_entries
