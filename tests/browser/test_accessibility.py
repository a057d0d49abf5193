"""axe finds nothing where test_visits.py does not come by: in the open search, and on the page of the root."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from browser.axe import found_by_axe
from browser.conftest import Site
from browser.tab import Tab

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("lang", "scheme", "width", "term"), [("zh", "light", 360, "响应"), ("en", "dark", 1280, "response")]
)
def test_no_violation_while_searching(
    demo: Site, open_tab: Callable[..., Tab], lang: str, scheme: str, width: int, term: str
) -> None:
    """The open search with its results breaks no rule of axe."""
    tab = open_tab(demo.url(lang, "method.html"), width=width, scheme=scheme)
    tab.search(term)
    assert found_by_axe(tab) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_on_the_root_page(demo: Site, open_tab: Callable[..., Tab], scheme: str) -> None:
    """The page that leads to the reader's language is sound for those whom it cannot lead on."""
    tab = open_tab(width=360, scheme=scheme)
    html = (demo.folder / "index.html").read_text(encoding="utf-8")
    tab.page.set_content(re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL))
    assert found_by_axe(tab) == []
