"""How much of a file is read before it counts as a mistake or an attack."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    file_bytes: int = 20_000_000
    table_bytes: int = 200_000_000
    """Of a CSV file that a document refers to."""
    picture_bytes: int = 2_000_000
    depth: int = 64
    """Mappings and sequences inside each other."""
    copied_nodes: int = 1_000
    """Nodes that the aliases of one file may repeat, all together."""
    revision_files: int = 200_000
    """Entries of the tree of a git revision, below the workspace."""
    revision_bytes: int = 2_000_000_000
    """Of all files of a revision that are laid out."""
