"""What a line is: the same for reading a file and for telling a place in it, and the same as in an editor."""

from __future__ import annotations

import csv
import io

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditloop.load import read_document
from auditloop.load.lines import Spot, first_line, lines, spot

SEPARATORS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
TEXT = st.lists(st.sampled_from(["a", "工单", " ", *SEPARATORS])).map("".join)


@pytest.mark.parametrize(("separator", "count"), [*zip(SEPARATORS, [2, 2, 2, 1, 1, 1, 1, 1, 1], strict=True)])
def test_three_things_end_a_line(separator: str, count: int) -> None:
    r"""\n, \r\n and \r, as the Language Server Protocol says; nothing else of what Python calls a line."""
    assert len(lines(f"a{separator}b")) == count
    assert first_line(f"a{separator}b") == ("a" if count == 2 else f"a{separator}b")


@given(TEXT)
def test_csv_and_yaml_readers_count_the_same(text: str) -> None:
    """Python's CSV reader and libyaml find as many lines, so that their line numbers are ours."""
    assert len(list(io.StringIO(text, newline=""))) == len(lines(text)) - (lines(text)[-1] == "")
    reader = csv.reader(io.StringIO(text, newline=""))
    list(reader)
    assert reader.line_num == len(lines(text)) - (lines(text)[-1] == "")
    if not set(text) & set(SEPARATORS[3:]):
        scanned = list(yaml.scan("'" + text + "'", Loader=yaml.CSafeLoader))
        assert scanned[1].end_mark.line == len(lines(text)) - 1


@given(TEXT, st.data())
def test_a_spot_finds_its_character(text: str, data: st.DataObject) -> None:
    """Line and column lead back to the offset."""
    at = data.draw(st.integers(0, len(text)))

    found = spot(text, at)

    before = "".join(f"{line}\n" for line in lines(text)[: found.line - 1])
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if text[at - 1 : at + 1] != "\r\n":
        assert plain[len(before) + found.column - 1 :] == text[at:].replace("\r\n", "\n").replace("\r", "\n")


def test_spots_on_paper() -> None:
    r"""Six characters in three lines; the \n of \r\n stands where it stands."""
    assert [spot("a\r\nb\rc", at) for at in range(7)] == [
        Spot(1, 1),
        Spot(1, 2),
        Spot(1, 3),
        Spot(2, 1),
        Spot(2, 2),
        Spot(3, 1),
        Spot(3, 2),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_comment_in_text_is_found_whatever_ends_the_lines(end: str) -> None:
    """Also in a file of an old Macintosh."""
    _, problems = read_document(f"kind: actions{end}title: Fix what #12 says{end}".encode(), "audits/a.yml")

    assert [(each.code, each.place.line, each.place.column) for each in problems] == [("comment-in-text", 2, 17)]
