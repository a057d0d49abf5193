"""The bytes of a file, where there are no more than there may be."""

from __future__ import annotations

import os
from pathlib import Path


class TooLarge(Exception):
    """`size`: of the file in bytes, or of what was read of it before it grew any further."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def content_of(path: Path, most: int) -> bytes:
    """Of a larger file nothing is read. Raises TooLarge, OSError."""
    with path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        # Python makes room for as much as is asked for: one byte more than there should be tells of a growing file.
        raw = stream.read(size + 1) if size <= most else b""
    if max(size, len(raw)) > most:
        raise TooLarge(max(size, len(raw)))
    return raw
