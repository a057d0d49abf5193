"""Untrusted text is harmless in every sink it can reach."""

import csv
import io
import json

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from auditloop.render import escape
from rendered import Dom

texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=80) | st.lists(
    st.sampled_from([*"<>&\"'`*_{}[]()#+-.!|~:\\=^$ \n\tab1", "{{", "}}", "\u202e", "\u05d0", "javascript:", "W" * 60]),
    max_size=30,
).map("".join)


def convert(text):
    return markdown.Markdown(extensions=["attr_list", "tables", "toc"]).convert(text)


def shown(html):
    return "".join(Dom(html).words.split())


def expected(text):
    return "".join(escape.one_line(text).split())


@given(texts)
def test_markdown_prose_shows_the_text_itself(text):
    """Whatever it contains, a paragraph shows it literally and becomes nothing but a paragraph."""
    html = convert("Start " + escape.markdown(text) + " end")

    assert {tag for tag, _ in Dom(html).elements} == {"p"}
    assert shown(html) == "Start" + expected(text) + "end"


@given(texts)
def test_markdown_headings_show_the_text_itself(text):
    """A heading keeps its own attributes and takes none from the text."""
    html = convert("## " + escape.markdown("x" + text) + " {: #own }")

    dom = Dom(html)
    assert [tag for tag, _ in dom.elements] == ["h2"]
    assert dom.elements[0][1] == {"id": "own"}
    assert shown(html) == "x" + expected(text)


@given(texts)
def test_html_text_makes_no_element_of_its_own(text):
    """Only the line-break hints and the isolation of right-to-left text are elements."""
    dom = Dom(f"<p>{escape.html(text)}</p>")

    assert {tag for tag, _ in dom.elements} <= {"p", "wbr", "bdi"}
    assert "".join(dom.words.split()) == expected(text)
    assert dom.errors == []


@given(texts)
def test_attributes_cannot_be_left(text):
    """A quoted attribute holds the text and nothing follows it."""
    (tag, attrs), *rest = Dom(f'<p title="{escape.attribute(text)}"></p>').elements

    assert (tag, rest, list(attrs)) == ("p", [], ["title"])
    assert attrs["title"] == escape.one_line(text)


@given(texts)
def test_front_matter_is_one_yaml_string(text):
    """It parses as text, holds no line break and no bare `<` or quote."""
    value = yaml.safe_load(f"title: {escape.front_matter(text)}")["title"]

    assert isinstance(value, str)
    assert not set('<>"\n') & set(value)
    json.loads(escape.front_matter(text))


@given(st.lists(texts, min_size=2, max_size=4))
def test_csv_cells_come_back_and_are_no_formulas(cells):
    """A reader gets one cell per value; none begins like a formula unless it is a number."""
    row = next(csv.reader(io.StringIO(",".join(map(escape.csv_cell, cells)) + "\r\n")), [""])

    assert len(row) == len(cells)
    for cell in row:
        start = cell.lstrip()[:1]
        assert start not in {"=", "@", "|", "%"}
        assert start not in {"+", "-"} or cell.strip("+-0123456789.,eE% \u202f") == ""


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("mailto:a@example.org", True),
        ("../files/photo.jpg", True),
        ("files/2026/a b.jpg", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//evil.example/x", False),
        ("\\\\evil.example\\x", False),
        ("https:", False),
        ("http://[::1", False),
        ("", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_safe_links_are_links(target, allowed):
    """http, https, mailto and relative; everything else is shown as text."""
    assert (escape.url(target) is not None) is allowed


def test_numbers_stay_numbers_in_csv():
    """A negative number is no formula."""
    assert escape.csv_cell(-0.5) == "-0.5"
    assert escape.csv_cell("-0.5") == "-0.5"
    assert escape.csv_cell("-0.5+cmd") == "'-0.5+cmd"
    assert escape.csv_cell(None) == ""


def test_long_runs_may_break_and_stay_whole():
    """A 10,000-character line gets break points and loses nothing."""
    html = str(escape.html("x" * 10_000))

    assert html.count("<wbr>") > 300
    assert html.replace("<wbr>", "") == "x" * 10_000
