"""How wide texts of charts are taken to be depends on no machine's fonts, and is what common fonts need."""

from __future__ import annotations

import re
import sys

import pytest
import vl_convert
from fontTools.ttLib import TTFont

from auditloop.render.charts.layout import ems
from auditloop.render.charts.measuring import FOLDER, measuring_font
from auditloop.render.charts.spec import template
from auditloop.render.charts.svg import vega_lite_version

SCHEMA = template("trend")["$schema"]
SIZE = 12
SURROGATES = range(0xD800, 0xE000)
"""Halves of characters, which no text has."""


def room_for(text: str, font: str, weight: str = "normal") -> float:
    """px that a bar's name takes on its axis, beside all else."""
    spec = {
        "$schema": SCHEMA,
        "data": {"values": [{"name": text, "value": 1}]},
        "mark": "bar",
        "width": 100,
        "encoding": {
            "y": {
                "field": "name",
                "axis": {"labelLimit": 0, "maxExtent": 999, "labelFontSize": SIZE, "labelFontWeight": weight},
            },
            "x": {"field": "value", "type": "quantitative", "axis": None},
        },
        "config": {"font": font},
    }
    drawn = vl_convert.vegalite_to_svg(spec, vl_version=vega_lite_version(SCHEMA))
    found = re.search(r'viewBox="0 0 ([\d.]+) ', drawn)
    assert found
    return float(found[1])


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_no_character_is_looked_for_in_another_font(style: str) -> None:
    """The font has a width for each character there is, whatever the script."""
    known = TTFont(FOLDER / f"{style}.ttf").getBestCmap()

    missing = [hex(code) for code in range(0x20, sys.maxunicode + 1) if code not in known and code not in SURROGATES]
    assert missing == []


@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize(
    "text", ["Average first response", "1,234.5 %", "Größe, naïve, Ελλάδα, Да", "“quoted” – iiiillll"]
)
def test_latin_takes_the_room_of_common_fonts(text: str, weight: str) -> None:
    """As wide as in the font that stands for Arial and Helvetica everywhere, but for kerning."""
    assert room_for(text, measuring_font(), weight) == pytest.approx(room_for(text, "sans-serif", weight), abs=2)


@pytest.mark.parametrize(
    ("text", "wide"),
    [("首次响应时间平均值", 9), ("한국어", 3), ("👩🏽‍🚒🏁", 2), ("ค่าเฉลี่ย", ems("คาเฉลย")), ("የአገልግሎት", ems("የአገልግሎት"))],
)
def test_other_scripts_take_the_room_that_is_estimated(text: str, wide: float) -> None:
    """A Chinese character or a picture an em, an accent or a joiner none; whatever fonts there are for the script."""
    more = room_for(text * 3, measuring_font()) - room_for(text, measuring_font())

    assert more == pytest.approx(2 * wide * SIZE, abs=2)
