"""What changed between two states, put into sentences of one language; how they are laid out, others decide."""

from auditloop.render.changes.told import Entry, Ink, Told
from auditloop.render.changes.whole import left_out, tell

__all__ = ["Entry", "Ink", "Told", "left_out", "tell"]
