"""One thing measured before and after: an indicator in two windows, or two typed numbers with their unit."""

from __future__ import annotations

from auditloop.model.common import Text, Value


class Figure(Value, frozen=True, kw_only=True):
    """With `kpi`, `before` and `after` are windows such as `2025-12..2026-02`; without, numbers in `unit`."""

    name: Text | None = None
    kpi: str | None = None
    before: float | str
    after: float | str
    unit: Text | None = None
    better: str | None = None
    """lower | higher, of typed numbers; None: nobody said."""
