"""The registers as a workbook, read back by a reader that is not the library that wrote it."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from auditloop.cli.main import app
from auditloop.exchange import register_book
from auditloop.exchange.workbook_parts import LONGEST_TEXT
from auditloop.render.sheets import RegisterBook, Sheet
from auditloop.render.sheets.sheet import Heading
from building import make_workspace
from rendered import demo, dom, nasty, render_documents

ORGANISATION = {
    "kind": "organisation",
    "id": "o",
    "name": "O",
    "teams": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
}


def read(raw: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def one(*cells: Any, kinds: str) -> bytes:
    """A book with one row."""
    headings = tuple(Heading(kind, kind) for kind in kinds.split())  # type: ignore[arg-type]
    return register_book(RegisterBook((Sheet("s", "S", headings, (cells,), (None,)),), "about", (("term", "=1+1"),)))


def test_what_stands_on_the_pages_stands_in_the_workbook() -> None:
    """Every record of the demonstration in its sheet, days as days, numbers unrounded, words of the language."""
    site = demo("en")
    book = read(register_book(site.registers))

    assert list(book) == [*(sheet.title for sheet in site.registers.sheets), "About"]
    assert list(book)[:3] == ["Findings", "Actions", "Audits"]
    for sheet in site.registers.sheets:
        rows = book[sheet.title]
        assert rows[0] == [heading.text for heading in sheet.headings]
        assert len(set(rows[0])) == len(rows[0])
        assert len(rows) - 1 == len(sheet.rows) > 3
        for found, given in zip(rows[1:], sheet.rows, strict=True):
            assert [None if cell == "" else cell for cell in found] == list(given)
        for at, heading in enumerate(sheet.headings):
            types = {type(row[at]) for row in rows[1:] if row[at] != ""}
            assert types <= {{"day": dt.date}.get(heading.kind, str if heading.kind in TEXTS else float)}


TEXTS = ("id", "word", "text")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_sheet_stays_usable_when_it_is_long(lang: str) -> None:
    """Headings and ids stay in view, the filter spans all rows, columns have a width, formats suit their kinds."""
    site = demo(lang)
    book = openpyxl.load_workbook(io.BytesIO(register_book(site.registers)))

    for sheet in site.registers.sheets:
        found = book[sheet.title]
        assert (found.freeze_panes, found.auto_filter.ref) == ("B2", found.dimensions)
        for at, heading in enumerate(sheet.headings, 1):
            cells = [found.cell(row, at) for row in range(2, found.max_row + 1)]
            filled = [cell for cell in cells if cell.value is not None]
            assert 8 <= found.column_dimensions[cells[0].column_letter].width <= 70
            assert all(cell.is_date for cell in filled if heading.kind == "day")
            assert {cell.number_format for cell in filled if heading.kind == "share"} <= {"0.0%"}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://x")', "＝1", "a_x000D_b", "a\x01b"]
)
def test_no_text_becomes_a_formula(text: str) -> None:
    """Text is text, for readers and for whoever edits the cell."""
    raw = one(text, kinds="text")
    cell = openpyxl.load_workbook(io.BytesIO(raw))["S"]["A2"]

    assert cell.data_type == "s"
    assert cell.quotePrefix is (text[0] in "=+-@＝")
    assert read(raw)["S"][1] == [text.replace("\x01", "\ufffd")]
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist())


def test_hostile_text_comes_back_as_it_was_written() -> None:
    """Nothing that the data says is markup of the workbook."""
    site = nasty("en")
    book = read(register_book(site.registers))

    for sheet in site.registers.sheets:
        assert [cell or None for cell in book[sheet.title][1]] == [cell or None for cell in sheet.rows[0]]


def test_edges_of_what_a_cell_holds() -> None:
    """Too long a text is cut where Excel would refuse the file; an empty cell is not nought; early and late days."""
    first, last = dt.date(1900, 3, 1), dt.date(2099, 12, 31)
    rows = read(one("x" * (LONGEST_TEXT + 9), None, 0, -0.125, first, last, kinds="text word count change day day"))[
        "S"
    ]

    assert len(rows[1][0]) == LONGEST_TEXT and rows[1][0].endswith("…")
    assert rows[1][1:] == ["", 0.0, -0.125, first, last]


def test_the_same_registers_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock: neither in the archive nor in the properties."""
    first = register_book(demo("zh").registers)
    monkeypatch.setattr("time.time", lambda: 2e9)

    assert register_book(demo("zh").registers) == first


def test_ids_lead_to_their_pages_where_the_site_has_an_address() -> None:
    """And to nowhere else where it has none."""
    action = {
        "id": "A-1",
        "title": "T",
        "type": "corrective",
        "owner": "a",
        "opened": "2026-09-01",
        "due": "2026-10-01",
    }
    documents = [ORGANISATION, {"kind": "actions", "team": "a", "actions": [action | {"status": "planned"}]}]

    for address, link in (("https://q.example/en/", "https://q.example/en/actions/2026.html#A-1"), (None, None)):
        site = render_documents(documents, "en", site_url=address)
        cell = openpyxl.load_workbook(io.BytesIO(register_book(site.registers)))["Actions"]["A2"]
        assert (cell.hyperlink.target if cell.hyperlink else None) == link
        assert cell.value == "A-1"


def test_the_command_writes_one_teams_registers(tmp_path: Path) -> None:
    """In the language of messages; what is there is kept unless told otherwise; an unknown team or a CSV is refused."""
    root = make_workspace(tmp_path / "ws", drawn=False)
    file = tmp_path / "r.xlsx"

    def run(*arguments: object) -> int:
        options = ["-C", str(root), "--lang", "en", "export", "registers", *map(str, arguments)]
        return CliRunner().invoke(app, options).exit_code

    def teams() -> set[str]:
        """Of all audits."""
        return {row[1] for row in read(file.read_bytes())["Audits"][1:]}

    assert run(file, "--team", "repair") == 0
    assert teams() == set()
    assert run(file) == 2
    assert run(file, "--team", "front-desk", "--force") == 0
    assert teams() == {"Front desk"}
    assert run(tmp_path / "x.xlsx", "--team", "nobody") == 2
    assert run(tmp_path / "x.csv") == 2
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_downloads_page_offers_it(lang: str) -> None:
    """With what is in it."""
    page = dom("demo", lang, "downloads.md")

    assert "downloads/registers.xlsx" in page.all("href")
    assert "register-table" in page.all("id")
