"""What all results have in common."""

from __future__ import annotations

import msgspec


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all results. Those that hold only numbers and text are made with `gc=False`: there are very many."""
