"""Nobody is found out from a figure: groups of fewer than five are not shown apart, also not by subtraction."""

from __future__ import annotations

from collections.abc import Mapping

from auditloop.ratings import SMALLEST, Counts, total


def shown(n: int) -> bool:
    """Whether figures of so many respondents may stand alone."""
    return n >= SMALLEST


def apart(counts: Counts) -> Counts:
    """The answers where there are enough of them, else none."""
    return counts if shown(total(counts)) else {}


def together(parts: Mapping[str, int]) -> frozenset[str]:
    """Of parts with so many respondents each, those that a whole may be made of.

    The whole minus what is shown of its parts leaves what is hidden. So hidden parts are in it only where they are
    five respondents or more together; otherwise it is made of the shown ones alone.
    """
    hidden = {part: n for part, n in parts.items() if not shown(n)}
    return frozenset(part for part in parts if part not in hidden or shown(sum(hidden.values())))


def apart_from_whole(parts: Mapping[str, int], never: int = 0) -> frozenset[str]:
    """Of parts whose whole is told elsewhere, those that may be shown.

    The whole minus what is shown is what is hidden, together with the `never` that are no part: these must be none, or
    five and more. So where they are fewer, the smallest shown parts are hidden with them.
    """
    open_ = sorted((part for part, n in parts.items() if shown(n)), key=lambda part: (parts[part], part))
    hidden = never + sum(n for part, n in parts.items() if part not in open_)
    while open_ and 0 < hidden < SMALLEST:
        hidden += parts[open_.pop(0)]
    return frozenset(open_)
