"""The comment on a pull request: harmless whatever the data holds, and never longer than a host takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assess_workspace import action, actions, results
from auditloop.assess.changes import Noticed, compare_results
from auditloop.model.names import Names
from auditloop.render.escape import comment, comment_code
from auditloop.render.i18n import read_words
from auditloop.reporters.changes import CHANGES_REPORTERS
from auditloop.reporters.told import MOST

TEMPLATES = Path(__file__).parents[1] / "site_templates"
HOST = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
REFERENCE = re.compile(r"(?<![\w`])[@#!~$%^](?=[\w\"])|://|\bwww\.|\bGH-\d", re.IGNORECASE)


def comment_on(count: int, title: str = "t", lang: str = "en") -> str:
    """The comment on a change that adds so many overdue actions with this title."""
    filed = [action(f"A-{n:05}", due=f"2026-03-{n % 28 + 1:02}", title=title) for n in range(count)]
    found = compare_results(Noticed(results(), "main"), Noticed(results(actions(*filed)), ""), "t")
    names: Names = {("action", each["id"]): each["title"] for each in filed}
    return CHANGES_REPORTERS["markdown"](found, names, read_words(lang, (TEMPLATES,)))


HOSTILE = [
    "@team please look",
    "fixes #12, GH-12, org/repo#3, !4 ~bug %v1 $5 &6",
    "<img src=x onerror=alert(1)><!-- <details> -->",
    "[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example>",
    "https://evil.example www.evil.example me@evil.example",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode\n```",
    "# heading\n- list\n1. list\n> quote\n---",
    "*bold* _it_ ~~gone~~ `code` \\*",
    "\u202eright\u200b to left\x00",
    "/close",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_the_data_stays_text(text: str) -> None:
    """Rendered as a host does, the entry is one paragraph of plain text: no tag, no link, nobody mentioned."""
    rendered = HOST.render(comment_on(1, text))
    entry = re.search(r"<li>(.*?)</li>", rendered, re.DOTALL)

    assert entry
    assert set(re.findall(r"<(\w+)", entry[1])) <= {"code"}
    assert not REFERENCE.search(re.sub(r"<code>.*?</code>", "", entry[1]))


@given(st.text(st.sampled_from("ab1@#!~$%^&<>[]()*_`|\\-+=./: \n\t\"'"), max_size=30))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """Whatever the mixture: what a reader sees is the text, but for white space."""
    rendered = HOST.renderInline(comment(text))
    seen = re.sub(r"&(lt|gt|amp|quot);", lambda m: {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[m[1]], rendered)

    assert "<" not in rendered
    assert seen.replace("\u200b", "").split() == text.split()


@given(st.text(max_size=20))
def test_an_id_is_code_or_text(text: str) -> None:
    """Nothing in it ends the code early."""
    assert set(re.findall(r"<(\w+)", HOST.renderInline(comment_code(text)))) <= {"code"}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("count", [1, 3000])
def test_a_comment_is_never_longer_than_a_host_takes(count: int, lang: str) -> None:
    """Whole entries are left out, the least important ones, and how many is said."""
    text = comment_on(count, "𠮷一二三四五六七八九十" * 6, lang)
    shown = len(re.findall(r"^- ", text, re.MULTILINE))
    left = re.search(r"(?:and|另有)\s*(\d+)", text.splitlines()[-1])

    assert len(text.encode("utf-16-le")) // 2 <= MOST
    assert shown + (int(left[1]) if left else 0) == count
    assert (shown == 1) == (count == 1)
    if left:
        assert len(text.encode("utf-16-le")) // 2 > MOST - 2000
        days = [int(each) for each in re.findall(r"(?:by |逾期)(\d+)", text)]
        assert days == sorted(days, reverse=True)
