"""Every code a problem can have: how bad it is, and its sentences in both languages. One entry, one idea."""

from __future__ import annotations

from itertools import chain

from auditloop.problems import load_codes, rule_codes, schema_codes, syntax_codes
from auditloop.problems.entry import Entry

_TABLES = (load_codes.CODES, syntax_codes.CODES, schema_codes.CODES, rule_codes.CODES)

CODES: dict[str, Entry] = dict(chain.from_iterable(table.items() for table in _TABLES))
