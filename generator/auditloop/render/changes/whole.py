"""The whole telling of a comparison: which entries there are, in which groups, and what stands above them."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes.values import JUDGEMENTS, Changes
from auditloop.model.names import Names
from auditloop.render.changes.audits import audit_entry
from auditloop.render.changes.indicators import index_entry, indicator_entry, series_entry, target_entry
from auditloop.render.changes.records import action_entry, alert_entry, finding_entry, problem_entry
from auditloop.render.i18n import Words
from auditloop.render.told import Entry, Ink, Told, Voice, sides_of, voice_for


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


def _notes(voice: Voice, changes: Changes) -> Iterator[str]:
    words = voice.words
    if follow := sum(shift.only_follows for shift in changes.series):
        yield words.n("diff.series.follow", follow)
    if changes.problems_gone:
        yield words.n("diff.problems_gone", changes.problems_gone)
    if changes.problems is None:
        yield words.t("diff.problems_unknown")
