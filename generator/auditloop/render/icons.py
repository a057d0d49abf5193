"""Our own icons for variation and assurance as SVG symbols: drawn once per page, shown by reference wherever named.

Read without colour: improvement is a disc, concern a diamond, neither a ring, each with the way the values went;
assurance is a square with a tick, a cross or a question mark. Colours are the theme's. Knows shapes; words are given.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from auditloop.render.escape import html

VARIATIONS = ("improvement", "concern", "high", "low", "common")
ASSURANCES = ("pass", "fail", "hit-or-miss")

_UP, _DOWN = "M10 14V6M6.4 9.4L10 5.8l3.6 3.6", "M10 6v8M6.4 10.6l3.6 3.6 3.6-3.6"
_DISC, _RING = (
    '<circle cx="10" cy="10" r="9" stroke="none"/>',
    '<circle cx="10" cy="10" r="8.2" fill="none" stroke-width="1.6"/>',
)
_DIAMOND = '<path d="M10-.6L20.6 10 10 20.6-.6 10z" stroke="none"/>'
_SQUARE = '<rect x="1" y="1" width="18" height="18" rx="2.4" stroke="none"/>'
_FRAME = '<rect x="1.8" y="1.8" width="16.4" height="16.4" rx="2.4" fill="none" stroke-width="1.6"/>'


def _cut(line: str) -> str:
    """A line cut out of a filled shape."""
    return f'<path class="al-i-cut" d="{line}"/>'


def _line(line: str) -> str:
    return f'<path d="{line}" fill="none"/>'


SYMBOLS = {
    "improvement-up": _DISC + _cut(_UP),
    "improvement-down": _DISC + _cut(_DOWN),
    "concern-up": _DIAMOND + _cut(_UP),
    "concern-down": _DIAMOND + _cut(_DOWN),
    "high": _RING + _line(_UP),
    "low": _RING + _line(_DOWN),
    "common": _RING + _line("M4.6 10.6c1.4-3 3.6-3 5.4-.6s4 2.4 5.4-.6"),
    "pass": _SQUARE + _cut("M5 10.6l3.4 3.4L15 6.8"),
    "fail": _SQUARE + _cut("M6 6l8 8M14 6l-8 8"),
    "hit-or-miss": _FRAME + _line("M7.2 7.6c0-3.6 5.6-3.6 5.6-.2 0 2.2-2.8 2.2-2.8 4.4") + _line("M10 14.6v.2"),
}
"""Inside of each symbol, on 20 × 20; strokes and fills take the colour of the text around."""

# xlink:href, not href: instant navigation makes every [href] absolute by assigning to it, which <use> does not allow.
_USED = re.compile(r'<use xlink:href="#al-i-([a-z-]+)"/>')


def symbol(name: str, better: str = "neither") -> str:
    """The symbol of a variation or assurance: an improvement of what should be low points down."""
    if name not in ("improvement", "concern"):
        return name
    return f"{name}-{'up' if (better == 'higher') == (name == 'improvement') else 'down'}"


def icon(name: str, label: str) -> Markup:
    """The icon of a symbol, with its name for those who hear or point at it. `add_sheet` gives the page its shapes."""
    if name not in SYMBOLS:
        raise KeyError(name)
    family = name.removesuffix("-up").removesuffix("-down")
    return Markup(
        f'<svg class="al-i al-i--{family}" viewBox="0 0 20 20" role="img">'
        f'<title>{html(label)}</title><use xlink:href="#al-i-{name}"/></svg>'
    )


def add_sheet(page: str) -> str:
    """The page with the symbols that it uses, as one block at its end."""
    used = sorted(set(_USED.findall(page)))
    if not used:
        return page
    shapes = "".join(f'<symbol id="al-i-{name}" viewBox="0 0 20 20">{SYMBOLS[name]}</symbol>' for name in used)
    return f'{page.rstrip()}\n\n<div data-search-exclude hidden><svg aria-hidden="true">{shapes}</svg></div>\n'
