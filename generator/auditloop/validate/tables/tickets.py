"""A CSV file of tickets → a log in columns. Every cell is looked at once, by column, as cheaply as its kind allows."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.columns import Words
from auditloop.load.attached import Attached
from auditloop.load.document import Document
from auditloop.problems import Bilingual, Place, Problem, Severity, problem
from auditloop.problems.shown import shown
from auditloop.tickets import EVENTS, MISSING, WORDS, TicketLog, TimeReader
from auditloop.tickets.log import NUMBERS, TIMES
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.rules.words import listed
from auditloop.validate.tables.cells import Sheet
from auditloop.validate.tables.meanings import RANGES, NumberCells, WordCells, are_ids, is_id
from auditloop.validate.tables.mistakes import Mistakes
from auditloop.validate.tables.plain import first_rows, read_plain
from auditloop.validate.tables.source import Source
from auditloop.validate.tables.texts import Texts
from auditloop.validate.tables.times import explain_time

FIELDS = ("id", *WORDS, "received", *EVENTS, "repeat_of", *NUMBERS)
_REQUIRED = ("id", "type", "received")
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]+")


def read_tickets(document: Document, table: Attached, reader: TimeReader) -> tuple[Source | None, list[Problem]]:
    """The log, where the table has the columns that it needs, and what is wrong with its cells."""
    sheet = Sheet(table)
    data, written = document.data, document.data["from_csv"]
    columns, problems = _columns(document, written, sheet)
    if sheet.is_broken or problems:
        return None, sheet.problems or problems
    problems += _same_heading(document, columns)
    reading = _Reading(written, columns, sheet, reader)
    if not reading.take_plain():
        for piece in sheet.pieces():
            reading.take(piece)
    log = reading.log(data["team"], str(data["period"]) if "period" in data else None)
    found = [*problems, *sheet.problems, *reading.mistakes.problems()]
    if not len(log) and not found:
        found.append(problem("csv-without-rows", Place(table.file)))
    return Source(
        document,
        log,
        lambda row, field: sheet.place(row, columns.get(field, field)),
        columns,
        reading.texts(),
        is_whole=not any(each.severity is Severity.ERROR for each in found),
    ), found


def _columns(document: Document, written: Mapping[str, Any], sheet: Sheet) -> tuple[dict[str, str], list[Problem]]:
    """Field → heading, for every field that the table has."""
    named: Mapping[str, str] = written.get("columns", {})
    problems: list[Problem] = []
    found: dict[str, str] = {}
    if not any(sheet.header):
        return found, [problem("csv-without-rows", Place(sheet.file))]
    for field in FIELDS:
        heading = named.get(field, field).strip()
        times = sheet.header.count(heading)
        at = document.places.value(("from_csv", "columns", field))
        if times == 1:
            found[field] = heading
        elif times > 1:
            problems.append(problem("csv-heading-twice", sheet.heading_place(heading), column=shown(heading)))
        elif field in named:
            problems.append(
                problem("csv-heading-missing", at, column=shown(heading), file=sheet.file, meant=_meant(heading, sheet))
            )
        elif field in _REQUIRED:
            at = document.places.key(("from_csv", "columns"))
            problems.append(problem("csv-column-needed", at, field=field, file=sheet.file, there=_headings(sheet)))
    return found, problems


def _same_heading(document: Document, columns: Mapping[str, str]) -> list[Problem]:
    """Two steps read from one column take no time at all."""
    first: dict[str, str] = {}
    found = []
    for field in TIMES:
        other = first.setdefault(columns.get(field, field), field)
        if field in columns and other != field:
            place = document.places.value(("from_csv", "columns", field))
            found.append(problem("csv-heading-shared", place, column=shown(columns[field]), field=field, other=other))
    return found


def _meant(heading: str, sheet: Sheet) -> Bilingual:
    close = nearest(heading, sheet.header)
    if close:
        return Bilingual(f"是不是“{close}”？", f"Did you mean “{shown(close)}”?")
    there = _headings(sheet)
    return Bilingual(f"文件里的列：{there.zh}", f"The file has {there.en}")


def _headings(sheet: Sheet) -> Bilingual:
    return listed([shown(heading, 30) for heading in sheet.header], 20) if any(sheet.header) else _NONE


_NONE = Bilingual("没有标题行", "no headings")


class _Reading:
    """What has been read so far; one method for each kind of column."""

    def __init__(
        self, written: Mapping[str, Any], columns: Mapping[str, str], sheet: Sheet, reader: TimeReader
    ) -> None:
        self.mistakes = Mistakes(sheet.place)
        self.columns = columns
        self._prefix: str = written.get("prefix", "")
        self._reader = reader
        self._at = {field: sheet.header.index(heading) for field, heading in columns.items()}
        self._rows = 0
        self.ids: list[str] = []
        self._words = {field: WordCells(field, written.get("values", {}).get(field, {})) for field in WORDS}
        self.words: dict[str, list[str | None] | Words] = {field: [] for field in WORDS if field in columns}
        self.times = {field: array("q") for field in TIMES if field in columns}
        self._numbers = {field: NumberCells(field) for field in NUMBERS}
        self.numbers = {field: array("b") for field in NUMBERS if field in columns}
        self.repeats: dict[int, str] = {}
        taken = set(self._at.values())
        self._sheet = sheet
        self._texts: dict[int, dict[str, int]] = {at: {} for at in range(len(sheet.header)) if at not in taken}
        """Column → every different text in it with its first row, of columns that nothing else looks at."""

    def take_plain(self) -> bool:
        """All rows at once. False, and none taken, where any of them needs a closer look."""
        cells = self._sheet.plain()
        if cells is None:
            return False
        found = read_plain(cells, self._at, self._prefix, self._words, self._numbers, self._reader)
        if found is None:
            return False
        self.ids, self.times, self.numbers, self.repeats = found.ids, found.times, found.numbers, found.repeats
        self.words = dict(found.words)
        for at in self._texts:
            self._texts[at] = first_rows(cells, at)
        self._rows = len(cells)
        return True

    def take(self, piece: Sequence[Sequence[str]]) -> None:
        rows = len(piece[0])
        self._take_ids(piece[self._at["id"]])
        for field in self.words:
            self._take_words(field, piece[self._at[field]])
        for field in self.times:
            self._take_times(field, piece[self._at[field]])
        for field in self.numbers:
            self._take_numbers(field, piece[self._at[field]])
        if "repeat_of" in self._at:
            self._take_repeats(piece[self._at["repeat_of"]])
        for at, texts in self._texts.items():
            first = zip(reversed(piece[at]), range(self._rows + rows - 1, self._rows - 1, -1), strict=True)
            self._texts[at] = {**dict(first), **texts}
        self._rows += rows

    def log(self, team: str, period: str | None) -> TicketLog:
        self._tell_lost_zeros()
        return TicketLog(
            team=team,
            period=period,
            ids=self.ids,
            words=self._columns_of_words(),
            times=self.times,
            numbers=self.numbers,
            repeats=self.repeats,
        )

    def _columns_of_words(self) -> dict[str, Words]:
        return {field: words if isinstance(words, Words) else Words.of(words) for field, words in self.words.items()}

    def _take_ids(self, cells: Sequence[str]) -> None:
        prefix = self._prefix
        ids = [prefix + cell for cell in cells] if prefix else list(cells)
        if not are_ids(ids):
            ids = [self._id("id", row, cell) for row, cell in enumerate(cells, start=self._rows)]
        self.ids += ids

    def _id(self, field: str, row: int, cell: str) -> str:
        text, heading = cell.strip(), self.columns[field]
        id = self._prefix + text
        if not text:
            self.mistakes.add("cell-empty", heading, row)
        elif _SCIENTIFIC.fullmatch(text):
            self.mistakes.add("cell-scientific", heading, row, found=shown(text))
        elif not is_id(id):
            self.mistakes.add("cell-not-id", heading, row, found=shown(text), hint=_id_hint(text))
        else:
            return id
        return ""

    def _take_words(self, field: str, cells: Sequence[str]) -> None:
        known = self._words[field]
        found = [known[cell] for cell in cells]
        self.words[field] += found  # type: ignore[operator]
        heading = self.columns[field]
        if (known.bad and known.bad.keys() & set(cells)) or (field == "type" and None in found):
            for row, cell in enumerate(cells, start=self._rows):
                if cell in known.bad:
                    code, facts = known.bad[cell]
                    self.mistakes.add(code, heading, row, **facts)
                elif field == "type" and known[cell] is None:
                    self.mistakes.add("cell-empty", heading, row)

    def _take_times(self, field: str, cells: Sequence[str]) -> None:
        hours, minutes, column = self._reader.hours, self._reader.minutes, self.times[field]
        try:
            column.extend([hours[cell[:13]] + minutes[cell[13:]] if cell else MISSING for cell in cells])
        except KeyError:
            del column[self._rows :]
            column.extend([self._time(field, row, cell) for row, cell in enumerate(cells, start=self._rows)])
        if field == "received" and MISSING in column[self._rows :]:
            for row, cell in enumerate(cells, start=self._rows):
                if not cell.strip():
                    self.mistakes.add("cell-empty", self.columns[field], row)

    def _time(self, field: str, row: int, cell: str) -> int:
        text = cell.strip()
        if not text:
            return MISSING
        try:
            return self._reader.read(text)
        except ValueError:
            slip = explain_time(text)
            self.mistakes.add(slip.code, self.columns[field], row, **slip.facts)
            return self._reader.read(slip.meant) if slip.meant and slip.is_certain else MISSING

    def _take_numbers(self, field: str, cells: Sequence[str]) -> None:
        known = self._numbers[field]
        self.numbers[field].extend([known[cell] for cell in cells])
        if known.bad and known.bad & set(cells):
            for row, cell in enumerate(cells, start=self._rows):
                if cell in known.bad:
                    low, high = RANGES[field]
                    heading = self.columns[field]
                    self.mistakes.add("cell-not-number", heading, row, found=shown(cell.strip()), low=low, high=high)

    def _take_repeats(self, cells: Sequence[str]) -> None:
        for row, cell in enumerate(cells, start=self._rows):
            if cell and cell.strip():
                id = self._id("repeat_of", row, cell)
                if id:
                    self.repeats[row] = id

    def texts(self) -> list[Texts]:
        """Every column that may say something personal.

        Times and numbers say nothing; an id that begins with its own letters is no telephone number.
        """
        found = dict(self._texts)
        for field, column in self.words.items():
            found[self._at[field]] = {cell: column.index(word) for cell, word in self._words[field].items()}
        if self._prefix:
            start = len(self._prefix)
            found[self._at["id"]] = {id[start:]: row for row, id in enumerate(self.ids)}
        return [Texts(self._sheet, at, rows) for at, rows in sorted(found.items())]

    def _tell_lost_zeros(self) -> None:
        """Ids of one length that begin with 0, and shorter ones without: a spreadsheet took those for numbers."""
        start = len(self._prefix)
        if not start:
            return  # an id begins with letters
        padded = {len(id) for id in self.ids if id[start : start + 1] == "0"}
        if len(padded) != 1:
            return
        (length,) = padded
        for row, id in enumerate(self.ids):
            rest = id[start:]
            if 0 < len(rest) < length - start and rest.isdigit():
                self.mistakes.add(
                    "cell-lost-zeros", self.columns["id"], row, found=rest, meant=rest.zfill(length - start)
                )


def _id_hint(text: str) -> Bilingual:
    if text[:1].isdigit():
        return Bilingual(
            "编号要以大写字母和连字符开头：在 from_csv 里写 prefix: T-",
            "An id begins with capital letters and a dash: write `prefix: T-` in from_csv",
        )
    return Bilingual(
        "只用字母、数字和连字符，以大写字母开头，例如 T-2026-0301",
        "Use letters, digits and dashes, capital letters first, such as T-2026-0301",
    )
