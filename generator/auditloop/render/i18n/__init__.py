"""Everything a language decides: words, plurals, numbers, dates and lists. Knows no page and no data."""

from auditloop.render.i18n.formats import Formats
from auditloop.render.i18n.words import Words, WordsError, read_words

__all__ = ["Formats", "Words", "WordsError", "read_words"]
