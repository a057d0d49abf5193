"""The records of a workspace → a table to be worked on in a spreadsheet and imported again, or an empty one."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditloop.exchange.fields import (
    ACTIONS,
    ANSWERS,
    LANGUAGES,
    OBSERVATIONS,
    Field,
    Register,
    column,
    found_at,
    heading,
    languages_of,
    long_form,
)
from auditloop.exchange.grid import armed
from auditloop.exchange.guide import GUIDE
from auditloop.exchange.workbook_out import Book, Column, workbook
from auditloop.exchange.workbook_parts import Cell
from auditloop.load import Document
from auditloop.model import Text, Workspace
from auditloop.model.common import in_language
from auditloop.scaffold.yamltext import flow, number


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` in the order of `columns`; text, numbers, days and truth values."""

    register: Register
    columns: tuple[Column, ...]
    names: tuple[str, ...]
    """Of the columns, in every language at once."""
    rows: tuple[tuple[Cell, ...], ...]
    guide: tuple[tuple[str, str], ...]


Wanted = Callable[[Mapping[str, Any]], bool]


def export(
    register: Register,
    documents: Sequence[Document],
    workspace: Workspace,
    lang: str,
    wanted: Wanted = lambda _: True,
    *,
    is_template: bool = False,
    is_wide: bool = False,
) -> Table:
    """All records that are `wanted` (by their keys, team and data). A template has the columns, and of an audit the
    questions; a wide one has an indicator's value in a column of its own."""
    records = [each for each in _records(register, documents, workspace, lang, is_template) if wanted(each)]
    records.sort(key=_order(register, workspace))
    if is_wide:
        return _wide(records, workspace, lang)
    shown = register.fields
    columns: list[tuple[Field, str | None]] = []
    for field in shown:
        if field.kind == "text":
            used = languages_of(iter(records), field)
            always = [language for language in LANGUAGES if language in workspace.organisation.languages]
            columns += [(field, language) for language in dict.fromkeys([*used[:1], *always, *used])
                        if language in used or is_template or language in always]  # fmt: skip
        else:
            columns.append((field, None))
    made = tuple(
        Column(heading(field, lang, language), field.kind, _choices(field, workspace)) for field, language in columns
    )
    rows = tuple(tuple(_cell(record, field, language) for field, language in columns) for record in records)
    guide = tuple((c.heading, GUIDE[c.kind].in_language(lang)) for c in made)
    return Table(register, made, tuple(column(*each) for each in columns), rows, guide)


def to_csv(table: Table) -> str:
    """With the headings of the table's language; text that a spreadsheet would take for a formula is made harmless."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([armed(each.heading) for each in table.columns])
    for row in table.rows:
        writer.writerow([_in_csv(cell) for cell in row])
    return out.getvalue()


def to_xlsx(table: Table, lang: str) -> bytes:
    """Raises workbook_parts.TooLongForWorkbookError."""
    zh = lang.startswith("zh")
    title = table.register.title.in_language(lang)
    return workbook(Book(title, table.columns, table.rows, "说明" if zh else "guide", table.guide, "lists"))


def _records(
    register: Register, documents: Sequence[Document], workspace: Workspace, lang: str, is_template: bool
) -> Iterator[dict[str, Any]]:
    for document in documents:
        data = document.data
        if register is OBSERVATIONS and data["kind"] == "observations" and not is_template:
            for key, value in data["values"].items():
                kpi, period = (data["kpi"], key) if "kpi" in data else (key, str(data["period"]))
                of = workspace.kpis[kpi]
                named = {"kpi_name": _said(of.name, lang), "unit": of.unit}
                if value is not None:
                    yield {"team": data["team"], "kpi": kpi, "period": period, **named, **long_form(register, value)}
        elif register is ANSWERS and data["kind"] == "audit":
            yield from _answers(data, workspace, lang, is_template)
        elif register is ACTIONS and data["kind"] == "actions" and not is_template:
            yield from ({"team": data["team"], **action} for action in data["actions"])


def _answers(data: Mapping[str, Any], workspace: Workspace, lang: str, is_template: bool) -> Iterator[dict[str, Any]]:
    """In the order of the checklist; of a template only what is not answered."""
    audit = workspace.audits[data["id"]]
    checklist = workspace.editions.get((audit.checklist, audit.edition or "")) or workspace.checklists[audit.checklist]
    asked = {i.id: _said(i.ask, lang) for d in checklist.domains for s in d.sections for i in s.items}
    answers = data["answers"]
    for item in dict.fromkeys([*asked, *answers]):
        answer = long_form(ANSWERS, answers.get(item))
        if bool(answer) != is_template:
            keys = {"audit": data["id"], "item": item, "question": asked.get(item, ""), "team": data["team"]}
            yield keys | answer


def _said(text: Text, lang: str) -> str:
    return in_language(text, lang).text


def _order(register: Register, workspace: Workspace) -> Callable[[Mapping[str, Any]], Any]:
    if register is OBSERVATIONS:
        return lambda record: (record["team"], record["kpi"], len(record["period"]), record["period"])
    if register is ANSWERS:
        return lambda record: record["audit"]
    return lambda record: (record["team"], record["id"])


def _wide(records: Sequence[Mapping[str, Any]], workspace: Workspace, lang: str) -> Table:
    """Rows by team and period; of each indicator the columns it needs."""
    kpis = list(dict.fromkeys(record["kpi"] for record in records))
    team, period = (OBSERVATIONS.field(name) for name in ("team", "period"))
    values: list[tuple[str, Field, str | None]] = []
    for kpi in kpis:
        own = [record for record in records if record["kpi"] == kpi]
        used = [name for name in ("value", "n", "of") if any(name in record for record in own)]
        values += [(kpi, OBSERVATIONS.field(name), None) for name in used]
        note = OBSERVATIONS.field("note")
        values += [(kpi, note, language) for language in languages_of(iter(own), note)]
    rows: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = {}
    for record in records:
        rows.setdefault((record["team"], record["period"]), {})[record["kpi"]] = record
    columns = [
        Column(heading(team, lang), "id", _choices(team, workspace)),
        Column(heading(period, lang), "period"),
        *(Column(_about(kpi, field, language), field.kind) for kpi, field, language in values),
    ]
    body = [
        (*key, *(_cell(rows[key].get(kpi, {}), field, language) for kpi, field, language in values))
        for key in sorted(rows, key=lambda key: (key[0], len(key[1]), key[1]))
    ]
    said = {kpi: f"{_said(workspace.kpis[kpi].name, lang)} ({workspace.kpis[kpi].unit})" for kpi in kpis}
    guide = [
        (each.heading, f"{said[kpi]}: {GUIDE[each.kind].in_language(lang)}")
        for each, (kpi, _, _) in zip(columns[2:], values, strict=True)
    ]
    names = ("team", "period", *(each.heading for each in columns[2:]))
    return Table(OBSERVATIONS, tuple(columns), names, tuple(body), tuple(guide))


def _about(kpi: str, field: Field, language: str | None) -> str:
    return kpi if field.name == "value" else f"{kpi} · {column(field, language)}"


def _choices(field: Field, workspace: Workspace) -> tuple[str, ...]:
    """What a cell of the column can be, where that is a short list."""
    if field.kind == "flag":
        return ("TRUE", "FALSE")
    people = sorted(person.id for person in workspace.organisation.people)
    teams = sorted(team.id for team in workspace.organisation.teams)
    ids = {
        "team": teams,
        "kpi": list(workspace.kpis),
        "effect_kpi": list(workspace.kpis),
        "audit": list(workspace.audits),
        "owner": [*people, *teams],
        "verification_by": people,
    }
    return field.choices or tuple(ids.get(field.name, ()))


def _cell(record: Mapping[str, Any], field: Field, language: str | None) -> Cell:
    value = found_at(record, field.path)
    if field.kind == "text":
        if isinstance(value, Mapping):
            return value.get(language) if language else None
        return value if language is None else None
    if value is None or isinstance(value, bool):
        return value
    if field.kind == "date":
        return _day(str(value))
    if field.kind == "ids":
        return " ".join(value)
    if field.kind == "links":
        return "\n".join(value) or None
    if field.kind == "entries":
        return "\n".join(map(flow, value)) or None
    return value if isinstance(value, (int, float)) else str(value)


def _day(text: str) -> Cell:
    """A real day, where spreadsheets know it: their calendar begins in 1900."""
    day = dt.date.fromisoformat(text)
    return day if day.year > 1900 else text


def _in_csv(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return number(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else armed(cell)
