"""What can be wrong between documents and within one, beyond its schema."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {}
