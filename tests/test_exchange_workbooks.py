"""Workbooks: pleasant to fill in, the same bytes each time, and nothing of a stranger's workbook is run or unpacked
without looking."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from auditloop.cli.main import app
from auditloop.exchange import Grid, TooLongForWorkbookError, read_workbook, workbook_in
from auditloop.exchange.workbook_out import Book, Column, workbook
from auditloop.exchange.workbook_parts import LONGEST_TEXT, Cell
from case_workspaces import CASES, make_workspace

COLUMNS = [Column("Day", "date"), Column("Note", "text"), Column("Status", "choice", ("planned", "done"))]


def made(*rows: tuple[Cell, ...]) -> bytes:
    return workbook(Book("Actions", COLUMNS, rows, "guide", [("Day", "A day")]))


def opened(raw: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(raw))


def run(root: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["-C", str(root), "--as-of", "2026-06-30", "--lang", "en", *arguments])
    return result.exit_code, result.output


def test_an_exported_workbook_is_pleasant_to_work_in(tmp_path: Path) -> None:
    """Headings stay, a filter, real days and numbers, lists to choose from, and a sheet that explains the columns."""
    root = make_workspace(CASES / "base", tmp_path / "ws")

    assert run(root, "export", "actions", str(tmp_path / "a.xlsx"))[0] == 0

    book = opened((tmp_path / "a.xlsx").read_bytes())
    sheet = book.worksheets[0]
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet[f"{heads['Due']}2"].value.isoformat() == "2026-04-30T00:00:00"
    assert sheet[f"{heads['Progress (%)']}3"].value == 40
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    source = lists[f"{heads['Status']}2"].replace("$", "").split("!")[1]
    assert [row[0].value for row in book["lists"][source]] == [
        "planned", "in-progress", "blocked", "done", "verified", "cancelled",
    ]  # fmt: skip
    assert book["lists"].sheet_state == "hidden"
    assert {row[0].value for row in book["guide"].iter_rows()} == set(heads)
    assert all(8 <= sheet.column_dimensions[letter].width <= 70 for letter in heads.values())


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", '=HYPERLINK("https://x")', "＝1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    """The cell is text, and stays text when somebody edits it."""
    cell = opened(made((None, text, None))).worksheets[0]["B2"]

    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    grid = read_workbook(made((None, text, None)), "x.xlsx")
    assert isinstance(grid, Grid)
    assert grid.rows == [["", text, ""]]


def test_the_same_rows_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock: neither in the archive nor in the properties."""
    first = made((None, "a", "done"))
    monkeypatch.setattr("time.time", lambda: 2e9)

    assert made((None, "a", "done")) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {info.date_time[0] for info in parts.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_a_text_that_excel_would_cut_is_refused() -> None:
    made((None, "x" * LONGEST_TEXT, None))
    with pytest.raises(TooLongForWorkbookError):
        made((None, "x" * (LONGEST_TEXT + 1), None))


def with_part(name: str, content: bytes) -> bytes:
    out = io.BytesIO(made((None, "a", None)))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return out.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x/>'


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "workbook-unreadable"),
        (b"PK\x03\x04 no archive", "workbook-unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook-unreadable"),
        (made((None, "a", None))[:-40], "workbook-unreadable"),
        (with_part("xl/vbaProject.bin", b"x"), "workbook-macros"),
        (with_part("xl/other.xml", ENTITY), "workbook-unreadable"),
        (with_part("xl/media/big.bin", b"\0" * (workbook_in.MOST_UNPACKED + 1)), "workbook-too-large"),
    ],
    ids=["empty", "no archive", "old or locked", "cut off", "macros", "entities", "bomb"],
)
def test_a_workbook_that_cannot_be_trusted_is_refused_with_its_reason(raw: bytes, code: str) -> None:
    found = read_workbook(raw, "x.xlsx")

    assert isinstance(found, list)
    assert [problem.code for problem in found] == [code]


def test_a_sheet_with_more_rows_than_anybody_types_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_in, "MOST_ROWS", 3)

    grid = read_workbook(made(*[(None, "a", None)] * 4), "x.xlsx")

    assert isinstance(grid, Grid)
    assert [problem.code for problem in grid.problems] == ["workbook-too-large"]


def test_a_template_is_filled_in_and_imported(tmp_path: Path) -> None:
    """The questions of an audit that nobody has answered yet, in the checklist's order; answers land in its file."""
    root = make_workspace(CASES / "base", tmp_path / "ws")
    audit = root / "audits/front-desk/audit.yml"
    text = audit.read_text(encoding="utf-8").replace("  signs-clear: 2\n", "").replace("status: final", "status: draft")
    audit.write_text(text, encoding="utf-8")
    file = tmp_path / "t.xlsx"
    assert run(root, "export", "answers", str(file), "--template", "--audit", "front-desk-2026-03")[0] == 0
    book = opened(file.read_bytes())
    sheet = book.worksheets[0]
    assert [[cell.value for cell in row[:3]] for row in sheet.iter_rows(min_row=2)] == [
        ["front-desk-2026-03", "signs-clear", "Are the signs clear?"]
    ]
    sheet["D2"] = 2
    book.save(file)

    code, said = run(root, "import", "answers", str(file))

    assert (code, said) == (0, "audits/front-desk/audit.yml: added 1\nFiles written: 1\n")
    assert audit.read_text(encoding="utf-8") == text.replace("  noise-level", "  signs-clear: 2\n  noise-level")


def test_export_replaces_no_file_unasked(tmp_path: Path) -> None:
    root = make_workspace(CASES / "base", tmp_path / "ws")
    file = tmp_path / "a.csv"
    file.write_text("mine", encoding="utf-8")

    code, said = run(root, "export", "actions", str(file))

    assert code == 2
    assert "is there already" in said
    assert file.read_text(encoding="utf-8") == "mine"
    assert run(root, "export", "actions", str(file), "--force")[0] == 0


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_only_tables_are_written(name: str, tmp_path: Path) -> None:
    root = make_workspace(CASES / "base", tmp_path / "ws")

    assert run(root, "export", "actions", str(tmp_path / name))[0] == 2


def test_what_is_asked_for_and_not_there_is_said_so(tmp_path: Path) -> None:
    root = make_workspace(CASES / "base", tmp_path / "ws")

    code, said = run(root, "export", "observations", "-", "--team", "housekeeping")

    assert (code, said) == (1, "auditloop: There are no records of team housekeeping.\n")
