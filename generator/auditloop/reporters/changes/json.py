"""Changes for programs, as `schema/changes.schema.json` describes them. In no language: all texts are ids and codes."""

from __future__ import annotations

from auditloop.assess.changes import Changes, encode_changes
from auditloop.model.names import Names
from auditloop.render.i18n import Words


def report(changes: Changes, names: Names, words: Words) -> str:
    return encode_changes(changes).decode()
