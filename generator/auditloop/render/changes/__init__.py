"""What changed between two states, put into sentences of one language; how they are laid out, others decide."""

from auditloop.render.changes.whole import tell

__all__ = ["tell"]
