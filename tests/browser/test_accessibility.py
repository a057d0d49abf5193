"""axe finds nothing on any kind of page: in both languages, light and dark, on a phone and on a laptop."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import Site
from browser.page_types import LANGUAGES, PAGE_TYPES
from browser.tab import Tab

pytestmark = pytest.mark.slow

# Two looks show a page in both languages, both colours and both widths. Kinds take turns, so that all eight, and
# with them every pair of language, colours and width, are seen of what pages have in common.
LOOKS = (
    {"zh": ("light", 360), "en": ("dark", 1280)},
    {"zh": ("dark", 1280), "en": ("light", 360)},
    {"zh": ("light", 1280), "en": ("dark", 360)},
    {"zh": ("dark", 360), "en": ("light", 1280)},
)
TURNS = {kind: LOOKS[turn % len(LOOKS)] for turn, kind in enumerate(PAGE_TYPES)}
SCHEMES = ("light", "dark")


def found_by_axe(tab: Tab) -> str:
    """Violations in words: rule, what it asks for, and every node with its place and markup. No rule is left out."""
    lines = []
    for violation in Axe().run(tab.page).response["violations"]:
        lines.append(f"{violation['id']} ({violation['impact']}): {violation['help']}")
        lines.extend(f"    {_place(node)}\n        {_summary(node)}" for node in violation["nodes"])
    return "\n".join(lines)


def _place(node: dict[str, Any]) -> str:
    return f"{' '.join(map(str, node['target']))}: {node['html'][:160]}"


def _summary(node: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", node["failureSummary"])[:260]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_no_violation(demo: Site, open_tab: Callable[..., Tab], kind: str, lang: str) -> None:
    """A page of every kind, with its charts drawn and its first data table open, breaks no rule of axe."""
    path = demo.typical(kind)
    scheme, width = TURNS[kind][lang]
    tab = open_tab(demo.url(lang, path), width=width, scheme=scheme)
    tab.draw_charts()
    tab.page.evaluate(
        "document.querySelectorAll('.al-chart-foot details, .al-tree > details').forEach((d, i) => d.open = !i)"
    )
    violations = found_by_axe(tab)
    assert not violations, f"{lang}/{path}, {scheme}, {width} px\n{violations}"


@pytest.mark.parametrize(
    ("lang", "scheme", "width", "term"), [("zh", "light", 360, "响应"), ("en", "dark", 1280, "response")]
)
def test_no_violation_while_searching(
    demo: Site, open_tab: Callable[..., Tab], lang: str, scheme: str, width: int, term: str
) -> None:
    """The open search with its results breaks no rule either."""
    tab = open_tab(demo.url(lang, "method.html"), width=width, scheme=scheme)
    tab.search(term)
    tab.page.wait_for_function("document.getAnimations().every((each) => each.playState !== 'running')")
    violations = found_by_axe(tab)
    assert not violations, f"{lang}, {scheme}, {width} px\n{violations}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_violation_on_the_root_page(demo: Site, open_tab: Callable[..., Tab], scheme: str) -> None:
    """The page that leads to the reader's language is sound for those whom it cannot lead on."""
    tab = open_tab(width=360, scheme=scheme)
    html = (demo.folder / "index.html").read_text(encoding="utf-8")
    tab.page.set_content(re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL))
    violations = found_by_axe(tab)
    assert not violations, violations
