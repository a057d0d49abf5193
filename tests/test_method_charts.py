"""The method page's control charts, recalculated: what stands left of the equals sign gives the limits at its right."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from math import sqrt

import pytest

from auditloop.render.i18n.formats import rounded
from rendered import demo, empty

LIMITS = re.compile(r"([\d(][^<:：]*± [^<:：]*?) = (−?[\d.,]+)(?: to |至)(−?[\d.,]+)")
SIGNS = {"\u00a0": " ", "×": "*", "÷": "/", "−": "-", ",": ""}


def _plain(text: str) -> str:
    for sign, written in SIGNS.items():
        text = text.replace(sign, written)
    return re.sub(r"√([\d.]+)", r"sqrt(\1)", text).replace("√(", "sqrt(")


def _method(lang: str) -> str:
    return unescape(next(page.text for page in demo(lang).pages if page.path == "method.md"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_limits_come_out_as_shown(lang: str) -> None:
    """XmR, p, u and a widened chart of the demonstration, to the last digit."""
    found = LIMITS.findall(_method(lang))
    for expression, low, high in found:
        for sign, shown in (("-", low), ("+", high)):
            number = Decimal(_plain(shown).rstrip("."))
            got = eval(_plain(expression).replace("±", sign), {"sqrt": sqrt})
            assert rounded(got, -int(number.as_tuple().exponent)) == number, expression

    assert len(found) >= 4


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_method_has_its_place(lang: str) -> None:
    """Charts, rules, icons, verdicts and intervals each have an anchor that other pages can link to."""
    anchors = set(re.findall(r"\{: #([a-z-]+) \}", _method(lang)))

    assert {
        *("icons", "charts", "xmr", "counted", "prime", "rare", "run", "rules", "segments", "assurance", "forecast"),
        *("funnel", "formula", "longer", "effect-verdict", "interval", "glossary"),
    } <= anchors


def test_without_data_the_formulas_stand_alone() -> None:
    """An organisation that has recorded nothing sees every method, and no example."""
    page = next(page.text for page in empty("en").pages if page.path == "method.md")

    assert "XmR chart" in page
    assert "Worked example" not in page.split("{: #icons }")[1].split("{: #actions }")[0]
