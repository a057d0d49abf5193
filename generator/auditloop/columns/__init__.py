"""Columns of very many entries, worked through whole instead of entry by entry: where NumPy is used, with
`auditloop.tickets`, and only where there are such columns. Knows no files, no documents, no language.
"""

from auditloop.columns.words import Words

__all__ = ["Words"]
