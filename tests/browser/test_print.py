"""On paper a page is a report: A4, no navigation, drawn charts, all unfolded, light colours, name and date above."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from browser.conftest import Site
from browser.tab import Tab

PAPER = 680  # px between the margins of A4
KINDS = ("overview", "team", "audit", "kpi", "findings", "findings-year", "actions", "form")

CHARTED = ("overview", "team", "kpi", "findings", "actions")


def for_paper(tab: Tab) -> None:
    """What the browser does before it prints."""
    tab.page.emulate_media(media="print")
    tab.page.set_viewport_size({"width": PAPER, "height": 1000})
    tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_the_report_only(demo: Site, open_tab: Callable[..., Tab], kind: str, scheme: str) -> None:
    """Navigation and controls are gone; title, date and text stay, dark on white whatever the screen shows. Whether a
    chart has come alive or not, paper has its drawing, as wide as the paper."""
    tab = open_tab(demo.url("zh", demo.path(kind)), scheme=scheme)
    tab.draw_charts()
    for_paper(tab)
    for gone in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".al-crumbs", ".al-filter", ".headerlink"):
        assert tab.page.locator(f"{gone}:visible").count() == 0, gone
    assert tab.page.locator("h1").is_visible()
    assert tab.page.locator(".al-asof").is_visible()
    assert tab.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= PAPER, tab.sticking_out()
    charts = tab.page.locator(".al-chart").all()
    assert bool(charts) == (kind in CHARTED)
    for chart in charts:
        box = chart.locator(".al-chart-static svg").bounding_box()
        assert box is not None
        assert box["width"] > PAPER * 0.9
        assert chart.locator(".al-chart-live:visible").count() == 0


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
