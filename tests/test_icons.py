"""Icons of variation and assurance: told apart by shape, named for those who cannot see them, drawn once per page."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from auditloop.render.icons import ASSURANCES, SYMBOLS, VARIATIONS, add_sheet, icon, symbol

CSS = (Path(__file__).parents[1] / "site_templates/assets/auditloop.css").read_text(encoding="utf-8")


def parsed(inline: str) -> ET.Element:
    """As a page's parser reads it, which knows the prefix xlink without a declaration."""
    return ET.fromstring(str(inline).replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ', 1))


def test_every_judgement_has_its_icon() -> None:
    """Whatever the results say of an indicator, in whichever direction is better."""
    names = {symbol(v, better) for v in VARIATIONS for better in ("higher", "lower")} | {symbol(a) for a in ASSURANCES}

    assert names == set(SYMBOLS)


@pytest.mark.parametrize(
    ("variation", "better", "name"),
    [
        ("improvement", "higher", "improvement-up"),
        ("improvement", "lower", "improvement-down"),
        ("concern", "higher", "concern-down"),
        ("concern", "lower", "concern-up"),
        ("high", "neither", "high"),
        ("common", "higher", "common"),
    ],
)
def test_the_arrow_says_which_way_values_went(variation: str, better: str, name: str) -> None:
    """A falling time is an improvement that points down."""
    assert symbol(variation, better) == name


def test_shapes_differ_without_colour() -> None:
    """No two icons have the same lines, and improvement, concern and neither differ in their outline alone."""
    assert all(SYMBOLS[one] != SYMBOLS[two] for one, two in combinations(SYMBOLS, 2))
    outlines = {name: re.match(r'<(\w+)[^>]*?(fill="none"|stroke="none")', shape) for name, shape in SYMBOLS.items()}
    looks = {name: (found[1], found[2]) for name, found in outlines.items() if found}

    assert set(looks) == set(SYMBOLS)
    assert len({looks["improvement-up"], looks["concern-up"], looks["high"]}) == 3
    assert looks["pass"][0] == looks["hit-or-miss"][0] == "rect" != looks["common"][0]
    assert "#" not in "".join(SYMBOLS.values())  # colours are the theme's


def test_an_icon_has_a_name() -> None:
    """Read aloud, and shown to those who point at it; words from data cannot leave their place."""
    root = parsed(icon("pass", 'Target: <met> & "kept"'))

    assert root.attrib["role"] == "img"
    assert root.findtext("title") == 'Target: <met> & "kept"'
    with pytest.raises(KeyError):
        icon("smile", "x")


def test_a_page_carries_the_shapes_it_uses_once() -> None:
    """One block at the end, without blank lines, left out of search; a page without icons stays as it is."""
    page = f"# Title\n\n{icon('pass', 'a')}{icon('pass', 'b')}\n\n{icon('common', 'c')}\n"
    sheet = add_sheet(page).removeprefix(page.rstrip())

    assert sheet.startswith("\n\n<div data-search-exclude hidden>")
    assert re.findall(r'<symbol id="al-i-([a-z-]+)"', sheet) == ["common", "pass"]
    assert "\n\n" not in sheet.strip()
    ET.fromstring(sheet.strip().replace(" data-search-exclude hidden>", ">"))
    assert add_sheet("# Title\n") == "# Title\n"


@pytest.mark.parametrize("family", ["improvement", "concern", "pass", "fail"])
def test_judgements_have_a_colour_of_the_theme(family: str) -> None:
    """Blue for good, vermillion for concern, in light and dark: the tokens are measured for contrast elsewhere."""
    rule = re.search(rf"svg\.al-i--{family}\b[^{{]*{{ color: var\((--al-\w+)\)", CSS)

    assert rule and rule[1] == ("--al-good" if family in ("improvement", "pass") else "--al-bad")
