"""The steps from each format of the documents to the next.

Format 1 is the first that was ever published, so there is none yet. A new format brings its step along; the tests hold
the machinery to a made-up format 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditloop.migrate.draft import Draft


@dataclass(frozen=True, slots=True)
class Step:
    """From format `before` to the one after it. `change` looks at `draft.data["kind"]`; `format` is set for it."""

    before: int
    change: Callable[[Draft], None]


STEPS: tuple[Step, ...] = ()
