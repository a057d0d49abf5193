"""Tickets from CSV as people export them: what is read is what was written, and nothing makes the reader fall over."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from auditloop import pipeline
from auditloop.load import Attached, read_document
from auditloop.load.lines import lines
from auditloop.model import Workspace
from auditloop.problems import Problem
from auditloop.tickets import MISSING, TimeReader
from auditloop.validate.rules.privacy import in_table
from auditloop.validate.tables.source import Source
from auditloop.validate.tables.tickets import read_tickets
from case_workspaces import CASES, make_workspace

READER = TimeReader("Asia/Shanghai")
HEADINGS = ["id", "type", "received", "first_response", "contacts", "note"]


def read(text: str, more: str = "") -> tuple[Source | None, list[Problem]]:
    yaml = f"kind: tickets\nteam: front-desk\nfrom_csv:\n  file: t.csv\n{more}"
    document, problems = read_document(yaml, "audits/t.yml")
    assert document
    assert not problems
    return read_tickets(document, Attached("audits/t.csv", text), READER)


def table(*rows: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *rows])
    return out.getvalue()


def test_cells_become_columns() -> None:
    """Times in either form, empty cells, commas and line breaks in quotes, semicolons, cells behind the last column."""
    text = table(
        ["T-1", "complaint", "2026-03-01 09:12", "2026-03-01T09:30:15", "2", 'too "long",\nreally'],
        ["T-2", "enquiry", "2026-03-01 10:00", "", "", ""],
    )
    for each in (
        text,
        text.replace(",", ";"),
        text.replace("\r\n", "\n") + "\n\n",
        text.replace("\r\nT-2", ",,\r\nT-2"),
    ):
        source, problems = read(each)
        assert problems == []
        assert source is not None
        log = source.log
        assert log.ids == ["T-1", "T-2"]
        assert log.words["type"] == ["complaint", "enquiry"]
        assert list(log.times["received"]) == [READER.read("2026-03-01T09:12"), READER.read("2026-03-01T10:00")]
        assert list(log.times["first_response"]) == [READER.read("2026-03-01T09:30:15"), MISSING]
        assert list(log.numbers["contacts"]) == [2, -1]


def test_places_count_lines_as_an_editor_does() -> None:
    """A cell with a line break takes two lines, a blank line and a row that does not fit take one each."""
    text = (
        table(["T-1", "complaint", "2026-03-01 09:12", "", "", "two\nlines"])
        + "\r\nT-2\r\n"
        + 'T-3,"complaint",soon,,,\r\n'
    )

    _, problems = read(text)

    assert [(p.code, p.place.line, p.place.column) for p in problems] == [
        ("csv-row-length", 5, 1),
        ("cell-not-time", 6, 17),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_place_is_the_same_whatever_ends_the_lines(end: str) -> None:
    """Inside quotes and outside; what only Python calls the end of a line ends none."""
    text = end.join(
        [
            "id,type,note,received,rating",
            f'T-1,complaint,"one{end}two, {end}three",soon,9',
            "T-2,complaint,a\x0cb\x85c\u2028d,soon,",
            "",
            "T-3,complaint",
            'T-4,complaint,5" pipe,2026-03-01 09:12,nine',
            "",
        ]
    )

    _, problems = read(text)

    assert [(p.code, p.place.line, p.place.column) for p in problems] == [
        ("csv-row-length", 7, 1),
        ("cell-not-time", 4, 8),
        ("cell-not-time", 5, 23),
        ("cell-not-number", 4, 13),
        ("cell-not-number", 8, 40),
    ]


@pytest.mark.parametrize(
    ("rows", "place", "said"),
    [
        (
            ["T-1,complaint,2026-03-01 09:12,,,ok", 'T-2,complaint,2026-03-01 10:00,,,"not ok', "T-3,x,,,,"],
            (3, 34),
            "partner",
        ),
        (['"T-1,complaint,2026-03-01 09:12,,,ok'], (2, 1), "partner"),
        (['T-1,complaint,"2026-03-01 09:12,,,', 'T-2,"enquiry",2026-03-01 10:00,,,'], (2, 15), "behind"),
        (['T-1,complaint,2026-03-01 09:12,,,"he said "wait""'], (2, 34), "behind"),
    ],
)
def test_a_quotation_mark_without_partner_is_told_where_it_stands(
    rows: list[str], place: tuple[int, int], said: str
) -> None:
    """It would take in the rest of the file without a word; so nobody may say what the file does not hold."""
    source, problems = read("\n".join([",".join(HEADINGS), *rows, ""]))

    assert source is None or not source.is_whole
    broken = [p for p in problems if p.code == "csv-broken"]
    assert [(p.place.line, p.place.column) for p in broken] == [place]
    assert said in broken[0].message.en


def test_headings_with_a_broken_quotation_mark_are_one_problem() -> None:
    """Not a problem for each column that cannot be found either."""
    source, problems = read('id,"type,received\nT-1,complaint,2026-03-01 09:12\n')

    assert source is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("csv-broken", 1, 4)]


@pytest.mark.parametrize("above", ["", "\n\n", "\r\n", "sep=,\r\n", ",,,,,\n"])
def test_headings_follow_blank_lines_and_the_line_that_only_excel_knows(above: str) -> None:
    """Blank rows are no rows, wherever they stand and however many commas they have."""
    text = above + table(
        ["T-1", "complaint", "2026-03-01 09:12", "", "", ""], [""] * 6, ["T-2", "complaint", "soon", "", "", ""]
    )

    source, problems = read(text)

    assert [(p.code, p.place.line) for p in problems] == [("cell-not-time", len(lines(above)) + 3)]
    assert source is not None
    assert source.log.ids == ["T-1", "T-2"]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_excel_says_which_character_separates(delimiter: str) -> None:
    """Also where the headings hold more commas than separators."""
    text = f"sep={delimiter}\n" + delimiter.join(['"id, of the system, unique"', "type", "received"])
    text += "\n" + delimiter.join(["T-1", "complaint", "2026-03-01 09:12"]) + "\n"

    source, problems = read(text, "  columns: {id: 'id, of the system, unique'}\n")

    assert problems == []
    assert source is not None
    assert source.log.ids == ["T-1"]


def test_zero_bytes_are_told_where_they_matter() -> None:
    """In a cell that is read they make it something else; they do not end the text."""
    _, problems = read(
        table(
            ["T-1\0", "complaint", "2026-03-01 09:12", "", "", ""],
            ["T-2", "complaint", "2026-03-01\0 09:12", "", "", "a\0b"],
        )
    )

    assert [(p.code, p.place.line) for p in problems] == [("cell-not-id", 2), ("cell-not-time", 3)]
    assert "\0" not in "".join(p.message.en for p in problems)


def test_personal_data_are_found_in_every_column() -> None:
    """Two columns with one heading, one without a heading; the place is that of the cell."""
    number = "13800138000"
    source, problems = read(
        f"id,type,received,note,note,\nT-1,complaint,2026-03-01 09:12,{number},,\n"
        f"T-2,enquiry,2026-03-01 09:12,,{number},{number}\n"
    )
    assert source is not None
    assert problems == []

    found = list(in_table(source.texts, frozenset()))

    assert [(p.code, p.place.line, p.place.column) for p in found] == [
        ("personal-data", 2, 32),
        ("personal-data", 3, 31),
        ("personal-data", 3, 43),
    ]


def test_words_and_ids_of_the_system_are_translated() -> None:
    """`columns` name the headings, `values` the words, `prefix` makes ids of bare numbers."""
    text = "工单号,类型,受理\n0301,投诉,2026-03-01 09:12\n"
    more = "  prefix: T-\n  columns: {id: 工单号, type: 类型, received: 受理}\n  values: {type: {投诉: complaint}}\n"

    source, problems = read(text, more)

    assert source is not None
    assert (source.log.ids, source.log.words["type"], problems) == (["T-0301"], ["complaint"], [])


CELL = st.one_of(
    st.sampled_from(["", "T-1", "complaint", "2026-03-01 09:12", "2026/3/1 9:12", "46082.5", "1E+9", "5"]),
    st.text(max_size=12),
)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(CELL, min_size=5, max_size=7), max_size=8), st.booleans())
@example([["", "", "", "", "\r0"], ["", "", "", "", "", ""]], False)
def test_whatever_stands_in_the_cells_is_told_or_read(rows: list[list[str]], quoted: bool) -> None:
    """No cell makes the reader fall over, and every problem has its sentences and a place in the file."""
    text = table(*rows) if quoted else "\n".join([",".join(HEADINGS), *(",".join(row) for row in rows)])

    source, problems = read(text)

    written = lines(text)
    for problem in problems:
        assert problem.message.zh
        assert problem.message.en
        assert 1 <= problem.place.line <= len(written)
        assert 1 <= problem.place.column <= len(written[problem.place.line - 1]) + 1
    assert source is None or len(source.log.times["received"]) == len(source.log)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_whatever_the_file_holds_is_told(text: str) -> None:
    """Text that is no table of tickets is a problem, never a traceback."""
    _, problems = read(text)

    assert problems


@pytest.mark.parametrize("count", [999, 1000, 1001, 2500])
def test_pieces_join_without_a_seam(count: int) -> None:
    """A log is read some rows at a time; none is lost or doubled where one piece ends."""
    rows = [[f"T-{n}", "complaint", f"2026-03-{n % 28 + 1:02d} 09:12", "", "", ""] for n in range(count)]

    source, problems = read(table(*rows))

    assert problems == []
    assert source is not None
    assert list(source.log.ids) == [row[0] for row in rows]
    assert list(source.log.times["received"]) == [READER.read(row[2]) for row in rows]


@pytest.mark.parametrize("time", ["9999-12-31 23:59", "2100-01-01 00:00", "1899-12-31 23:59", "9999/12/31 23:59"])
def test_a_year_that_stands_for_never_is_told(time: str) -> None:
    """Programs write the last day they know where there is none; it is no time at which anything happened."""
    _, problems = read(table(["T-1", "complaint", "2026-03-01 09:12", time, "", ""]))

    assert [problem.code for problem in problems] == ["cell-not-time"]


def test_from_the_file_to_the_results(tmp_path: Path) -> None:
    """The whole way: CSV files in several encodings, a standard, and the fingerprint of the data."""
    root = make_workspace(CASES / "valid" / "csv-in-many-encodings", tmp_path)
    audits = root / "audits"
    (audits / "standards.yml").write_text(
        "kind: standards\nstandards:\n"
        "  - {id: first, name: First, where: {type: complaint}, to: first_response, within: 30min}\n",
        encoding="utf-8",
    )
    config = pipeline.read_config(root, as_of="2026-04-15")

    before = pipeline.assess(config)
    (audits / "front-desk" / "gb18030.csv").unlink()
    (audits / "front-desk" / "gb18030.yml").unlink()
    after = pipeline.assess(config)

    assert sum(len(log) for log in _workspace(before).tickets) == 8
    assert [(s.team, s.due, s.kept, s.median) for s in before.results.standards] == [
        (None, 4, 4, 18.25),
        ("front-desk", 4, 4, 18.25),
    ]
    assert [s.due for s in after.results.standards] == [3, 3]
    assert before.results.data_hash != after.results.data_hash


def _workspace(assessed: pipeline.Assessed) -> Workspace:
    return assessed.workspace
