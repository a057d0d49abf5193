"""Tables in the encodings that Chinese spreadsheets write: read when declared or recognised, else one clear problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditloop.load import read_workspace
from auditloop.problems import Problem

CHINESE = "工单号,类型,受理时间\nT-1,投诉,2026-03-01 09:12\nT-2,咨询,2026-03-01 10:00\n"
PLAIN = "id,type,received\nT-1,complaint,2026-03-01 09:12\n"
ONE = "一一,一\n一,一\n一,一二三\n"
"""The low byte of 一 is zero: on the other side than those of ASCII characters."""


def read(root: Path, raw: bytes, encoding: str = "") -> str | Problem:
    """The text of a table with these bytes, or the one problem with it."""
    (root / "audits").mkdir()
    (root / "audits" / "t.csv").write_bytes(raw)
    declared = f"  encoding: {encoding}\n" if encoding else ""
    (root / "audits" / "t.yml").write_text(
        f"kind: tickets\nteam: front-desk\nfrom_csv:\n  file: t.csv\n{declared}", encoding="utf-8"
    )
    loaded = read_workspace(root)
    if loaded.problems:
        (problem,) = loaded.problems
        return problem
    return loaded.tables["audits/t.yml"].text


@pytest.mark.parametrize("text", [CHINESE, PLAIN, ONE])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_an_encoding_is_recognised(text: str, codec: str, tmp_path: Path) -> None:
    """With its mark and without, little end first or big end first, also of Chinese headings."""
    assert read(tmp_path, text.encode(codec)) == text


@pytest.mark.parametrize("text", [CHINESE, ONE])
def test_older_chinese_tables_are_recognised(text: str, tmp_path: Path) -> None:
    """GB18030, as older Windows programs write it."""
    assert read(tmp_path, text.encode("gb18030")) == text


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        *((codec, "utf-16") for codec in ("utf-16", "utf-16-le", "utf-16-be")),
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("gb18030", "gb18030"),
    ],
)
def test_a_declared_encoding_is_used(codec: str, declared: str, tmp_path: Path) -> None:
    """The mark of the byte order is no part of the first heading."""
    assert read(tmp_path, CHINESE.encode(codec), declared) == CHINESE


@pytest.mark.parametrize(
    ("codec", "declared", "code"),
    [
        ("utf-8", "gb18030", "table-other-encoding"),
        ("utf-8-sig", "gb18030", "table-other-encoding"),
        ("utf-16", "gb18030", "table-other-encoding"),
        ("utf-16-le", "utf-8", "table-other-encoding"),
        ("utf-8", "utf-16", "table-other-encoding"),
        ("gb18030", "utf-16", "table-other-encoding"),
        ("gb18030", "utf-8", "table-encoding"),
        ("latin-1", "", "table-encoding"),
    ],
)
def test_a_wrong_declaration_is_one_problem(codec: str, declared: str, code: str, tmp_path: Path) -> None:
    """Never a table of characters that nobody meant."""
    text = CHINESE if codec != "latin-1" else "café,déjà\nà,ù\n"

    found = read(tmp_path, text.encode(codec), declared)

    assert isinstance(found, Problem)
    assert (found.code, found.place.file) == (code, "audits/t.csv")


def test_plain_text_may_be_declared_as_anything_that_holds_it(tmp_path: Path) -> None:
    """ASCII is GB18030 too."""
    assert read(tmp_path, PLAIN.encode(), "gb18030") == PLAIN


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_byte_that_cannot_be_read_has_a_place(end: str, tmp_path: Path) -> None:
    """Line and column as an editor counts them, whatever ends the lines."""
    found = read(tmp_path, f"id,type{end}工单,caf".encode() + b"\xe9" + end.encode(), "utf-8")

    assert isinstance(found, Problem)
    assert (found.place.line, found.place.column) == (2, 7)


def test_an_encoding_cut_off_is_a_problem(tmp_path: Path) -> None:
    """Half a character at the end of the file."""
    found = read(tmp_path, CHINESE.encode("utf-16-le")[:-1], "utf-16")

    assert isinstance(found, Problem)
    assert found.code == "table-encoding"


def test_an_encoding_that_nobody_knows_is_told_by_the_schema(tmp_path: Path) -> None:
    """What is written there need not even be a word."""
    assert read(tmp_path, CHINESE.encode(), "[utf-8, {a: b}]") == CHINESE
