"""Search finds what staff type, in the middle of Chinese titles too, leads to the very place, and stays light."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urldefrag

import pytest

from browser.conftest import Site
from browser.page_types import LANGUAGES, pages_of
from browser.tab import Tab

ZERO_WIDTH = "\u200b"
"""Chinese is segmented by it in the index; readers do not see it."""


def entries(demo: Site, lang: str) -> list[dict[str, Any]]:
    index = json.loads((demo.folder / lang / "search" / "search_index.json").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = index["docs"]
    return found


def plain(text: str) -> str:
    return text.replace(ZERO_WIDTH, "").replace("\n", " ")


def misses(tab: Tab, wanted: dict[str, str]) -> list[str]:
    """Words whose results do not hold what they should find. One tab for all: each loads and reads the whole index."""
    found = {words: [plain(text) for text in tab.search(words)] for words in wanted}
    return [
        f"{words}: {[text[:50] for text in found[words]]}"
        for words, expected in wanted.items()
        if not any(expected in text for text in found[words])
    ]


def test_chinese_words_inside_titles(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A word from the middle or the end of a Chinese title finds the title."""
    wanted = {
        "响应": "升级响应时间",
        "重复问题": "重复问题率",
        "等候时间": "平均等候时间",
        "满意度": "客户满意度",
        "升级": "服务升级自查",
    }
    assert misses(open_tab(demo.url("zh", "method.html")), wanted) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["findings", "actions"])
def test_every_record_is_found_by_its_id(demo: Site, open_tab: Callable[..., Tab], kind: str, lang: str) -> None:
    """The id of a finding or action finds it, and the result leads to its anchor."""
    start = f"#{kind[0].upper()}-"
    location = next(
        entry["location"]
        for entry in entries(demo, lang)
        if f"{kind}/20" in entry["location"] and start in entry["location"]
    )
    name = urldefrag(location)[1]
    tab = open_tab(demo.url(lang, "index.html"))
    tab.search(name)
    result = tab.page.locator(f".md-search-result__item a[href*='#{name}']").first
    if not result.is_visible():  # below "n more on this page"
        result.locator("xpath=ancestor::details[1]/summary").click()
    result.click()
    tab.page.wait_for_function("name => document.getElementById(name)", arg=name)
    assert urldefrag(tab.page.url)[0].split("?")[0] == demo.url(lang, urldefrag(location)[0])
    in_view = (
        "name => { const { y } = document.getElementById(name).getBoundingClientRect(); return 0 < y && y < 900; }"
    )
    tab.page.wait_for_function(in_view, arg=name)


def test_english_names(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """An indicator is found by part of its name and by its abbreviation."""
    wanted = {"first response": "Average first response time", "NPS": "Net promoter"}
    assert misses(open_tab(demo.url("en", "index.html")), wanted) == []


def test_nothing_found_is_said(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A word that is nowhere gives no results and says so."""
    tab = open_tab(demo.url("en", "index.html"))
    tab.page.locator(".md-search__input").fill("xyzzyquux")
    tab.page.locator(".md-search__input").press("End")
    tab.page.wait_for_function(
        "/no match|0 match/i.test(document.querySelector('.md-search-result__meta').textContent)"
    )
    assert tab.page.locator(".md-search-result__item").count() == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_and_tables_stay_out(demo: Site, lang: str) -> None:
    """The index holds no markup, no drawing and no table: titles and sentences only."""
    for entry in entries(demo, lang):
        assert "<td" not in entry["text"] and "<svg" not in entry["text"] and "viewBox" not in entry["text"], entry[
            "location"
        ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_index_stays_light(demo: Site, lang: str) -> None:
    """A detail page, and each finding and action, adds a kilobyte at most on average: every visit loads the index."""
    folder = demo.folder / lang
    details = {path for kind in ("team", "audit", "checklist", "kpi") for path in pages_of(folder, kind)}
    records = {path for kind in ("findings-year", "actions-year") for path in pages_of(folder, kind)}
    sizes: dict[str, int] = {}
    for entry in entries(demo, lang):
        page, anchor = urldefrag(entry["location"])
        size = len(json.dumps(entry, ensure_ascii=False).encode())
        if page in details or (page in records and anchor):
            key = page if page in details else entry["location"]
            sizes[key] = sizes.get(key, 0) + size
    for each in (details, sizes.keys() - details):
        average = sum(sizes[key] for key in each) / len(each)
        assert average <= 1024, sorted(each, key=lambda key: -sizes[key])[:5]
