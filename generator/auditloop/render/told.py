"""What a telling of changes or gates is made of, and the voice that tells it: words, formats, names, untrusted text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from auditloop.assess.changes.values import Side
from auditloop.assess.results import OrganisationResult
from auditloop.model.common import in_language
from auditloop.model.names import Names
from auditloop.render.escape import one_line
from auditloop.render.i18n import Formats, Words
from auditloop.render.i18n.units import with_unit

_LONGEST = 120
"""Characters of a name or title; what is longer is cut, the id stands beside it."""
_SHORT = 10
"""Digits of a commit's hash that are shown."""


class Ink(Protocol):
    """How text of the data is made harmless where it will stand."""

    def text(self, text: str) -> str:
        """Words that people wrote."""
        ...

    def code(self, text: str) -> str:
        """An id, a revision, a place in a file."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: a sentence, and lines that say more of it."""

    judgement: str
    sentence: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Groups are concerns, improvements and the rest, each in the order of importance; empty ones are left out."""

    title: str
    sides: str
    lead: str
    notes: tuple[str, ...]
    groups: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    """(judgement, heading, entries)"""


@dataclass(frozen=True, slots=True)
class Voice:
    words: Words
    formats: Formats
    names: Names
    ink: Ink
    organisation: str

    def name(self, kind: str, id_: str) -> str:
        """The record's name in the reader's language, else its id."""
        text = one_line(in_language(self.names.get((kind, id_)), self.words.lang).text)
        if not text:
            return self.ink.code(id_)
        return self.ink.text(text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…")

    def team(self, team: str | None) -> str:
        return self.ink.text(self.organisation) if team is None else self.name("team", team)

    def titled(self, kind: str, id_: str) -> str:
        """The name with the id behind it, by which the record is found."""
        if (kind, id_) not in self.names:
            return self.ink.code(id_)
        return self.words.t("diff.titled", name=self.name(kind, id_), id=self.ink.code(id_))

    def arrow(self, before: str, after: str) -> str:
        return self.words.t("diff.arrow", before=before, after=after)

    def value(self, value: float | None, unit: str, decimals: int) -> str:
        return with_unit(self.words, self.formats.number(value, decimals), self.ink.text(unit))

    def points(self, change: float) -> str:
        """A change of a score on 0–100, always one decimal."""
        return self.words.t("diff.points", points=self.formats.signed(change, 1))

    def score(self, score: float | None) -> str:
        return self.formats.number(score, 1)

    def clauses(self, parts: Sequence[str]) -> str:
        return self.words.clauses([part for part in parts if part])

    def said(self, subject: str, parts: Sequence[str]) -> str:
        """`subject: part, part`; a question has its mark already."""
        colon = {"?": " ", "？": ""}.get(subject[-1:], self.words.t("join.colon"))
        return subject + colon + self.clauses(parts)


def voice_for(organisation: OrganisationResult, names: Names, words: Words, ink: Ink) -> Voice:
    name = one_line(in_language(organisation.name, words.lang).text)
    return Voice(words, Formats(words), names, ink, name)


def sides_of(voice: Voice, base: Side | None, head: Side) -> str:
    """What was compared with what (or looked at alone), as of which day."""
    words = voice.words
    if base is None:
        return words.t("diff.sides", sides=_side(voice, head), date=voice.formats.date(head.as_of))
    sides = voice.arrow(_side(voice, base), _side(voice, head))
    if base.as_of == head.as_of:
        return words.t("diff.sides", sides=sides, date=voice.formats.date(head.as_of))
    days = voice.arrow(voice.formats.date(base.as_of), voice.formats.date(head.as_of))
    return words.t("diff.sides_of_days", sides=sides, dates=days)


def _side(voice: Voice, side: Side) -> str:
    if not side.name:
        return voice.words.t("diff.workspace")
    name = voice.ink.code(side.name)
    if side.commit is None or side.commit.startswith(side.name):
        return name
    return voice.words.t("diff.commit", name=name, commit=voice.ink.code(side.commit[:_SHORT]))


def left_out(words: Words, count: int) -> str:
    """What stands at the end where there was no room for all."""
    return words.n("diff.more_entries", count)
