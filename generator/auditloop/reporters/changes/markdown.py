"""Changes as a comment on a pull request."""

from __future__ import annotations

from auditloop.assess.changes import Changes
from auditloop.model.names import Names
from auditloop.render.changes import tell
from auditloop.render.i18n import Words
from auditloop.reporters.told import Comment, laid_out_as_comment


def report(changes: Changes, names: Names, words: Words) -> str:
    """Nobody is mentioned by it, and it is never longer than a host takes."""
    told = tell(changes, names, words, Comment())
    return laid_out_as_comment(told, "auditloop-diff", changes.organisation.id, words)
