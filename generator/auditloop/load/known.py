"""What files said when they were read last: one with the same bytes is not read again. For a live preview."""

from __future__ import annotations

from hashlib import blake2b

from auditloop.load.document import Document
from auditloop.load.limits import Limits
from auditloop.load.read import read_document
from auditloop.problems import Problem

Read = tuple[Document | None, list[Problem]]


class KnownFiles:
    """Documents are values: whoever holds one from an earlier round has the very one that the next round gets."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[bytes, Read]] = {}
        self._now: dict[str, tuple[bytes, Read]] = {}

    def begin_round(self) -> None:
        """Forget the files that the last round did not ask for."""
        self._before, self._now = self._now, {}

    def read(self, raw: bytes, file: str, limits: Limits) -> Read:
        fingerprint = blake2b(raw, digest_size=16).digest()
        known = self._before.get(file)
        found = known[1] if known and known[0] == fingerprint else read_document(raw, file, limits)
        self._now[file] = (fingerprint, found)
        return found
