"""Memory of the stages: what one has made stays whole while the next one works."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def settled() -> Iterator[None]:
    """What was read and computed stays: the garbage collector need not look through it again and again."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
