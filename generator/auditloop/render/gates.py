"""What the gates came to, put into sentences: what failed, by how much, and what would pass."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from auditloop.assess.gates import GateOutcome, GateReport
from auditloop.assess.gates.values import STATES
from auditloop.model.common import in_language
from auditloop.model.names import Names
from auditloop.render.escape import one_line
from auditloop.render.i18n import Words
from auditloop.render.i18n.formats import vanishes
from auditloop.render.told import Entry, Ink, Told, Voice, sides_of, voice_for

_SCORES = ("audit-score", "domain-score", "index")
_KINDS = {"overdue": "action", "open-findings": "finding"}
"""Measure → kind of the records it counts, where they have names."""
_MOST_RECORDS = 10


def tell_gates(report: GateReport, names: Names, words: Words, ink: Ink) -> Told:
    """Everything in sentences, by state: failed first."""
    voice = voice_for(report.organisation, names, words, ink)
    groups = tuple(
        (state, words.t(f"gate.state.{state}"), tuple(_entry(voice, o) for o in report.outcomes if o.state == state))
        for state in STATES
    )
    return Told(
        title=words.t("gate.title", organisation=voice.team(None)),
        sides=sides_of(voice, report.base, report.head),
        lead=words.t("gate.passed") if report.passed else words.n("gate.failed", report.counts["failed"]),
        notes=(),
        groups=tuple(group for group in groups if group[2]),
    )


def _entry(voice: Voice, outcome: GateOutcome) -> Entry:
    subject = voice.words.t("gate.subject", gate=voice.ink.code(outcome.gate), subject=_subject(voice, outcome))
    return Entry(outcome.state, voice.said(subject, list(_clauses(voice, outcome))), tuple(_details(voice, outcome)))


def _clauses(voice: Voice, outcome: GateOutcome) -> Iterator[str]:
    words = voice.words
    if outcome.value is None:
        yield words.t("gate.no_value")
        return
    value = _value(voice, outcome, outcome.value)
    if outcome.passes_at is None:
        yield words.t("gate.no_base", value=value)
        return
    values = value if outcome.base is None else voice.arrow(_value(voice, outcome, outcome.base), value)
    yield words.t(f"gate.{outcome.limit}", values=values, bound=voice.formats.general(outcome.bound))
    if outcome.missing is not None:
        way = "up" if outcome.limit in ("at_least", "may_fall") else "down"
        yield words.t(f"gate.missing_{way}", amount=_value(voice, outcome, outcome.missing, enough=True))
        yield words.t(f"gate.passes_{way}", value=_value(voice, outcome, outcome.passes_at, enough=True))


def _subject(voice: Voice, outcome: GateOutcome) -> str:
    words = voice.words
    parts = [voice.team(outcome.team)]
    if outcome.checklist:
        parts.append(voice.name("checklist", outcome.checklist))
    if outcome.domain:
        parts.append(voice.name("domain", f"{outcome.checklist}/{outcome.domain}"))
    if outcome.index:
        parts.append(voice.name("index", outcome.index))
    if outcome.measure not in _SCORES:
        narrowed = outcome.class_ or outcome.rule
        measure = words.t(f"gate.measure.{outcome.measure}")
        if narrowed:
            table = "finding_class" if outcome.class_ else "alerts.rule"
            measure = words.t("gate.narrowed", measure=measure, only=words.t(f"{table}.{narrowed}"))
        parts.append(measure)
    return voice.clauses(parts)


def _value(voice: Voice, outcome: GateOutcome, value: float, *, enough: bool = False) -> str:
    """Scores with one decimal, or as many as it takes to see what is missing; numbers as they are.

    What is said to be `enough` is rounded up: nobody shall reach the score they read and still fail.
    """
    if outcome.measure not in _SCORES:
        return voice.formats.general(value)
    decimals = 4 if outcome.missing is not None and vanishes(outcome.missing, 1) else 1
    if enough:
        value = ceil(round(value * 10**decimals, 6)) / 10**decimals
    return voice.formats.number(value, decimals)


def _details(voice: Voice, outcome: GateOutcome) -> Iterator[str]:
    words = voice.words
    if outcome.missing is not None and outcome.measure in _KINDS:
        kind = _KINDS[outcome.measure]
        yield from (voice.titled(kind, id_) for id_ in outcome.records[:_MOST_RECORDS])
        if len(outcome.records) > _MOST_RECORDS:
            yield words.n("diff.more_entries", len(outcome.records) - _MOST_RECORDS)
    if outcome.waiver:
        waiver = outcome.waiver
        yield words.t(
            "gate.waiver_over" if waiver.over else "gate.waiver",
            until=voice.formats.date(waiver.until),
            owner=voice.name("person", waiver.owner),
            reason=voice.ink.text(one_line(in_language(waiver.reason, words.lang).text)),
        )
