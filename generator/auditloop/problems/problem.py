"""The Problem value and how one is built from the catalogue of codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from auditloop.problems.catalogue import CODES

MOST_IN_ONE_FILE = 200
"""Who has this many mistakes in one file has made one mistake many times, or means us harm: the rest can wait."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """Where something stands: a path relative to the workspace with forward slashes, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


class Bilingual(NamedTuple):
    """One sentence in both languages of the tools."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        return self.zh if lang.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where, what was found, what to type instead. Complete when created."""

    place: Place
    code: str
    severity: Severity
    message: Bilingual
    hint: Bilingual
    related: tuple[Place, ...] = field(default=())
    """Other places that belong to the same mistake: the first use of a duplicate id."""
    facts: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """What fills the sentences, by name, in English: tells one problem from another without its place."""
    pointer: tuple[str | int, ...] = field(default=(), compare=False)
    """Which part of the document it is about: keys, ids of records, and positions of entries that have no id."""


def problem(code: str, place: Place, /, *, related: tuple[Place, ...] = (), **facts: object) -> Problem:
    """Build the problem of a code in `catalogue.CODES`; `facts` fill the `{names}` in its sentences.

    A fact may be a `Bilingual`, whose half in the sentence's language is used. Raises KeyError for an unknown code
    or a missing fact: both are bugs of ours, never of the data.
    """
    entry = CODES[code]
    in_zh = {name: fact.zh if isinstance(fact, Bilingual) else fact for name, fact in facts.items()}
    in_en = {name: fact.en if isinstance(fact, Bilingual) else fact for name, fact in facts.items()}
    return Problem(
        place=place,
        code=code,
        severity=Severity(entry.severity),
        message=Bilingual(entry.message_zh.format_map(in_zh), entry.message_en.format_map(in_en)),
        hint=Bilingual(entry.hint_zh.format_map(in_zh), entry.hint_en.format_map(in_en)),
        related=related,
        facts=tuple(sorted((name, str(fact)) for name, fact in in_en.items())),
    )


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """File order: by path, then line, column and code, so that equal input gives equal output."""
    return sorted(problems, key=lambda p: (p.place, p.code, p.message))
