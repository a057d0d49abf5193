"""Writes the font that charts are measured with: nothing but how wide each character is.

python -m tools.measuring_font      needs Liberation Sans (Debian: fonts-liberation, which comes with Chromium)

The widths are those of Liberation Sans, which has them from Arial, and for what it has no glyph for those that
`layout.ems` estimates; every glyph is a box. So no character is ever looked for in the fonts of a machine: that took
longer than the drawing where texts are Chinese, and found other widths, and other drawings, on other machines.
"""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from auditloop.render.charts.layout import ems
from auditloop.render.charts.measuring import FAMILY, FOLDER

STYLES = {"Regular": 400, "Bold": 700}
"""Style → its weight."""
WIDTHLESS = ("Mn", "Me", "Cf", "Cc")
"""Categories of characters that take no room: accents set over others, joiners, marks of direction."""
FIRST, SURROGATES, END = 0x20, range(0xD800, 0xE000), 0x110000
BOX = 0.7
"""Height of a glyph, in ems."""
_MANY_TO_ONE = 13
"""The format of a character map in which a range of characters shares one glyph."""


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for style, weight in STYLES.items():
        model = TTFont(_found(style))
        made = FOLDER / f"{style}.ttf"
        _font(model, style, weight).save(made)
        print(f"{made.relative_to(Path.cwd())}: {made.stat().st_size} bytes")


def _found(style: str) -> str:
    """Where fontconfig finds that style of Liberation Sans."""
    wanted = f"Liberation Sans:style={style}"
    asked = ["fc-match", "--format=%{family}\n%{file}", wanted]
    family, file = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split("\n")
    if family != "Liberation Sans":
        raise SystemExit("Liberation Sans is not installed")
    return file


def _font(model: TTFont, style: str, weight: int) -> TTFont:
    size = model["head"].unitsPerEm
    widths = _widths(model, size)
    advances = {".notdef": size} | {_glyph(width): width for width in sorted(set(widths.values()))}
    above, below = model["hhea"].ascent, model["hhea"].descent

    builder = FontBuilder(size, isTTF=True)
    builder.setupGlyphOrder(list(advances))
    builder.font["cmap"] = _characters(widths)
    builder.setupGlyf({name: _box(width, round(BOX * size)) for name, width in advances.items()})
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in advances.items()})
    builder.setupHorizontalHeader(ascent=above, descent=below)
    builder.setupNameTable(
        {
            "familyName": FAMILY,
            "styleName": style,
            "uniqueFontIdentifier": f"{FAMILY} {style}",
            "fullName": f"{FAMILY} {style}",
            "psName": f"{FAMILY.replace(' ', '')}-{style}",
        }
    )
    builder.setupOS2(sTypoAscender=above, sTypoDescender=below, usWeightClass=weight)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    return builder.font


def _widths(model: TTFont, size: int) -> Mapping[int, int]:
    known, advances = model.getBestCmap(), model["hmtx"]
    return {
        code: advances[known[code]][0] if code in known else _estimated(chr(code), size)
        for code in range(FIRST, END)
        if code not in SURROGATES
    }


def _estimated(character: str, size: int) -> int:
    return 0 if unicodedata.category(character) in WIDTHLESS else round(ems(character) * size)


def _characters(widths: Mapping[int, int]) -> Any:
    subtable = CmapSubtable.newSubtable(_MANY_TO_ONE)
    subtable.platformID, subtable.platEncID, subtable.language = 3, 10, 0  # Windows, all of Unicode
    subtable.cmap = {code: _glyph(width) for code, width in widths.items()}
    table = newTable("cmap")
    table.tableVersion = 0
    table.tables = [subtable]
    return table


def _glyph(width: int) -> str:
    """The name of the one glyph of that width."""
    return f"w{width}"


def _box(width: int, height: int) -> Any:
    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((0, 0))
        for corner in ((width, 0), (width, height), (0, height)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    main()
