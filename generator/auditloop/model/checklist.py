"""What is audited: domains → sections → items, and the scale that answers are given on."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from auditloop.model.common import Text, Value


class Level(Value, frozen=True, kw_only=True):
    value: int
    label: Text


class Scale(Value, frozen=True, kw_only=True):
    kind: str
    """levels | yes-partial-no"""
    levels: tuple[Level, ...] = ()


class Item(Value, frozen=True, kw_only=True):
    id: str
    ask: Text
    guidance: Text | None = None
    levels: dict[str, Text] = msgspec.field(default_factory=dict)
    """What each answer looks like: by level value ("0", "2" …) or by "yes", "partial", "no"."""
    look_for: Text | None = None
    """What evidence to take."""
    weight: float = 1
    critical: str = "none"
    """none | domain | overall: failing it caps that grade."""
    na_allowed: bool = True
    evidence: str = "on-fail"
    """never | on-fail | always"""


class Section(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    items: tuple[Item, ...]


class Domain(Value, frozen=True, kw_only=True):
    id: str
    name: Text
    weight: float = 1
    sections: tuple[Section, ...]

    def items(self) -> Iterator[Item]:
        for section in self.sections:
            yield from section.items


class Checklist(Value, frozen=True, kw_only=True):
    kind: str = "checklist"
    format: int = 1
    id: str
    edition: str
    name: Text
    description: Text | None = None
    source: Text | None = None
    licence: str | None = None
    scale: Scale
    domains: tuple[Domain, ...]

    def items(self) -> Iterator[Item]:
        for domain in self.domains:
            yield from domain.items()
