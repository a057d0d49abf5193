"""The whole telling of a comparison: which entries there are, in which groups, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes.values import JUDGEMENTS, Changes, Side
from auditloop.assess.results import OrganisationResult
from auditloop.model.common import in_language
from auditloop.model.names import Names
from auditloop.render.changes.audits import audit_entry
from auditloop.render.changes.indicators import index_entry, indicator_entry, series_entry, target_entry
from auditloop.render.changes.records import action_entry, alert_entry, finding_entry, problem_entry
from auditloop.render.changes.told import Entry, Ink, Told, Voice
from auditloop.render.escape import one_line
from auditloop.render.i18n import Formats, Words

_SHORT = 10
"""Digits of a commit's hash that are shown."""


def tell(changes: Changes, names: Names, words: Words, ink: Ink) -> Told:
    """Everything in sentences. What is gravest stands first: by judgement, then by what it is about."""
    voice = voice_for(changes.organisation, names, words, ink)
    entries = list(_entries(voice, changes))
    groups = tuple(
        (judgement, words.t(f"diff.group.{judgement}"), tuple(each for each in entries if each.judgement == judgement))
        for judgement in JUDGEMENTS
    )
    return Told(
        title=words.t("diff.title", organisation=voice.team(None)),
        sides=sides_of(voice, changes.base, changes.head),
        lead=_lead(voice, changes),
        notes=tuple(_notes(voice, changes)),
        groups=tuple(group for group in groups if group[2]),
    )


def voice_for(organisation: OrganisationResult, names: Names, words: Words, ink: Ink) -> Voice:
    name = one_line(in_language(organisation.name, words.lang).text)
    return Voice(words, Formats(words), names, ink, name)


def left_out(words: Words, count: int) -> str:
    """What stands at the end where there was no room for all."""
    return words.n("diff.more_entries", count)


def _entries(voice: Voice, changes: Changes) -> Iterator[Entry]:
    yield from (target_entry(voice, shift) for shift in changes.targets)
    yield from (audit_entry(voice, shift) for shift in changes.audits)
    yield from (finding_entry(voice, shift) for shift in changes.findings)
    yield from (action_entry(voice, shift) for shift in changes.actions)
    yield from (alert_entry(voice, shift) for shift in changes.alerts)
    yield from (indicator_entry(voice, shift) for shift in changes.indicators)
    yield from (series_entry(voice, shift) for shift in changes.series if not shift.only_follows)
    yield from (index_entry(voice, shift) for shift in changes.indices)
    yield from (problem_entry(voice, shift) for shift in changes.problems or ())


def _lead(voice: Voice, changes: Changes) -> str:
    words, tally = voice.words, changes.tally
    counts = (("concern", tally.concerns), ("improvement", tally.improvements), ("neutral", tally.neutral))
    parts = [words.n(f"diff.tally.{judgement}", count) for judgement, count in counts if count]
    return words.t("diff.tally.all", parts=words.clauses(parts)) if parts else words.t("diff.none")


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


def _notes(voice: Voice, changes: Changes) -> Iterator[str]:
    words = voice.words
    if follow := sum(shift.only_follows for shift in changes.series):
        yield words.n("diff.series.follow", follow)
    if changes.problems_gone:
        yield words.n("diff.problems_gone", changes.problems_gone)
    if changes.problems is None:
        yield words.t("diff.problems_unknown")


def _side(voice: Voice, side: Side) -> str:
    if not side.name:
        return voice.words.t("diff.workspace")
    name = voice.ink.code(side.name)
    if side.commit is None or side.commit.startswith(side.name):
        return name
    return voice.words.t("diff.commit", name=name, commit=voice.ink.code(side.commit[:_SHORT]))
