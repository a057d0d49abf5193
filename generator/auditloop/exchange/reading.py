"""A table → records of plain data, each value with the cell it came from, and every cell that is not right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditloop.exchange.cells import BadCell, texts, value_of
from auditloop.exchange.fields import Register
from auditloop.exchange.grid import Grid
from auditloop.exchange.headings import Named, columns_of, folded
from auditloop.problems import MOST_IN_ONE_FILE, Bilingual, Place, Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.tables.mistakes import Mistakes


@dataclass(slots=True)
class Record:
    """`key` in the order of the register's keys; `data` holds only what the table says."""

    key: tuple[str, ...]
    data: dict[str, Any]
    team: str | None
    grid: Grid
    at: tuple[int, int]
    """Row and column of its first value."""
    cells: dict[str, tuple[int, int]] = field(default_factory=dict)
    """First step of the path of a field → its cell."""

    def place(self, name: str | None = None) -> Place:
        """Where the field stands, else the record. Worked out only when told: it takes reading the table again."""
        return self.grid.place(*self.cells.get(name or "", self.at))


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by what people may write for them: the id itself or a name, folded. `percent` are indicators in %."""

    ids: Mapping[str, Mapping[str, str]]
    """Name of a key → those."""
    percent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    row: int
    column: int


def read_records(
    register: Register, grid: Grid, known: Known, given: Mapping[str, str]
) -> tuple[list[Record], list[Problem]]:
    """Records without a value are left out, as empty places to be filled in later."""
    columns, problems = columns_of(register, grid, known.ids.get("kpi", {}), given)
    reading = _Reading(register, grid, known, given)
    if any(each.severity == "error" for each in problems):
        return [], [*grid.problems, *problems]
    for row, cells in enumerate(grid.rows):
        reading.row(row, cells, columns)
    found = [*grid.problems, *problems, *reading.mistakes.problems(), *reading.problems]
    if not reading.records and not any(each.severity == "error" for each in found):
        found.append(problem("import-no-rows", Place(grid.file)))
    return list(reading.records.values()), found


class _Reading:
    def __init__(self, register: Register, grid: Grid, known: Known, given: Mapping[str, str]) -> None:
        self._register = register
        self._grid = grid
        self._known = known
        self._given = given
        self.mistakes = Mistakes(lambda row, column: grid.place(row, int(column)), self._called)
        self.problems: list[Problem] = []
        self.records: dict[tuple[str, ...], Record] = {}

    def _called(self, column: str) -> str:
        return self._grid.header[int(column)]

    def row(self, row: int, cells: list[str], columns: Mapping[int, Named]) -> None:
        """One record of a long table, several of a wide one."""
        common: dict[Named, _Cell] = {}
        groups: dict[tuple[str, str], dict[Named, _Cell]] = {}
        for at, named in columns.items():
            cell = _Cell(cells[at], row, at)
            if named.about is None:
                common[named] = cell
            else:
                groups.setdefault(named.about, {})[Named(named.field, named.language)] = cell
        for about, own in groups.items():
            if any(cell.text.strip() for cell in own.values()):
                self._record(row, {**common, **own}, dict([about]))
        if not groups:
            self._record(row, common, {})

    def _record(self, row: int, cells: Mapping[Named, _Cell], about: Mapping[str, str]) -> None:
        values = {
            named: cell for named, cell in cells.items() if cell.text.strip() and named.field.name not in self._keys
        }
        if not any(named.field.kind != "info" and named.field.name != "team" for named in values):
            return
        first = min(values.values(), key=lambda cell: cell.column)
        key = [self._key(name, row, cells, about) for name in self._register.keys]
        team = key[0] if "team" in self._keys else self._key("team", row, cells, about, is_needed=False)
        data, places, is_whole = self._data(values, str(key[1]) if "kpi" in self._keys else "")
        if None in key or not is_whole:
            return
        record = Record(tuple(map(str, key)), data, team, self._grid, (row, first.column), places)
        earlier = self.records.setdefault(record.key, record)
        if earlier is not record:
            self._twice(record, earlier)

    def _twice(self, record: Record, earlier: Record) -> None:
        if len(self.problems) < MOST_IN_ONE_FILE:
            first = earlier.place()
            what = " · ".join(record.key)
            self.problems.append(
                problem("import-row-twice", record.place(), related=(first,), what=what, line=first.line)
            )
        elif len(self.problems) == MOST_IN_ONE_FILE:
            self.problems.append(problem("more-problems", record.place(), limit=MOST_IN_ONE_FILE))

    @property
    def _keys(self) -> tuple[str, ...]:
        return self._register.keys

    def _key(
        self, name: str, row: int, cells: Mapping[Named, _Cell], about: Mapping[str, str], *, is_needed: bool = True
    ) -> str | None:
        """The id in a key's cell; None, and told, where it is none."""
        if name in about:
            return about[name]
        cell = next((cell for named, cell in cells.items() if named.field.name == name), None)
        text = cell.text.strip() if cell else ""
        if not text:
            if name in self._given:
                return self._given[name]
            if is_needed:
                self.mistakes.add("cell-empty", str(cell.column if cell else 0), row)
            return None
        assert cell is not None
        try:
            value = str(value_of(self._register.field(name), text))
        except BadCell as bad:
            self.mistakes.add(bad.code, str(cell.column), row, **bad.facts)
            return None
        ids = self._known.ids.get(name)
        if ids is None:
            return value
        if (found := ids.get(folded(value))) is None:
            self.mistakes.add(
                "import-unknown-id", str(cell.column), row, found=shown(value), proposal=_meant(value, ids)
            )
        return found

    def _data(self, values: Mapping[Named, _Cell], kpi: str) -> tuple[dict[str, Any], dict[str, tuple[int, int]], bool]:
        data: dict[str, Any] = {}
        places: dict[str, tuple[int, int]] = {}
        is_whole = True
        words: dict[str, list[tuple[Named, _Cell]]] = {}
        for named, cell in values.items():
            field = named.field
            if field.kind == "info" or (field.name == "team" and "team" not in self._keys):
                continue
            places.setdefault(field.path[0], (cell.row, cell.column))
            if field.kind == "text":
                words.setdefault(field.name, []).append((named, cell))
                continue
            try:
                value = value_of(field, cell.text, is_percentage=kpi in self._known.percent and field.name == "value")
            except BadCell as bad:
                self.mistakes.add(bad.code, str(cell.column), cell.row, **bad.facts)
                is_whole = False
                continue
            _put(data, field.path, value)
        for pairs in words.values():
            try:
                _put(data, pairs[0][0].field.path, texts([(named.language, cell.text) for named, cell in pairs]))
            except BadCell as bad:
                cell = pairs[0][1]
                self.mistakes.add(bad.code, str(cell.column), cell.row, **bad.facts)
                is_whole = False
        return data, places, is_whole


def _put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for step in path[:-1]:
        data = data.setdefault(step, {})
    data[path[-1]] = value


def _meant(value: str, ids: Mapping[str, str]) -> Bilingual:
    close = nearest(value, ids)
    if close:
        return Bilingual(f"是不是“{ids[close]}”？", f"Did you mean “{ids[close]}”?")
    there = ", ".join(sorted(set(ids.values()))[:10]) or "–"
    return Bilingual(f"已有的：{there}", f"Known are {there}")
