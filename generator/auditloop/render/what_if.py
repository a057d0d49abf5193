"""What would be otherwise under suppositions, as tables of before and after; who lays them out, others decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditloop.assess.changes.values import Changes, SeriesShift
from auditloop.assess.results import AuditResult, Latest, NextStep, Results
from auditloop.assess.what_if import Answered, Closed, Supposition, Valued
from auditloop.model import Answer
from auditloop.model.names import Names
from auditloop.render.i18n import Words
from auditloop.render.i18n.formats import NONE, vanishes
from auditloop.render.i18n.units import with_unit
from auditloop.render.told import Ink, Voice, voice_for

MOST = 12
"""Next steps that are listed; how many are left out is said."""


class Row(NamedTuple):
    id: str
    name: str
    before: str
    after: str
    more: str
    """The difference, or what else comes with it."""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Told:
    suppositions: tuple[str, ...]
    """Each as a sentence"""
    heads: tuple[str, ...]
    """Of the five columns"""
    sections: tuple[Section, ...]
    """Only those with a row"""
    nothing: str
    """Says so where there are none, else empty"""


def tell(
    suppositions: Sequence[Supposition],
    states: tuple[Results, Results],
    changes: Changes,
    names: Names,
    words: Words,
    ink: Ink,
) -> Told:
    """`states`: the results before and after, which `changes` compares."""
    voice = voice_for(changes.organisation, names, words, ink)
    t = words.t
    found = {
        "audits": _audits(voice, changes, states),
        "findings": _findings(voice, changes),
        "actions": _actions(voice, changes),
        "kpis": _kpis(voice, changes),
        "targets": _targets(voice, changes),
        "indices": _indices(voice, changes),
        "alerts": _alerts(voice, changes),
        "next_steps": _next_steps(voice, changes, states),
    }
    sections = tuple(
        Section(t(f"what_if.section.{name}"), rows) for name, each in found.items() if (rows := tuple(each))
    )
    return Told(
        suppositions=tuple(_supposed(voice, each, states[0]) for each in suppositions),
        heads=tuple(t(f"what_if.head.{name}") for name in ("id", "name", "before", "after", "more")),
        sections=sections,
        nothing="" if sections else t("what_if.nothing"),
    )


def _supposed(voice: Voice, each: Supposition, before: Results) -> str:
    t = voice.words.t
    if isinstance(each, Closed):
        record = {"id": voice.ink.code(each.id), "name": voice.name(each.kind, each.id)}
        if each.kind == "finding":
            return t("what_if.closed", **record)
        return t("what_if.verified", **record, verdict=t(f"verdict.{each.verdict}"))
    if isinstance(each, Answered):
        audit = next(audit for audit in before.audits if audit.id == each.audit)
        item = voice.name("item", f"{audit.checklist}/{each.item}")
        return t("what_if.answered", audit=voice.ink.code(each.audit), item=item, answer=_answer(voice, each.answer))
    return t(
        "what_if.valued",
        kpi=voice.name("kpi", each.kpi),
        team=voice.team(each.team),
        period=voice.formats.period(each.period.text),
        value=_measured(voice, each, before),
    )


def _answer(voice: Voice, answer: Answer) -> str:
    t = voice.words.t
    if answer.na is not None:
        return t("answer.na")
    if answer.sample:
        return t("what_if.sample", failed=answer.sample.failed, size=answer.sample.size)
    if isinstance(answer.score, str):
        return t(f"answer.{answer.score}")
    return voice.formats.general(answer.score or 0.0)


def _measured(voice: Voice, each: Valued, before: Results) -> str:
    """Counts as they are, a value with the unit of its indicator."""
    measured, general = each.measured, voice.formats.general
    if measured.n is not None and measured.of is not None:
        return voice.words.t("what_if.counts", n=general(measured.n), of=general(measured.of))
    unit = next(kpi.unit for kpi in before.kpis if kpi.id == each.kpi)
    return with_unit(voice.words, general(measured.value or 0.0), voice.ink.text(unit))


def _audits(voice: Voice, changes: Changes, states: tuple[Results, Results]) -> Iterator[Row]:
    """The score with its grade, then the domains that are otherwise."""
    was, now = ({audit.id: audit for audit in state.audits} for state in states)
    for shift in changes.audits:
        old, new = was[shift.id], now[shift.id]
        more = "" if shift.change is None or vanishes(shift.change, 1) else voice.points(shift.change)
        yield Row(voice.ink.code(shift.id), voice.team(shift.team), _score(voice, old), _score(voice, new), more)
        for before, after in zip(old.domains, new.domains, strict=True):
            if before.score != after.score or before.grade != after.grade:
                change = None if before.score is None or after.score is None else after.score - before.score
                yield Row(
                    "",
                    voice.name("domain", f"{shift.checklist}/{before.id}"),
                    _graded(voice, before.score, before.grade),
                    _graded(voice, after.score, after.grade),
                    "" if change is None or vanishes(change, 1) else voice.points(change),
                )


def _score(voice: Voice, audit: AuditResult) -> str:
    parts = [_graded(voice, audit.score, audit.grade)]
    if audit.passed is False:
        parts.append(voice.words.t("audit.not_passed"))
    return voice.clauses(parts)


def _graded(voice: Voice, score: float | None, grade: str | None) -> str:
    return voice.score(score) + (f" {voice.ink.text(grade)}" if grade else "")


def _findings(voice: Voice, changes: Changes) -> Iterator[Row]:
    for shift in changes.findings:
        before, after = _states(voice, "finding_status", shift.status_before, shift.status)
        yield Row(voice.ink.code(shift.id), voice.name("finding", shift.id), before, after, "")


def _actions(voice: Voice, changes: Changes) -> Iterator[Row]:
    for shift in changes.actions:
        before, after = _states(voice, "action_status", shift.status_before, shift.status)
        verdict = voice.words.t(f"verdict.{shift.verdict}") if shift.verdict else ""
        yield Row(voice.ink.code(shift.id), voice.name("action", shift.id), before, after, verdict)


def _states(voice: Voice, table: str, *states: str | None) -> Iterator[str]:
    return (voice.words.t(f"{table}.{state}") if state else NONE for state in states)


def _kpis(voice: Voice, changes: Changes) -> Iterator[Row]:
    """The latest value with its period; then how it stands to target and chance, where that is otherwise."""
    for shift in changes.series:
        before, after = (_latest(voice, shift, latest) for latest in (shift.latest_before, shift.latest))
        turns = list(_turns(voice, shift))
        if before == after and not turns and shift.only_follows:
            continue
        if before == after and shift.restated:
            last = shift.restated[-1]
            before, after = (_valued(voice, shift, value, last.period) for value in (last.before, last.after))
        yield Row(voice.ink.code(shift.kpi), voice.team(shift.team), before, after, voice.clauses(turns))


def _latest(voice: Voice, shift: SeriesShift, latest: Latest | None) -> str:
    return NONE if latest is None else _valued(voice, shift, latest.value, latest.period)


def _valued(voice: Voice, shift: SeriesShift, value: float | None, period: str) -> str:
    return f"{voice.value(value, shift.unit, shift.decimals)} ({voice.formats.short_period(period)})"


def _turns(voice: Voice, shift: SeriesShift) -> Iterator[str]:
    t = voice.words.t
    if shift.met is not None and shift.met != shift.met_before:
        yield t("target.met" if shift.met else "target.missed")
    for table in ("variation", "assurance"):
        before, after = getattr(shift, f"{table}_before"), getattr(shift, table)
        if after and after != before:
            now = t(f"{table}.{after}")
            yield voice.arrow(t(f"{table}.{before}"), now) if before else now


def _targets(voice: Voice, changes: Changes) -> Iterator[Row]:
    """Those that are measured from a base value."""
    for shift in changes.targets:
        values = (shift.before, shift.after)
        before, after = (NONE if value is None else voice.formats.general(value) for value in values)
        since = voice.formats.short_period(shift.from_) if shift.from_ else ""
        yield Row(voice.ink.code(shift.id), voice.team(shift.team), before, after, since)


def _indices(voice: Voice, changes: Changes) -> Iterator[Row]:
    for shift in changes.indices:
        before, after = voice.score(shift.before), voice.score(shift.after)
        if shift.period and shift.period != shift.period_before:
            after = f"{after} ({voice.formats.short_period(shift.period)})"
        if shift.partial:
            after = voice.clauses([after, voice.words.t("index.partial")])
        more = "" if shift.change is None or vanishes(shift.change, 1) else voice.points(shift.change)
        yield Row(voice.ink.code(shift.id), voice.team(shift.team), before, after, more)


def _alerts(voice: Voice, changes: Changes) -> Iterator[Row]:
    t = voice.words.t
    for shift in changes.alerts:
        since = t("what_if.since", date=voice.formats.day(shift.since))
        before, after = (NONE, since) if shift.what == "new" else (since, t("what_if.over"))
        about = "" if shift.about == "team" else voice.ink.code(shift.about_id)
        yield Row(about, voice.team(shift.team), before, after, t(f"alerts.rule.{shift.rule}"))


def _next_steps(voice: Voice, changes: Changes, states: tuple[Results, Results]) -> Iterator[Row]:
    """How many, what comes first, and the steps that give something else."""
    t = voice.words.t
    was, now = (state.next_steps.steps for state in states)
    if len(was) != len(now):
        yield Row("", t("what_if.steps"), voice.formats.number(len(was)), voice.formats.number(len(now)), "")
    if _first(was) != _first(now):
        yield Row("", t("what_if.first"), _first(was), _first(now), "")
    for shift in changes.next_steps[:MOST]:
        before = _rank(voice, shift.rank_before, shift.points_before)
        after = _rank(voice, shift.rank, shift.points)
        yield Row(voice.ink.code(shift.id), voice.name(shift.kind, shift.id), before, after, "")
    if len(changes.next_steps) > MOST:
        yield Row("", voice.words.n("diff.more_entries", len(changes.next_steps) - MOST), "", "", "")


def _rank(voice: Voice, rank: int | None, points: float | None) -> str:
    if rank is None:
        return NONE
    if points is None:
        return voice.words.t("what_if.rank", n=rank)
    return voice.words.t("what_if.rank_points", n=rank, points=voice.score(points))


def _first(steps: Sequence[NextStep]) -> str:
    return steps[0].id if steps else NONE
