"""The frozen value that says what one chart shows: its kind, its rows with preformatted text, its words.

Knows nothing of drawing: `kinds.py` says how each kind looks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart. `id` is an ASCII slug, unique in the site, the same in every language: anchor and file name."""

    id: str
    kind: str
    datasets: Mapping[str, Sequence[Mapping[str, object]]]
    lang: str
    title: str
    """What the chart says (for readers who cannot see it); plain text."""
    description: str
    """One sentence that reads the chart; plain text."""
    words: Mapping[str, str] = field(default_factory=dict)
    low: float | None = None
    """Lowest value of the scale; None: chosen from the data."""
    high: float | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Fields of the main dataset and their headers, for the CSV; empty: every field that is not about drawing."""

    kept: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What has been worked out from all this and is needed again."""

    def __post_init__(self) -> None:
        if not _SLUG.fullmatch(self.id):
            raise ValueError(f"chart id is not a lower-case ASCII slug: {self.id!r}")

    def rows(self, name: str) -> Sequence[Mapping[str, object]]:
        """Rows of a dataset; none where the chart does not have it."""
        return self.datasets.get(name, ())
