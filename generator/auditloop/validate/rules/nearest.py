"""Which known id somebody probably meant, also where there are thousands of them."""

from __future__ import annotations

from collections.abc import Iterable

from auditloop.validate import sentences

_MANY = 400
"""Above this, only ids that begin or end like the wanted one are compared, so that a thousand slips stay quick."""
_ENDS = 4


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """The most similar known id, or None when nothing is similar."""
    candidates = list(known)
    if len(candidates) > _MANY:
        head, tail = wanted[:_ENDS], wanted[-_ENDS:]
        candidates = [id for id in candidates if id.startswith(head) or id.endswith(tail)][:_MANY]
    return sentences.nearest(wanted, candidates)
