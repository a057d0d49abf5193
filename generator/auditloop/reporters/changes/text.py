"""Changes for a terminal."""

from __future__ import annotations

from auditloop.assess.changes import Changes
from auditloop.model.names import Names
from auditloop.render.changes import tell
from auditloop.render.i18n import Words
from auditloop.reporters.told import Terminal, laid_out_as_text


def report(changes: Changes, names: Names, words: Words) -> str:
    """Safe for a terminal: whatever the data holds, only visible characters and line breaks come out."""
    return laid_out_as_text(tell(changes, names, words, Terminal()))
