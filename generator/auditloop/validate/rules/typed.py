"""A value that somebody typed, held against the one that tickets or surveys come to."""

from __future__ import annotations

from typing import Any, Protocol

from auditloop.validate.rules.words import number


class Computed(Protocol):
    """`n` of `of` for shares, else `value`."""

    @property
    def value(self) -> float | None: ...
    @property
    def n(self) -> int | None: ...
    @property
    def of(self) -> int | None: ...


def agrees(written: Any, found: Computed, unit: str) -> bool:
    """Equal as exactly as it was typed: 28.4 is 28.43, 28.40 and 28.35, not 28.5. A plain share may be of 1 or in %."""
    if isinstance(written, dict) and "of" in written:
        return (written["n"], written["of"]) == (found.n, found.of)
    plain = written["value"] if isinstance(written, dict) else written
    scale = 100 if unit == "%" else 1
    computed = found.value if found.value is not None else scale * (found.n or 0) / (found.of or 1)
    digits = len(number(plain).partition(".")[2])
    return bool(abs(plain - computed) <= 0.5 * 10**-digits + 1e-9)


def as_typed(written: Any) -> str:
    if isinstance(written, dict):
        return f"{number(written['n'])} / {number(written['of'])}" if "of" in written else number(written["value"])
    return number(written)


def as_computed(found: Computed) -> str:
    return f"{found.n} / {found.of}" if found.of is not None else number(round(found.value or 0, 3))
