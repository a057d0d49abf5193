"""Records of a table and what the files say already → what each file should say, and what that changes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import PurePosixPath
from typing import Any

from auditloop.exchange.fields import ACTIONS, ANSWERS, OBSERVATIONS, Register, long_form, short_form
from auditloop.exchange.reading import Record
from auditloop.load import Document
from auditloop.model import Period, Workspace
from auditloop.problems import Problem, problem
from auditloop.problems.shown import shown
from auditloop.scaffold.lookup import folder, free_path
from auditloop.scaffold.yamltext import flow

Pointer = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A value that was there with another one."""

    file: str
    what: str
    old: str
    new: str
    record: Record
    field: str


@dataclass(slots=True)
class Merged:
    """`wanted`: file → what it should say; `new` are those that are not there yet."""

    wanted: dict[str, dict[str, Any]] = field(default_factory=dict)
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    added: dict[str, int] = field(default_factory=dict)
    """File → how many values or records it did not have."""
    problems: list[Problem] = field(default_factory=list)
    origins: dict[tuple[str, Pointer], Record] = field(default_factory=dict)
    """Where a record stands in its file, with ids in place of positions."""


def merge(register: Register, records: Sequence[Record], documents: Sequence[Document], workspace: Workspace) -> Merged:
    work = _Merging(register, documents, workspace)
    for record in records:
        work.take(record)
    return work.finish()


class _Merging:
    def __init__(self, register: Register, documents: Sequence[Document], workspace: Workspace) -> None:
        self.merged = Merged()
        self._register = register
        self._workspace = workspace
        self._data: dict[str, dict[str, Any]] = {document.file: document.data for document in documents}
        kinds = {"observations": "observations", "answers": "audit", "actions": "actions"}
        self._mine = [file for file, data in self._data.items() if data["kind"] == kinds[register.name]]
        self._taken: set[PurePosixPath] = {PurePosixPath(file) for file in self._data}
        self._places: dict[tuple[str, ...], tuple[str, str | int]] = {}
        """Key of a record → its file, and its key or position there."""
        self._files: dict[tuple[str, ...], str] = {}
        self._new_periods: dict[str, list[str]] = {}
        """File of an indicator → periods that were put at its end for now."""
        for file in self._mine:
            self._index(file, self._data[file])

    def finish(self) -> Merged:
        """New periods where the calendar puts them."""
        for file, periods in self._new_periods.items():
            data = self._open(file)
            data["values"] = _in_order(data["values"], periods)
        return self.merged

    def take(self, record: Record) -> None:
        {OBSERVATIONS: self._observation, ANSWERS: self._answer, ACTIONS: self._action}[self._register](record)

    def _index(self, file: str, data: Mapping[str, Any]) -> None:
        if self._register is OBSERVATIONS:
            of = ("kpi", str(data["kpi"])) if "kpi" in data else ("period", str(data["period"]))
            self._files.setdefault((data["team"], *of), file)
            for key in data["values"]:
                kpi, period = (data["kpi"], key) if "kpi" in data else (key, str(data["period"]))
                self._places[(data["team"], kpi, period)] = (file, key)
        elif self._register is ANSWERS:
            self._files[(data["id"],)] = file
        else:
            for at, action in enumerate(data["actions"]):
                self._places[(action["id"],)] = (file, at)

    # --- each register

    def _observation(self, record: Record) -> None:
        team, kpi, period = record.key
        place = self._places.get(record.key)
        if place is None:
            file = self._files.get((team, "kpi", kpi)) or self._files.get((team, "period", period))
            file = file or self._new_observations(team, kpi)
            data = self._open(file)
            key = period if "kpi" in data else kpi
            values = data["values"]
            if "kpi" in data:
                self._new_periods.setdefault(file, []).append(period)
            values[key] = None
            self._places[record.key] = place = (file, key)
        file, at = place
        self._write(file, self._open(file)["values"], at, record, ("values", at))

    def _new_observations(self, team: str, kpi: str) -> str:
        place = folder(
            self._workspace, "observation", f"teams/{team}/observations", lambda id_: id_.split("/")[1:2] == [team]
        )
        file = self._free(place, team, kpi)
        self._start(file, {"kind": "observations", "format": 1, "team": team, "kpi": kpi, "values": {}})
        self._files[(team, "kpi", kpi)] = file
        return file

    def _answer(self, record: Record) -> None:
        audit, item = record.key
        file = self._files[(audit,)]
        answers = self._open(file)["answers"]
        if item not in answers:
            order = self._order(audit)
            before = set(order[: order.index(item)]) if item in order else set(order)
            _insert(answers, item, None, lambda each: each in before)
        self._write(file, answers, item, record, ("answers", item))

    def _order(self, audit: str) -> list[str]:
        checklist = self._workspace.checklists.get(self._workspace.audits[audit].checklist)
        if checklist is None:
            return []
        return [item.id for domain in checklist.domains for section in domain.sections for item in section.items]

    def _action(self, record: Record) -> None:
        (id_,) = record.key
        place = self._places.get(record.key)
        if place is not None:
            file, at = place
            if record.team is not None and record.team != self._open(file)["team"]:
                facts = {"id": id_, "team": self._open(file)["team"], "found": shown(record.team)}
                self.merged.problems.append(problem("import-other-team", record.place(), **facts))
                return
            self._write(file, self._open(file)["actions"], at, record, ("actions", id_))
            return
        if record.team is None:
            self.merged.problems.append(problem("import-without-team", record.place(), id=id_))
            return
        file = self._actions_file(record.team, str(record.data.get("opened", ""))[:4])
        actions = self._open(file)["actions"]
        actions.append({"id": id_, **_ordered(record.data)})
        self._places[record.key] = (file, len(actions) - 1)
        self._added(file, record, ("actions", id_))

    def _actions_file(self, team: str, year: str) -> str:
        """The team's file of that year, or its only one where no name says a year; else a new one."""
        name = year if re.fullmatch(r"[0-9]{4}", year) else "imported"
        files = [file for file in self._mine if self._data[file]["team"] == team]
        files += [file for file, data in self.merged.new.items() if data["team"] == team]
        named = [file for file in files if PurePosixPath(file).stem in (name, f"{team}-{name}")]
        if named:
            return named[0]
        if len(files) == 1 and not re.search(r"[0-9]{4}", PurePosixPath(files[0]).stem):
            return files[0]
        place = folder(
            self._workspace, "action", f"teams/{team}/actions", lambda id_: self._workspace.action_team[id_] == team
        )
        file = self._free(place, team, name)
        self._start(file, {"kind": "actions", "format": 1, "team": team, "actions": []})
        return file

    # --- files

    def _free(self, place: PurePosixPath, team: str, name: str) -> str:
        found, at = free_path(self._workspace, place, team, name), 1
        while found in self._taken:
            at += 1
            found = free_path(self._workspace, place, team, f"{name}-{at}")
        self._taken.add(found)
        return found.as_posix()

    def _start(self, file: str, data: dict[str, Any]) -> None:
        self.merged.new[file] = data

    def _open(self, file: str) -> dict[str, Any]:
        """The data to be written into; a copy is made of what is there when it is first asked for."""
        if file in self.merged.new:
            return self.merged.new[file]
        if file not in self.merged.wanted:
            self.merged.wanted[file] = deepcopy(self._data[file])
        return self.merged.wanted[file]

    def _write(self, file: str, into: Any, key: Any, record: Record, pointer: Pointer) -> None:
        raw = into[key]
        old = dict(raw) if self._register is ACTIONS else long_form(self._register, raw)
        new = self._joined(old, record.data)
        self.merged.origins[(file, pointer)] = record
        if new == old:
            return
        if not old:
            self._added(file, record, pointer)
        else:
            for name in dict.fromkeys([*old, *new]):
                if name in old and old[name] != new.get(name):
                    what = " · ".join([*record.key, name])
                    told = [flow(each) or "–" for each in (old[name], new.get(name))]
                    self.merged.changes.append(Change(file, what, told[0], told[1], record, name))
                elif name not in old:
                    self.merged.added[file] = self.merged.added.get(file, 0) + 1
        into[key] = new if self._register is ACTIONS else short_form(self._register, new)

    def _joined(self, old: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
        """What an empty cell says nothing of stays. Of those that exclude each other the given ones replace all."""
        together = self._register.one_of
        kept = {key: value for key, value in old.items() if not (key in together and together & given.keys())}
        if self._register is ACTIONS:
            return _both(kept, given)
        both = _both(kept, given)
        joined = {key: both.get(key) for key in dict.fromkeys([*old, *_ordered(given)])}
        return {key: value for key, value in joined.items() if value is not None and (key, value) != ("confirm", False)}

    def _added(self, file: str, record: Record, pointer: Pointer) -> None:
        self.merged.origins[(file, pointer)] = record
        self.merged.added[file] = self.merged.added.get(file, 0) + 1


def _both(kept: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The given values over those kept, also inside: a text in one language leaves its other languages alone."""
    inside = {
        key: _both(kept[key], value)
        for key, value in given.items()
        if isinstance(value, dict) and isinstance(kept.get(key), dict)
    }
    return {**kept, **given, **inside}


_ORDER = [field.path[0] for register in (OBSERVATIONS, ANSWERS, ACTIONS) for field in register.fields]


def _ordered(data: Mapping[str, Any]) -> dict[str, Any]:
    """In the order of the columns, which is the one people write."""
    return dict(sorted(data.items(), key=lambda pair: _ORDER.index(pair[0])))


def _insert(values: dict[str, Any], key: str, value: Any, is_before: Callable[[str], bool]) -> None:
    """Behind the last key that comes before it."""
    items = list(values.items())
    at = max((i + 1 for i, (each, _) in enumerate(items) if is_before(each)), default=0)
    items.insert(at, (key, value))
    values.clear()
    values.update(items)


def _in_order(values: dict[str, Any], new: Sequence[str]) -> dict[str, Any]:
    """Each new period behind the last of the others that comes before it; the others stay as they are."""
    added = set(new)
    others = [key for key in values if key not in added]
    ranked = sorted((Period.parse(key), at) for at, key in enumerate(others))
    last_before = list(accumulate((at for _, at in ranked), max))
    behind: dict[int, list[str]] = {}
    for period in sorted(map(Period.parse, new)):
        before = bisect_left(ranked, (period, -1))
        behind.setdefault(last_before[before - 1] if before else -1, []).append(str(period))
    keys = list(behind.get(-1, ()))
    for at, key in enumerate(others):
        keys += [key, *behind.get(at, ())]
    return {key: values[key] for key in keys}
