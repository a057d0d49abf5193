"""The site needs nothing but itself: no request to anywhere else, no error in the console, no server, no `eval`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.conftest import Site
from browser.serving import served
from browser.tab import Tab

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline'",  # Material has inline scripts; nothing is ever evaluated from a string
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
    )
)


def test_nothing_from_elsewhere_while_used(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """Searching, following a result, switching colours and language ask nothing of anybody else either."""
    tab = open_tab(demo.url("zh", demo.path("kpi")))
    tab.search("响应")
    tab.page.locator(".md-search-result__item a:visible").first.click()
    tab.settle()
    tab.switch_colours()
    tab.draw_charts()
    tab.switch_language("en")
    tab.draw_charts()
    assert tab.outside(demo.address) == []
    assert tab.problems() == []


def test_root_page_leads_to_the_readers_language(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """English readers are led to English, others to the organisation's first language."""
    for wanted, lang in (("en-GB", "en"), ("zh-CN", "zh"), ("fr-FR", "zh")):
        tab = open_tab(f"{demo.address}/index.html", language=wanted)
        tab.page.wait_for_url(f"{demo.address}/{lang}/index.html")
        assert tab.page.evaluate("document.documentElement.lang") == lang


def test_works_without_a_server(demo: Site, open_tab: Callable[..., Tab]) -> None:
    """From a folder: the root page leads on, links lead to pages, charts come alive, tables sort, nothing fails."""
    root = demo.folder.as_uri()
    tab = open_tab(f"{root}/index.html")
    tab.page.wait_for_url(f"{root}/zh/index.html")
    tab.page.locator(".md-content table a[href*='kpis/']").first.click()
    tab.page.wait_for_url(f"{root}/zh/kpis/**")
    assert tab.draw_charts() > 0
    assert tab.page.locator(".al-chart.is-live").count() == tab.page.locator(".al-chart[data-src]").count()
    tab.page.locator(".md-tabs a[href$='findings/index.html']").click()
    tab.page.wait_for_url(f"{root}/zh/findings/index.html")
    tab.page.locator("button.al-sort").first.click()
    assert tab.page.locator("th[aria-sort=ascending], th[aria-sort=descending]").count() == 1
    assert tab.outside(root) == []
    assert tab.problems() == []


@pytest.mark.parametrize("kind", ["overview", "team", "kpi", "findings", "actions"])
def test_charts_need_no_evaluation(demo: Site, open_tab: Callable[..., Tab], kind: str) -> None:
    """Under a policy without `unsafe-eval` and without other origins every chart is interactive all the same."""
    with served(demo.folder, POLICY) as address:
        tab = open_tab(f"{address}/en/{demo.path(kind)}")
        assert tab.draw_charts() > 0
        assert tab.page.locator(".al-chart[data-failed]").count() == 0
        assert tab.problems() == []
