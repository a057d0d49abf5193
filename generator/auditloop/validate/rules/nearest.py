"""Which known id somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

_MANY = 400
"""Above this, only ids that begin or end like the wanted one are compared, so that a thousand slips stay quick."""
_ENDS = 4


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """The most similar known id, or None when nothing is similar."""
    candidates: Sequence[str] = list(known)
    if len(candidates) > _MANY:
        head, tail = wanted[:_ENDS], wanted[-_ENDS:]
        candidates = [id for id in candidates if id.startswith(head) or id.endswith(tail)][:_MANY]
    lower = {id.casefold(): id for id in reversed(candidates)}
    close = get_close_matches(wanted.casefold(), list(lower), n=1, cutoff=0.6)
    return lower[close[0]] if close else None
