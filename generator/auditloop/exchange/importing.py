"""A table → the texts that the files of a workspace should have. Nothing is written here; whoever writes them has
checked that the workspace stays valid (`place_in_table` brings such problems back to the cell they come from)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from auditloop import resources
from auditloop.exchange.fields import Register
from auditloop.exchange.grid import Grid
from auditloop.exchange.headings import folded
from auditloop.exchange.merging import Change, Merged, merge
from auditloop.exchange.reading import Known, Record, read_records
from auditloop.load import Document
from auditloop.model import Text, Workspace
from auditloop.problems import MOST_IN_ONE_FILE, Place, Problem, Severity, problem, sort_problems
from auditloop.problems.shown import shown
from auditloop.scaffold.files import ChangedFile, NewFile, read_source
from auditloop.scaffold.lookup import modeline
from auditloop.scaffold.rewrite import UnknownStyleError, block_entry, rewritten
from auditloop.scaffold.yamltext import flow


@dataclass(frozen=True, slots=True)
class Imported:
    """What would be written. With an error among the `problems`, nothing may be."""

    new: tuple[NewFile, ...]
    changed: tuple[ChangedFile, ...]
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]
    added: Mapping[str, int]
    origins: Mapping[tuple[str, tuple[str | int, ...]], Record]

    @property
    def has_errors(self) -> bool:
        return any(each.severity is Severity.ERROR for each in self.problems)

    @property
    def texts(self) -> dict[str, str]:
        """File → its text to be."""
        new = {file.path.as_posix(): file.text for file in self.new}
        return new | {file.path.as_posix(): file.after for file in self.changed}

    def place_in_table(self, found: Problem) -> Problem:
        """The problem at the cell that caused it, where one did."""
        at = found.place.file
        for length in range(len(found.pointer), 0, -1):
            record = self.origins.get((at, found.pointer[:length]))
            if record is not None:
                step = found.pointer[length] if len(found.pointer) > length else None
                return dataclasses.replace(found, place=record.place(str(step)))
        return found


def plan_import(
    register: Register,
    grid: Grid,
    root: Path,
    documents: Sequence[Document],
    workspace: Workspace,
    *,
    given: Mapping[str, str],
    overwrite: bool,
) -> Imported:
    """`documents` and `workspace`: the valid workspace at `root`; `given`: keys for rows that have no such cell."""
    written = [document for document in documents if not document.file.startswith(resources.BUILT_IN)]
    records, problems = read_records(register, grid, _known(workspace), given)
    if any(each.severity is Severity.ERROR for each in problems):
        return Imported((), (), tuple(sort_problems(problems)), (), {}, {})
    merged = merge(register, records, written, workspace)
    problems += merged.problems
    if not overwrite:
        problems += [_differs(change) for change in merged.changes[:MOST_IN_ONE_FILE]]
        for change in merged.changes[MOST_IN_ONE_FILE:][:1]:
            problems.append(problem("more-problems", change.record.place(), limit=MOST_IN_ONE_FILE))
    new = [NewFile(PurePosixPath(file), _new_text(file, data)) for file, data in merged.new.items()]
    changed, refused = _changed(root, written, merged)
    problems += refused
    return Imported(
        tuple(new), tuple(changed), tuple(sort_problems(problems)), tuple(merged.changes), merged.added, merged.origins
    )


def _changed(root: Path, documents: Sequence[Document], merged: Merged) -> tuple[list[ChangedFile], list[Problem]]:
    changed: list[ChangedFile] = []
    problems: list[Problem] = []
    for document in documents:
        wanted = merged.wanted.get(document.file)
        if wanted is None or wanted == document.data:
            continue
        before = read_source(root / document.file)
        try:
            changed.append(ChangedFile(PurePosixPath(document.file), before, rewritten(before, document.data, wanted)))
        except UnknownStyleError:
            told = "; ".join(_told(document.data, wanted, ""))
            problems.append(problem("import-cannot-edit", Place(document.file), changes=shown(told, 500)))
    return changed, problems


def _told(old: Any, new: Any, path: str) -> list[str]:
    """The lines that somebody has to write, as `path: value`."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return [line for key in new for line in _told(old.get(key), new[key], f"{path}/{key}".strip("/"))]
    return [] if old == new else [f"{path}: {flow(new)}"]


def _differs(change: Change) -> Problem:
    old, new = shown(change.old), shown(change.new)
    place = change.record.place(change.field)
    return problem("import-differs", place, what=shown(change.what, 120), old=old, new=new, file=change.file)


def _new_text(file: str, data: Mapping[str, Any]) -> str:
    lines = [modeline(PurePosixPath(file)).rstrip()]
    for key, value in data.items():
        if isinstance(value, dict):
            lines += [f"{key}:", *(f"  {flow(inner)}: {flow(each)}".rstrip() for inner, each in value.items())]
        elif isinstance(value, list):
            lines += [f"{key}:", *(line for entry in value for line in block_entry(entry, "  "))]
        else:
            lines.append(f"{key}: {flow(value)}")
    return "\n".join(lines) + "\n"


def _known(workspace: Workspace) -> Known:
    teams = {team.id: team.name for team in workspace.organisation.teams}
    kpis = {kpi.id: kpi.name for kpi in workspace.kpis.values()}
    return Known(
        {
            "team": _by_name(teams),
            "kpi": _by_name(kpis),
            "audit": {folded(id_): id_ for id_ in workspace.audits},
        },
        frozenset(kpi.id for kpi in workspace.kpis.values() if kpi.unit == "%"),
    )


def _by_name(names: Mapping[str, Text]) -> dict[str, str]:
    """Ids by themselves, and by names that only one of them has."""
    found: dict[str, str] = {}
    several: set[str] = set()
    for id_, text in names.items():
        for name in {folded(each) for each in ([text] if isinstance(text, str) else text.values())}:
            if found.setdefault(name, id_) != id_:
                several.add(name)
    return {name: id_ for name, id_ in found.items() if name not in several} | {folded(id_): id_ for id_ in names}
