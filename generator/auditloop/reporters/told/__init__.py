"""How sentences that others made are laid out, for a terminal and for a comment; knows not what they are about."""

from auditloop.reporters.told.comment import MOST, Comment, laid_out_as_comment
from auditloop.reporters.told.terminal import Terminal, laid_out_as_text

__all__ = ["MOST", "Comment", "Terminal", "laid_out_as_comment", "laid_out_as_text"]
