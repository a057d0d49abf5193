"""Which control charts suit which kind of data.

Outside the rooms because both sides need it: validation refuses a chart that cannot be, the assessment chooses one."""

from __future__ import annotations

from collections.abc import Mapping

CHARTS_FOR: Mapping[str, tuple[str, ...]] = {
    "value": ("xmr", "run"),
    "proportion": ("p", "p-prime", "xmr", "run"),
    "count": ("c", "xmr", "run"),
    "rate": ("u", "u-prime", "xmr", "run"),
    "rare-event": ("g", "t", "xmr", "run"),
}
"""By kind of data; what it was made for first. Individuals and runs suit everything."""

OF_SHARES = frozenset({"p", "p-prime", "u", "u-prime"})
"""Charts that need the numerator and the denominator of every value."""
