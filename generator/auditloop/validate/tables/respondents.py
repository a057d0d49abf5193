"""A CSV file with one row per respondent → single answers by question, and every cell that is no answer to its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditloop.load.attached import Attached
from auditloop.load.document import Document
from auditloop.problems import Bilingual, Place, Problem, Severity, problem
from auditloop.problems.shown import shown
from auditloop.ratings import HIGHEST, LOWEST, SCALES, Responses
from auditloop.validate.rules.nearest import nearest
from auditloop.validate.rules.words import listed
from auditloop.validate.tables.answered import Answered
from auditloop.validate.tables.cells import Sheet
from auditloop.validate.tables.mistakes import Mistakes
from auditloop.validate.tables.texts import Texts

COMMENT = "comment"
_DIMENSION = (LOWEST, HIGHEST)


def read_respondents(
    document: Document, table: Attached, dimensions: Sequence[str]
) -> tuple[Answered | None, list[Problem]]:
    """`dimensions`: those that the organisation lists. Nothing where a heading is not as the document says."""
    sheet = Sheet(table)
    columns, problems = _columns(document, sheet, dimensions)
    if sheet.is_broken:
        return None, sheet.problems
    if any(each.severity is Severity.ERROR for each in problems):
        return None, problems
    at = {question: sheet.header.index(heading) for question, heading in columns.items()}
    answers: dict[str, list[int | None]] = {question: [] for question in columns if question != COMMENT}
    others: dict[int, list[str]] = {
        column: [] for column in range(len(sheet.header)) if column not in {at[question] for question in answers}
    }
    mistakes = Mistakes(sheet.place)
    for piece in sheet.pieces():
        for question, column in answers.items():
            column.extend(_numbers(question, columns[question], piece[at[question]], len(column), mistakes))
        for column_at, texts in others.items():
            texts += [text.strip() for text in piece[column_at]]
    problems += [*sheet.problems, *mistakes.problems()]
    if not any(map(len, answers.values())) and not problems:
        problems.append(problem("csv-without-rows", Place(table.file)))
    comments = others.get(at.get(COMMENT, -1), [])
    ratings = answers.get("overall") or [None] * len(comments)
    responses = Responses(
        {question: tuple(column) for question, column in answers.items()},
        [(text, rating) for text, rating in zip(comments, ratings, strict=False) if text],
    )
    is_whole = not any(each.severity is Severity.ERROR for each in problems)
    return Answered(document, responses, sheet.place, table.file, _texts(sheet, others), is_whole), problems


def _texts(sheet: Sheet, columns: Mapping[int, Sequence[str]]) -> list[Texts]:
    return [
        Texts(sheet, column, {text: row for row, text in reversed(list(enumerate(texts))) if text})
        for column, texts in columns.items()
    ]


def _columns(document: Document, sheet: Sheet, dimensions: Sequence[str]) -> tuple[dict[str, str], list[Problem]]:
    """Question → heading. A column that is no question is told: it may be one with another name."""
    written = document.data["respondents_csv"]
    named: Mapping[str, str] = written.get("columns", {}) if isinstance(written, dict) else {}
    questions = [*SCALES, *dimensions, COMMENT]
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for question in dict.fromkeys([*questions, *named]):
        heading = named.get(question, question).strip()
        at = document.places.value(("respondents_csv", "columns", question))
        times = sheet.header.count(heading)
        if question not in questions:
            place = document.places.key(("respondents_csv", "columns", question))
            problems.append(problem("csv-no-question", place, found=shown(question), known=_known(question, questions)))
        elif times > 1:
            problems.append(problem("csv-heading-twice", sheet.heading_place(heading), column=shown(heading)))
        elif times:
            found[question] = heading
        elif question in named:
            facts: dict[str, Any] = {"column": shown(heading), "file": sheet.file}
            problems.append(problem("csv-heading-missing", at, **facts, meant=_known(heading, sheet.header)))
    if problems:
        return found, problems
    if not any(sheet.header):
        return found, [problem("csv-without-rows", Place(sheet.file))]
    if not found.keys() - {COMMENT}:
        problems.append(problem("csv-without-questions", Place(sheet.file), known=listed(questions, 20)))
        return found, problems
    for heading in dict.fromkeys(sheet.header):
        if heading and heading not in found.values():
            facts = {"column": shown(heading), "known": _known(heading, questions)}
            problems.append(problem("csv-column-unused", sheet.heading_place(heading), **facts))
    return found, problems


def _known(wanted: str, known: Sequence[str]) -> Bilingual:
    close = nearest(wanted, known)
    if close:
        return Bilingual(f"是不是“{shown(close)}”？", f"Did you mean “{shown(close)}”?")
    there = listed([shown(each, 30) for each in known], 20)
    return Bilingual(f"可用的有：{there.zh}", f"Possible are {there.en}")


def _numbers(question: str, heading: str, cells: Sequence[str], row: int, mistakes: Mistakes) -> list[int | None]:
    low, high = SCALES.get(question, _DIMENSION)
    known: dict[str, int | None] = {"": None, **{str(answer): answer for answer in range(low, high + 1)}}
    found: list[int | None] = []
    for at, cell in enumerate(cells, start=row):
        text = cell.strip().removesuffix(".0")  # a spreadsheet's way to write a whole number
        if text not in known:
            mistakes.add("cell-not-number", heading, at, found=shown(cell.strip()), low=low, high=high)
        found.append(known.get(text))
    return found
