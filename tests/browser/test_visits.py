"""What holds of every page that is visited: it asks nothing of anybody else, fails in nothing, and fits the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.conftest import Site
from browser.page_types import LANGUAGES, PAGE_TYPES
from browser.tab import Tab

SQUEEZED = """[...document.querySelectorAll('.md-content .al-nowrap')]
    .filter(e => getComputedStyle(e).display !== 'inline' && e.scrollWidth > e.clientWidth + 1)
    .map(e => e.textContent)"""
"""Texts that may not break in a box too narrow for them."""

CRAMPED = """[...document.querySelectorAll('.al-table:not(.al-table--plain) tbody tr > [data-label]')]
    .filter(cell => cell.offsetWidth && cell.offsetWidth < 0.95 * cell.parentElement.clientWidth)
    .map(cell => `${cell.dataset.label}: ${cell.offsetWidth} px`)"""
"""Cells that do not use the width of their card: on a phone every row is one."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_a_page_of_every_kind(demo: Site, open_tab: Callable[..., Tab], kind: str, lang: str) -> None:
    """Scrolled through all its charts, it asks only its own server and leaves the console empty. With everything
    unfolded it scrolls sideways neither on a laptop nor on a phone, and no unbroken text runs over what stands beside
    it; on a phone what a table says has the width of the screen."""
    tab = open_tab(demo.url(lang, demo.path(kind)))
    tab.draw_charts()
    assert tab.outside(demo.address) == []
    assert tab.problems() == []

    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    wide = []
    for width in (1280, 360):
        tab.resize(width)
        if (found := tab.page.evaluate("document.documentElement.scrollWidth")) > width:
            wide.append(f"{found} px; {tab.sticking_out()}")
        wide += [f"{width} px: {text}" for text in tab.page.evaluate(SQUEEZED)]
    wide += [f"a card's cell: {text}" for text in tab.page.evaluate(CRAMPED)[:3]]
    assert not wide, "\n".join(wide)
    assert tab.problems() == []
