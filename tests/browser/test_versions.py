"""Published versions as readers meet them: the selector, the language switch, aliases, and the way in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from auditloop import pipeline
from auditloop.pipeline import versions
from auditloop.publish.versions import FolderStore, Wanted
from browser.axe import found_by_axe
from browser.conftest import ROOT
from browser.serving import SITE_URL, served
from browser.tab import Tab
from building import make_workspace

pytestmark = pytest.mark.slow
PAGE = "kpis/index.html"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small workspace, published at two days; the later version also as `latest`. The address."""
    root = make_workspace(tmp_path_factory.mktemp("published"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"site_url: {SITE_URL}\n{settings}", encoding="utf-8")
    store = FolderStore(root / "www")
    for version, as_of in (("2026-02", "2026-02-28"), ("2026-03", "2026-03-31")):
        config = pipeline.read_config(root, as_of=as_of, environ={})
        wanted = Wanted(version, aliases=("latest",))
        assert versions.publish_version(config, pipeline.assess(config), store, wanted)
    with served(root / "www") as address:
        yield address


def versions_offered(tab: Tab) -> list[str]:
    tab.page.hover(".md-version")
    tab.page.wait_for_selector(".md-version__link")
    return tab.page.eval_on_selector_all(
        ".md-version__link", "links => links.map(link => link.firstChild.textContent.trim())"
    )


def test_the_way_in_leads_to_the_latest_version_in_the_readers_language(
    published: str, open_tab: Callable[..., Tab]
) -> None:
    """From the root, from the language, and from the alias, which keeps the place on the page."""
    tab = open_tab(language="en-GB")
    for start, end in (
        ("/", "/en/2026-03/index.html"),
        ("/zh/", "/zh/2026-03/index.html"),
        (f"/zh/latest/{PAGE}?filter=x#page", f"/zh/2026-03/{PAGE}?filter=x#page"),
    ):
        tab.page.goto(published + start)
        tab.page.wait_for_url(published + end)


def test_the_selector_stays_on_the_page(published: str, open_tab: Callable[..., Tab]) -> None:
    """It names every version, newest first, and leads to this page of another one; nothing comes from elsewhere."""
    tab = open_tab(f"{published}/zh/2026-03/{PAGE}")
    assert versions_offered(tab) == ["2026-03", "2026-02"]
    assert "2026-03" in tab.page.inner_text(".md-version__current")

    tab.page.click(".md-version__link:text-is('2026-02')")
    tab.page.wait_for_url(f"{published}/zh/2026-02/{PAGE}")

    assert "2026-02" in tab.page.inner_text(".al-asof")
    assert tab.outside(published) == []
    assert tab.problems() == []


def test_the_language_switch_stays_on_the_version_and_the_page(published: str, open_tab: Callable[..., Tab]) -> None:
    """An older version has its own pages in the other language."""
    tab = open_tab(f"{published}/zh/2026-02/{PAGE}")
    tab.switch_language("en")

    assert tab.page.url == f"{published}/en/2026-02/{PAGE}"
    assert "2026-02" in tab.page.inner_text(".al-asof")


def test_what_changed_is_told_from_the_second_version_on(published: str, open_tab: Callable[..., Tab]) -> None:
    """The overview leads to it; records lead to their places; it breaks no rule of axe, folded or not."""
    tab = open_tab(f"{published}/en/2026-03/index.html")
    assert "Since version 2026-02" in tab.page.inner_text(".al-changed")
    tab.follow(".al-changed a")
    assert tab.page.url == f"{published}/en/2026-03/changes.html"
    assert tab.page.locator(".al-changes > li").count() > 0
    assert found_by_axe(tab) == []
    tab.resize(360)
    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert found_by_axe(tab) == []
    assert tab.page.evaluate("document.documentElement.scrollWidth") == 360
    tab.goto(f"{published}/en/2026-02/index.html")
    assert tab.page.locator(".al-changed, a[href$='changes.html']").count() == 0


def test_search_stays_in_the_version(published: str, open_tab: Callable[..., Tab]) -> None:
    """Its results are pages of the version that is read."""
    tab = open_tab(f"{published}/en/2026-02/index.html")
    tab.search("solved")
    found = tab.page.eval_on_selector_all(".md-search-result__link", "links => links.map(link => link.href)")

    assert found and all(link.startswith(f"{published}/en/2026-02/") for link in found)
