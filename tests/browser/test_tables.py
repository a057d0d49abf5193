"""Tables are complete without JavaScript; with it they sort, filter, count, and keep what was asked in the URL."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from browser.conftest import Site
from browser.page_types import LANGUAGES
from browser.tab import Tab

TABLE = "table.al-table[data-filter]"
SEARCH = ".al-filter input[type=search]"


def first_cells(tab: Tab, column: int = 0) -> list[str]:
    """What a column shows, row by row, in the first table that can be searched."""
    rows: list[str] = tab.page.locator(f"{TABLE} >> nth=0 >> tbody > tr:not(.al-total)").evaluate_all(
        "(rows, column) => rows.filter(r => !r.hidden).map(r => r.cells[column].textContent.trim())", column
    )
    return rows


def asked(tab: Tab) -> dict[str, list[str]]:
    return parse_qs(urlsplit(tab.page.url).query)


def test_sorts_by_buttons(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """A press on a heading sorts by it, the next the other way; `aria-sort` says which, the URL keeps it."""
    tab = open_tab(demo.url("en", "index.html"))
    before = first_cells(tab)
    head = tab.page.locator(f"{TABLE} >> nth=0 >> th >> nth=0")
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    ascending = first_cells(tab)
    assert sorted(ascending) == sorted(before)
    assert ascending == sorted(before, key=str.casefold)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert first_cells(tab) == ascending[::-1]
    assert tab.page.locator("th[aria-sort=descending]").count() == 1
    assert "sort" in asked(tab)


def test_sorts_figures_as_figures(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Columns of figures sort by value, not by their digits, and what has no value stays last."""
    tab = open_tab(demo.url("en", "audits/index.html"))
    heads = tab.page.locator(f"{TABLE} >> nth=0 >> th")
    numbers = [i for i in range(heads.count()) if "al-num" in (heads.nth(i).get_attribute("class") or "")]
    assert numbers
    column = numbers[0]
    heads.nth(column).locator("button").click()
    values = tab.page.locator(f"{TABLE} >> nth=0 >> tbody > tr").evaluate_all(
        "(rows, column) => rows.map(r => r.cells[column].dataset.sort ?? r.cells[column].textContent.trim())", column
    )
    figures = [
        float(value.replace("−", "-").replace(",", "")) for value in values if value[:1].isdigit() or value[:1] in "-−"
    ]
    assert figures == sorted(figures) or figures == sorted(figures, reverse=True)
    assert len(figures) > 1


def test_filters_counts_and_is_restored_from_the_url(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Typing leaves the rows that hold all words, the count says how many, and the URL brings the same view back."""
    tab = open_tab(demo.url("en", "index.html"))
    everything = first_cells(tab)
    tab.page.locator(SEARCH).first.fill("response TIME")
    kept = first_cells(tab)
    assert 0 < len(kept) < len(everything)
    assert all("response" in name.casefold() or "time" in name.casefold() for name in kept)
    counted = tab.page.locator(".al-filter output").first
    assert counted.get_attribute("aria-live") == "polite"
    assert str(len(kept)) in counted.inner_text()
    assert str(len(everything)) in counted.inner_text()
    tab.page.locator(f"{TABLE} >> nth=0 >> th button >> nth=0").click()
    sent = tab.page.url
    other = open_tab(sent)
    assert first_cells(other) == first_cells(tab)
    assert other.page.locator(SEARCH).first.input_value() == "response TIME"
    assert other.page.locator("th[aria-sort=ascending]").count() == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_says_that_the_filter_fits_nothing(demo: Site, open_tab: Callable[..., Tab], lang: str) -> None:
    """A filter that nothing fits shows a sentence of its own in the page's language, and no empty table."""
    tab = open_tab(demo.url(lang, "index.html"))
    tab.page.locator(SEARCH).first.fill("xyzzyquux")
    empty = tab.page.locator(".al-table-wrap .al-empty").first
    assert empty.is_visible()
    assert empty.inner_text().strip()
    assert tab.page.locator(TABLE).first.is_hidden()
    tab.page.locator(SEARCH).first.fill("")
    assert tab.page.locator(TABLE).first.is_visible()
    assert empty.is_hidden()
    assert "filter" not in asked(tab)


def test_works_by_keyboard_alone(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Tab leads from the filter to the headings; Enter and the space bar sort."""
    tab = open_tab(demo.url("en", "index.html"))
    tab.page.locator(SEARCH).first.focus()
    tab.page.keyboard.type("time")
    for _ in range(12):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate("document.activeElement.classList.contains('al-sort')"):
            break
    assert tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", "no visible focus"
    tab.page.keyboard.press("Enter")
    assert tab.page.locator("th[aria-sort=ascending], th[aria-sort=descending]").count() == 1
    first = tab.page.evaluate("document.activeElement.closest('th').ariaSort")
    tab.page.keyboard.press("Space")
    assert tab.page.evaluate("document.activeElement.closest('th').ariaSort") not in (first, "none")


def test_register_of_actions_is_filtered_too(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Registers split by year and team can be searched within, after instant navigations as well."""
    tab = open_tab(demo.url("zh", "actions/index.html"))
    tab.follow(".md-content a[href$='.html']:is([href*='actions/20'], [href^='20'])")
    tab.follow(".md-content a[href$='_call-centre.html']")
    total = len(first_cells(tab))
    name = first_cells(tab)[0].split()[0]
    tab.page.locator(SEARCH).first.fill(name)
    assert 1 <= len(first_cells(tab)) < total


@pytest.mark.parametrize("kind", ["overview", "kpis", "audits", "actions-year", "findings-year", "checklist", "audit"])
def test_complete_without_javascript(demo: Site, open_tab: Callable[..., Tab], kind: str) -> None:
    """Without JavaScript every row is there, and no control that could not work."""
    path = demo.path(kind)
    live = open_tab(demo.url("zh", path))
    still = open_tab(demo.url("zh", path), java_script_enabled=False)
    rows = "table.al-table tbody tr"
    assert still.page.locator(rows).count() == live.page.locator(rows).count() > 0
    assert still.page.locator("button.al-sort, .al-filter").count() == 0
    assert still.page.locator("table.al-table tr[hidden]").count() == 0
