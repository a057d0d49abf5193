"""What can be wrong with one document by its schema."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {}
