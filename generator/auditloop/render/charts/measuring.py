"""The font that texts are measured with while a chart is drawn: the same widths on every machine, found at once.

Pages show texts in the reader's fonts; this one says only how much room to leave for them (`tools/measuring_font.py`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FAMILY = "Auditloop Measuring"
FOLDER = Path(__file__).parent / "fonts"


@cache
def measuring_font() -> str:
    """The family, known to vl-convert from now on."""
    import vl_convert

    vl_convert.register_font_directory(str(FOLDER))
    return FAMILY
