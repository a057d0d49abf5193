"""On paper a page is a report: A4, all unfolded, name and date above. What else paper shows of every kind of page is
looked at in test_visits.py."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from browser.conftest import Site
from browser.paper import for_paper
from browser.tab import Tab


def test_paper_has_everything_unfolded(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Every item of an audit is on paper, and folded again afterwards."""
    tab = open_tab(demo.url("zh", demo.path("audit")))
    folded = tab.page.locator(".al-tree details:not([open])").count()
    for_paper(tab)
    rows = tab.page.locator(".al-tree tbody tr")
    assert rows.count() > 20
    assert all(row.is_visible() for row in rows.all())
    tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.page.locator(".al-tree details:not([open])").count() == folded


@pytest.mark.parametrize(
    ("lang", "name", "date"), [("zh", "海港服务集团", "2026年11月20日"), ("en", "Harbour Services", "20 Nov")]
)
def test_pages_of_paper_are_headed(demo: Site, open_tab: Callable[..., Tab], lang: str, name: str, date: str) -> None:
    """Each sheet says above whose report it is and as of when: the text of the running head."""
    tab = open_tab(demo.url(lang, demo.path("kpi")))
    head = tab.page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--al-running')")
    assert name in head
    assert date in head


@pytest.mark.parametrize(
    ("kind", "most"),
    [("overview", 10), ("audit", 14), ("kpi", 12), ("findings-year", 20), ("report-brief", 1), ("report-monthly", 9)],
)
def test_number_of_sheets(demo: Site, open_tab: Callable[..., Tab], kind: str, most: int) -> None:
    """A page becomes a report of a few A4 sheets."""
    pdf = open_tab(demo.url("zh", demo.path(kind))).page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = {tuple(map(float, found)) for found in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)}
    assert all(abs(width - 595) < 1 and abs(height - 842) < 1 for width, height in boxes), boxes
    sheets = len(re.findall(rb"/Type /Page\b", pdf))
    assert 1 <= sheets <= most
