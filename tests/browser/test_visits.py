"""What holds of every page that is visited: it asks nothing of anybody else, fails in nothing, breaks no rule of axe,
fits the window and the paper, and leads to itself in the other language. One visit looks at all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from browser.axe import bring_axe, found_by_axe
from browser.conftest import Site
from browser.page_types import CHARTED, GENERATED, LANGUAGES, PAGE_TYPES
from browser.paper import faults_on_paper, for_paper, for_the_screen
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
PRINTED = "en"
"""The language in which pages go to paper, half of them from light and half from dark screens: its words are longer."""
ON_PAPER = [kind for kind in GENERATED if not kind.startswith("report-")]
"""Reports have a layout of their own on paper, with small drawings side by side, and tests of their own."""
SWITCHED = {"zh": GENERATED[::8], "en": GENERATED[4::8]}
"""The kinds of page from which a visit goes on to the other language; where that leads is looked up on all pages in
`test_navigation.py`."""

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
    """Scrolled through all its charts it asks only its own server and leaves the console empty, then and later.

    - With its charts drawn and its first data table open it breaks no rule of axe.
    - With everything unfolded it fits a laptop and a phone, and paper, where only what it tells is left.
    - The switch of language leads to this page in the other one, and not to its start.
    """
    scheme, width = TURNS[kind][lang]
    tab = open_tab(width=width, scheme=scheme)
    bring_axe(tab)
    tab.goto(demo.url(lang, demo.path(kind)))
    assert tab.draw_charts() > 0 or kind not in CHARTED
    look = f"{lang}/{demo.path(kind)}, {scheme}, {width} px"
    assert tab.outside(demo.address) == []
    assert tab.problems() == []

    tab.page.evaluate(
        "document.querySelectorAll('.al-chart-foot details, .al-tree > details').forEach((d, i) => d.open = !i)"
    )
    assert not (faults := found_by_axe(tab)), "\n".join([look, *faults])

    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert not (faults := faults_of_width(tab, width)), "\n".join([look, *faults])

    if lang == PRINTED and kind in ON_PAPER:
        for_paper(tab)
        assert not (faults := faults_on_paper(tab)), "\n".join([look, *faults])
        for_the_screen(tab)

    if kind in SWITCHED[lang]:
        other = next(each for each in LANGUAGES if each != lang)
        tab.switch_language(other)
        assert tab.page.url == demo.url(other, demo.path(kind))
    assert tab.problems() == []


def faults_of_width(tab: Tab, first: int) -> list[str]:
    """It scrolls sideways neither on a laptop nor on a phone, and no unbroken text runs over what stands beside it; on
    a phone what a table says has the width of the screen. Looked at first as wide as it is."""
    faults = []
    for width in (1280, 360) if first == 1280 else (360, 1280):
        tab.resize(width)
        if (found := tab.page.evaluate("document.documentElement.scrollWidth")) > width:
            faults.append(f"{found} px; {tab.sticking_out()}")
        faults += [f"{width} px: {text}" for text in tab.page.evaluate(SQUEEZED)]
        if width == 360:
            faults += [f"a card's cell: {text}" for text in tab.page.evaluate(CRAMPED)[:3]]
    return faults
